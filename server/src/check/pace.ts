/** Pace: lets a long check be interrupted, and everything else in its process go on. */

import { type Cancellation, throwIfCancelled } from './cancellation.ts';

/** A check that gives way. It is itself the cancellation to hand on. */
export interface Pace extends Cancellation {
  /**
   * To be awaited between two pieces of work, none longer than a few milliseconds. Gives the event loop a turn when
   * `SLICE` is used up, so that a request to cancel is seen. Rejects with `CancelledError` when there is one.
   */
  step(): Promise<void>;
}

/**
 * Milliseconds of work between two turns of the event loop. A turn costs hundredths of a millisecond, so slices of 5 ms
 * cost less than a hundredth of the time; a request to cancel is read in one turn and seen after the next slice.
 */
export const SLICE = 5;

/** The pace of one check, whose first slice begins now. */
export function createPace(cancellation: Cancellation): Pace {
  const { eventLoop } = cancellation;
  let since = eventLoop?.now() ?? 0;
  return {
    get isCancellationRequested() {
      return cancellation.isCancellationRequested;
    },
    async step() {
      throwIfCancelled(cancellation);
      if (eventLoop === undefined || eventLoop.now() - since < SLICE) return;
      await eventLoop.turn();
      since = eventLoop.now();
      throwIfCancelled(cancellation);
    },
  };
}
