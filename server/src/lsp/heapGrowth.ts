/** Heap growth: has the engine collect sooner, for a server that reads much and keeps little. */

import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/**
 * Percent by which the heap may grow beyond what is alive before all of it is collected. Left to itself the engine waits
 * until it is some times as large. With the young generation bounded, 100,000 articles and 80 keys pressed in a draft of
 * 5,000 words, at most 270 to 293 MB are resident in eight runs on a fast host, 278 to 308 with 28 % and more with 35 %, the
 * threads taking the same time but for what runs differ by; with 20 % the collector went through all of it at every
 * seventeenth key, with 50 % at every thirty-seventh.
 */
const GROWTH = 24;

/**
 * Bytes of the young generation from which on it grows no more. It doubles from one megabyte on, so that both its halves have
 * 8 MB, as the client of VS Code bounds them at launch. Unbounded they have 67 MB each, and a server with 100,000 articles and
 * a draft of 5,000 words 393 MB for 282, in equal processor time.
 */
const YOUNG_ENOUGH = 12_000_000;

/** Lets the heap grow less from now on. Does nothing in Electron, where flags may be final once the engine runs. */
export function growLess(): void {
  if (process.versions.electron === undefined) setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}

/**
 * Bounds the young generation however the server was launched, as far as `growLess` does. Its bound is final once the engine
 * runs, but the factor that it grows by is not: it is looked at after each collection, the only time when it grows.
 */
export function boundYoung(): void {
  if (process.versions.electron !== undefined) return;
  let factor = 0;
  const bound = (): void => {
    const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    const next = (young?.space_size ?? 0) < YOUNG_ENOUGH ? 2 : 1;
    if (next !== factor) setFlagsFromString(`--semi-space-growth-factor=${next}`);
    factor = next;
  };
  bound();
  new PerformanceObserver(bound).observe({ entryTypes: ['gc'] });
}
