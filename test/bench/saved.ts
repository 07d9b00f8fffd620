/** Saved runs: what a bench measured, kept in a file and compared with a later run. */

import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Timing } from './measure.ts';

const savedSchema = z.record(
  z.string(),
  z.object({
    median: z.number(),
    p95: z.number(),
    runs: z.number(),
    core: z.number().nullable(),
    ratio: z.number(),
  }),
);

/** Timings of a saved run by their names. */
export type SavedRun = z.infer<typeof savedSchema>;

/** Slower than this, against the fixed work, is more than the noise of a shared machine: repeated runs stay within 1.25. */
const SLOWER_FROM = 1.4;

export function save(file: string, timings: readonly Timing[]): void {
  const saved: SavedRun = Object.fromEntries(timings.map(({ name, ...timing }) => [name.trim(), timing]));
  writeFileSync(file, `${JSON.stringify(saved, null, 2)}\n`);
}

/** Throws with the file's name when it holds no saved run. */
export function readSaved(file: string): SavedRun {
  const parsed = savedSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} is no saved run: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** How a timing stands to the saved one, both against the fixed work: 2 is twice as slow. Null where none was saved. */
export function slowdown(timing: Timing, saved: SavedRun): number | null {
  const before = saved[timing.name.trim()];
  return before === undefined ? null : timing.ratio / before.ratio;
}

export function isSlower(factor: number | null): boolean {
  return factor !== null && factor >= SLOWER_FROM;
}
