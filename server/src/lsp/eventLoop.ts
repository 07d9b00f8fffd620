/** The event loop of this process, for checks to give way to. */

import type { EventLoop } from '../check/cancellation.ts';

export const EVENT_LOOP: EventLoop = {
  now: () => performance.now(),
  turn: () => new Promise((resolve) => setImmediate(resolve)),
};
