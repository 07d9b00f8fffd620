/** Measuring: medians of repeated runs, each set against a fixed piece of work so that a busy machine shows less. */

/** What one measurement came to. Times are in milliseconds. */
export interface Timing {
  readonly name: string;
  readonly median: number;
  readonly p95: number;
  readonly runs: number;
  /** Mean time that a core worked for a run, however long it waited for the core; null for work of other processes. */
  readonly core: number | null;
  /** `core`, or else the median, over that of the fixed work done between the runs: it travels between machines. */
  readonly ratio: number;
}

/** A number that is no time: a size, a share, an amount of memory. */
export interface Fact {
  readonly name: string;
  readonly value: number;
  readonly unit: '×' | 'MB' | '%' | 'a second';
  readonly better: 'less' | 'more';
}

/** What a bench tells of one thing. */
export type Measured = Timing | Fact;

export interface Effort {
  /** Most runs that count. */
  readonly runs: number;
  /** Runs before, which warm up the compiler and caches and do not count. */
  readonly warmUp: number;
  /** Seconds after which no further run begins, once there are `FEWEST_RUNS`. */
  readonly seconds: number;
}

const FEWEST_RUNS = 3;

/** How long one run took by the clock, and on the core. */
export interface Spent {
  readonly clock: number;
  readonly core: number;
}

/** Times `run`; `prepare` makes what it works on from the number of the run, outside of the time. */
export async function measure<Input>(
  name: string,
  effort: Effort,
  prepare: (number: number) => Input,
  run: (input: Input) => unknown,
): Promise<Timing> {
  const { spent, fixed } = await repeat(effort, prepare, run);
  return timingOf(name, spent, fixed);
}

/** The same where another process does the work, whose time on the core is not known here. */
export async function measureElsewhere<Input>(
  name: string,
  effort: Effort,
  prepare: (number: number) => Input,
  run: (input: Input) => unknown,
): Promise<Timing> {
  const { spent, fixed } = await repeat(effort, prepare, run);
  return timingElsewhere(
    name,
    spent.map(({ clock }) => clock),
    fixed,
  );
}

interface Runs {
  readonly spent: readonly Spent[];
  /** Those of the fixed work, one before each run. */
  readonly fixed: readonly Spent[];
}

async function repeat<Input>(
  { runs, warmUp, seconds }: Effort,
  prepare: (number: number) => Input,
  run: (input: Input) => unknown,
): Promise<Runs> {
  const spent: Spent[] = [];
  const fixed: Spent[] = [];
  for (let number = 0; number < warmUp; number += 1) await run(prepare(number));
  const end = performance.now() + 1000 * seconds;
  while (spent.length < runs && (performance.now() < end || spent.length < FEWEST_RUNS)) {
    const input = prepare(warmUp + spent.length);
    fixed.push(await timed(fixedWork));
    spent.push(await timed(() => run(input)));
  }
  return { spent, fixed };
}

/** The time of one run. The core's clock ticks every few milliseconds, so that only the mean of many runs means anything. */
export async function timed(run: () => unknown): Promise<Spent> {
  const core = process.threadCpuUsage();
  const start = performance.now();
  await run();
  const clock = performance.now() - start;
  const { user, system } = process.threadCpuUsage(core);
  return { clock, core: (user + system) / 1000 };
}

/** The timing of runs of this process beside those of the fixed work. */
export function timingOf(name: string, spent: readonly Spent[], fixed: readonly Spent[]): Timing {
  const core = mean(spent);
  return { ...clockOf(name, spent), core, ratio: core / mean(fixed) };
}

/** The timing of work that other processes did, beside runs of the fixed work here. */
export function timingElsewhere(name: string, clocks: readonly number[], fixed: readonly Spent[]): Timing {
  const spent = clocks.map((clock) => ({ clock, core: 0 }));
  const timing = clockOf(name, spent);
  return { ...timing, core: null, ratio: timing.median / clockOf('', fixed).median };
}

function clockOf(name: string, spent: readonly Spent[]): Pick<Timing, 'name' | 'median' | 'p95' | 'runs'> {
  const clocks = spent.map(({ clock }) => clock);
  return { name, median: quantile(clocks, 0.5), p95: quantile(clocks, 0.95), runs: clocks.length };
}

function mean(spent: readonly Spent[]): number {
  return spent.reduce((sum, { core }) => sum + core, 0) / spent.length;
}

/** The value below which that share of the values lies; the nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

const WORDS = Array.from({ length: 20_000 }, (_, index) => `word${(index * 7919) % 3001}`).join(' ');

/**
 * A fixed piece of work: matching, hashing and allocating, as the checks do. It takes a few milliseconds and must never
 * change, since saved measurements are compared by it.
 */
export function fixedWork(): void {
  const places = new Map<string, { first: number; count: number }>();
  for (const match of WORDS.matchAll(/[a-z0-9]+/g)) {
    const known = places.get(match[0]);
    if (known === undefined) places.set(match[0], { first: match.index, count: 1 });
    else known.count += 1;
  }
  if (places.size !== 3001) throw new Error('the fixed work was changed');
}
