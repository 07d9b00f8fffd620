/** Saved runs: what a bench measured, kept in a file and compared with a later run. */

import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Measured } from './measure.ts';

/** The benches, in the order in which they are run. */
export const BENCHES = ['checks', 'index', 'server', 'peers'] as const;

export type Bench = (typeof BENCHES)[number];

/** A measurement with the bench that it is of. */
export type Row = Measured & { readonly bench: Bench };

/** Runs that were saved before the bench was kept have none. */
const bench = z.enum(BENCHES).optional();

const savedSchema = z.record(
  z.string(),
  z.union([
    z.object({
      bench,
      median: z.number(),
      p95: z.number(),
      runs: z.number(),
      core: z.number().nullable(),
      ratio: z.number(),
    }),
    z.object({ bench, value: z.number(), unit: z.string(), better: z.enum(['less', 'more']) }),
  ]),
);

/** What a saved run measured, by its names. */
export type SavedRun = z.infer<typeof savedSchema>;

/** Slower than this, against the fixed work, is more than the noise of a shared machine: repeated runs stay within 1.25. */
const SLOWER_FROM = 1.4;
/** Sizes and shares are the same in every run, memory nearly so. */
const WORSE_FROM = 1.1;

export function save(file: string, rows: readonly Row[]): void {
  const saved: SavedRun = Object.fromEntries(rows.map(({ name, ...rest }) => [name.trim(), rest]));
  writeFileSync(file, `${JSON.stringify(saved, null, 2)}\n`);
}

/** Throws with the file's name when it holds no saved run. */
export function readSaved(file: string): SavedRun {
  const parsed = savedSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} is no saved run: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** How a measurement stands to the saved one of its name. */
export interface Comparison {
  /** Times against the fixed work; 2 is twice as slow, as large or as seldom. */
  readonly factor: number;
  readonly isWorse: boolean;
}

/** Null where none of the name was saved. */
export function compare(measured: Measured, saved: SavedRun): Comparison | null {
  const before = saved[measured.name.trim()];
  if (before === undefined) return null;
  if ('ratio' in measured && 'ratio' in before) {
    const factor = measured.ratio / before.ratio;
    return { factor, isWorse: factor >= SLOWER_FROM };
  }
  if ('ratio' in measured || 'ratio' in before) return null;
  const factor = measured.better === 'less' ? measured.value / before.value : before.value / measured.value;
  return { factor, isWorse: factor >= (measured.unit === 'a second' ? SLOWER_FROM : WORSE_FROM) };
}

/**
 * The names of the saved rows that a run of these benches should have had and has not, as where a row was renamed or a bench
 * broke. They count as no worse: fewer articles and no data sets are fewer rows.
 */
export function missing(rows: readonly Row[], ran: readonly Bench[], saved: SavedRun): readonly string[] {
  const found = new Set(rows.map(({ name }) => name.trim()));
  return Object.entries(saved)
    .filter(([name, { bench }]) => bench !== undefined && ran.includes(bench) && !found.has(name))
    .map(([name]) => name);
}
