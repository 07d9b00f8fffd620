/** Cancellation: how a caller says that an answer is no longer wanted. The shape is that of the protocol's token. */

export interface Cancellation {
  readonly isCancellationRequested: boolean;
  /** The loop a long check gives way to; without one it runs to its end in one go. */
  readonly eventLoop?: EventLoop;
}

/** What a check needs of the process it runs in, handed in since the check itself knows no clock. */
export interface EventLoop {
  /** Milliseconds since some fixed moment. */
  now(): number;
  /** Resolves when everything that waits has had its turn. */
  turn(): Promise<void>;
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
