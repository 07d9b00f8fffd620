/** Cancellation: how a caller says that an answer is no longer wanted. The shape is that of the protocol's token. */

export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

/** A token that never cancels, for the command line and for tests. */
export const NEVER: Cancellation = { isCancellationRequested: false };

/** Thrown by `throwIfCancelled`; callers drop the answer and show nothing. */
export class CancelledError extends Error {
  constructor() {
    super('cancelled');
    this.name = 'CancelledError';
  }
}

export function throwIfCancelled(cancellation: Cancellation): void {
  if (cancellation.isCancellationRequested) throw new CancelledError();
}
