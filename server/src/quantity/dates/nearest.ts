/** Missing parts: the year or month that a date leaves out, found from the day the text was written. */

import { lowerAt, type Scan } from '../scan.ts';
import { addMonths, civil, dayNumber, parseIso, weekdayOf } from './days.ts';

export function referenceDay(scan: Scan): number | null {
  return scan.reference === null ? null : parseIso(scan.reference);
}

/** The day that the `last`, `next` or `following` at a token counts from: the text's own, or null for one told before. */
export function originOf(scan: Scan, at: number): number | null {
  return countsFromBefore(scan, at) ? null : referenceDay(scan);
}

/** `the following spring`, `the next summer` and `the previous autumn` count from a time that the text told before. */
export function countsFromBefore(scan: Scan, at: number): boolean {
  const word = lowerAt(scan, at);
  return (
    word === 'following' || ((word === 'next' || word === 'previous') && lowerAt(scan, at - 1) === 'the')
  );
}

/** The year that puts a date nearest to the reference: in January, `29 December` was last year. */
export function nearestYear(scan: Scan, month: number, day: number): number | null {
  const reference = referenceDay(scan);
  if (reference === null) return null;
  const { year } = civil(reference);
  let best: number | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const candidate of CANDIDATES) {
    const number = dayNumber(year + candidate, month, day);
    if (number === null || Math.abs(number - reference) >= distance) continue;
    best = year + candidate;
    distance = Math.abs(number - reference);
  }
  return best;
}

/** Years around the reference. Four each way, so that 29 February finds one. */
const CANDIDATES = [0, -1, 1, -2, 2, -3, 3, -4, 4] as const;

/** `last May` is the latest May that is over, `next May` the first to come, `this May` the one of the year: `at` is the modifier. */
export function shiftedYear(scan: Scan, at: number, month: number, shift: number): number | null {
  const reference = originOf(scan, at);
  if (reference === null) return null;
  const own = civil(reference);
  if (shift < 0) return own.month > month ? own.year : own.year - 1;
  return shift > 0 && own.month >= month ? own.year + 1 : own.year;
}

/** Months around the reference in the order in which a bare day of the month is looked for. */
const MONTHS_AROUND = [0, -1, 1, -2, 2, -3, 3] as const;

/** The day of the month nearest to the reference that falls on the weekday; for null, the latest such day. */
export function nearestDay(scan: Scan, day: number, weekday: number | null): number | null {
  const reference = referenceDay(scan);
  if (reference === null) return null;
  for (const months of MONTHS_AROUND) {
    const { year, month } = civil(addMonths(reference, months));
    const number = dayNumber(year, month, day);
    if (number === null) continue;
    if (weekday === null ? number <= reference : weekdayOf(number) === weekday) return number;
  }
  return null;
}
