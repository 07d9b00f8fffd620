/** Seasons with a year: `summer 2016`, `the winter of 1978`, `this summer`. A bare season is no date. */

import { SEASONS } from '../lexicon/calendar.ts';
import { dateReading, NO_DATE_PARTS, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { lowerAt } from '../scan.ts';
import { civil, isoDays, monthDays } from './days.ts';
import { originOf } from './nearest.ts';
import { yearAt } from './yearNumber.ts';

/** Reads from the season at `at`; `first` and `shift` are those of a `this`, `last` or `next` before it. */
export function readSeason(scan: Scan, first: number, at: number, shift: number | null): Reading | null {
  const month = SEASONS.get(lowerAt(scan, at));
  if (month === undefined) return null;
  const of = lowerAt(scan, at + 1) === 'of' ? at + 2 : at + 1;
  const written = yearAt(scan, of);
  if (written === null && shift === null) return null;
  const reference = originOf(scan, first);
  const year = written ?? (reference === null ? null : civil(reference).year + (shift ?? 0));
  const days = year === null ? null : { from: monthDays(year, month).from, to: seasonEnd(year, month) };
  return dateReading(scan, first, written === null ? at + 1 : of + 1, {
    ...NO_DATE_PARTS,
    grain: 'season',
    year: written,
    relative: written === null,
    ...isoDays(days),
  });
}

function seasonEnd(year: number, month: number): number {
  const last = month + 2;
  return last > 12 ? monthDays(year + 1, last - 12).to : monthDays(year, last).to;
}
