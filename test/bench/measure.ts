/** Measuring: medians of repeated runs, each set against a fixed piece of work so that a busy machine shows less. */

/** What one measurement came to. Times are in milliseconds. */
export interface Timing {
  readonly name: string;
  readonly median: number;
  readonly p95: number;
  readonly runs: number;
  /** The median over that of the fixed work done between the runs: what travels between machines and busy times. */
  readonly ratio: number;
}

export interface Effort {
  /** Most runs that count. */
  readonly runs: number;
  /** Runs before, which warm up the compiler and caches and do not count. */
  readonly warmUp: number;
  /** Seconds after which no further run begins, once there are `FEWEST_RUNS`. */
  readonly seconds: number;
}

const FEWEST_RUNS = 3;

/** Times `run`, which is given the number of the run; `prepare` makes what it works on, outside of the time. */
export async function measure<Input>(
  name: string,
  { runs, warmUp, seconds }: Effort,
  prepare: (number: number) => Input,
  run: (input: Input) => unknown,
): Promise<Timing> {
  const times: number[] = [];
  const fixed: number[] = [];
  for (let number = 0; number < warmUp; number += 1) await run(prepare(number));
  const end = performance.now() + 1000 * seconds;
  while (times.length < runs && (performance.now() < end || times.length < FEWEST_RUNS)) {
    const input = prepare(warmUp + times.length);
    fixed.push(fixedWork());
    const start = performance.now();
    await run(input);
    times.push(performance.now() - start);
  }
  return timingOf(name, times, fixed);
}

/** The timing of times taken elsewhere, beside `fixed` times of the fixed work. */
export function timingOf(name: string, times: readonly number[], fixed: readonly number[]): Timing {
  const median = quantile(times, 0.5);
  return {
    name,
    median,
    p95: quantile(times, 0.95),
    runs: times.length,
    ratio: median / quantile(fixed, 0.5),
  };
}

/** The value below which that share of the values lies; the nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

const WORDS = Array.from({ length: 20_000 }, (_, index) => `word${(index * 7919) % 3001}`).join(' ');

/**
 * Milliseconds that a fixed piece of work takes: matching, hashing and allocating, as the checks do. It takes about
 * 3 ms on an idle core of 2024 and must never change, since saved measurements are compared by it.
 */
export function fixedWork(): number {
  const start = performance.now();
  const places = new Map<string, { first: number; count: number }>();
  for (const match of WORDS.matchAll(/[a-z0-9]+/g)) {
    const known = places.get(match[0]);
    if (known === undefined) places.set(match[0], { first: match.index, count: 1 });
    else known.count += 1;
  }
  if (places.size !== 3001) throw new Error('the fixed work was changed');
  return performance.now() - start;
}
