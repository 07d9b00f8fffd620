/** Year numbers: which bare numbers of four digits are years, and the year behind a date. */

import { SHIFTS } from '../lexicon/calendar.ts';
import type { Scan } from '../scan.ts';
import { isDash, isNumber, lowerAt, touches } from '../scan.ts';
import { civil } from './days.ts';
import { countsFromBefore, referenceDay } from './nearest.ts';

/** Years that a date with a month may name. */
const FIRST = 1000;
const LAST = 2199;

/** The year written at a token, or null. */
export function yearAt(scan: Scan, at: number): number | null {
  if (!isNumber(scan, at) || !/^\d{4}$/.test(lowerAt(scan, at))) return null;
  const year = Number(lowerAt(scan, at));
  return year >= FIRST && year <= LAST ? year : null;
}

/** A year in figures, or one counted from the reference (`last year`, `this year`): `year` is null for these. */
export interface YearBehind {
  readonly year: number | null;
  /** How many years from the reference; null where the year is written, or counted from a time told before. */
  readonly shift: number | null;
  readonly next: number;
}

/** The year behind a month or a quarter: `, 2016`, `of 2016`, `-2016`, `last year`, `of this year`. */
export function yearBehind(scan: Scan, at: number): YearBehind | null {
  const joint = lowerAt(scan, at);
  const dash = (isDash(scan, at) || joint === '/') && touches(scan, at + 1);
  const skip = joint === ',' || joint === 'of' || joint === 'in' || dash ? 1 : 0;
  const start = joint === ',' && lowerAt(scan, at + 1) === 'in' ? at + 2 : at + skip;
  const year = yearAt(scan, start);
  if (year !== null) return { year, shift: null, next: start + 1 };
  if (joint === ',' || dash) return null;
  const modifier = lowerAt(scan, start) === 'the' ? start + 1 : start;
  if (countsFromBefore(scan, modifier) && lowerAt(scan, modifier + 1) === 'year')
    return { year: null, shift: null, next: modifier + 2 };
  const shift = joint === 'of' && lowerAt(scan, start) === 'the' ? 0 : SHIFTS.get(lowerAt(scan, start));
  return shift !== undefined && lowerAt(scan, start + 1) === 'year'
    ? { year: null, shift, next: start + 2 }
    : null;
}

/** The year that is written or counted from the reference; null where it cannot be told. */
export function resolvedYear(scan: Scan, written: YearBehind | null): number | null {
  if (written === null) return null;
  if (written.year !== null) return written.year;
  const reference = referenceDay(scan);
  return reference === null || written.shift === null ? null : civil(reference).year + written.shift;
}
