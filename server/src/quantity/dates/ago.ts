/** Distances in time: `two weeks ago`, `a year ago`, `three days from tomorrow`. */

import { PERIODS, type Period, RELATIVE_DAYS } from '../lexicon/calendar.ts';
import type { Numeral } from '../numerals/numeral.ts';
import { readNumeral } from '../numerals/readNumeral.ts';
import type { DateGrain } from '../quantity.ts';
import { dateReading, NO_DATE_PARTS, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { lowerAt, pastHyphen } from '../scan.ts';
import { isoDays } from './days.ts';
import { referenceDay } from './nearest.ts';
import { meanDays, movedBy } from './periods.ts';

/** A distance as written: so many periods from a day. */
interface Distance {
  readonly period: Period;
  /** Periods, negative for the past. */
  readonly shift: number;
  /** Days from the reference to the day that is counted from. */
  readonly anchor: number;
  readonly next: number;
}

/** Reads `two weeks ago`, `a year ago`, `three days earlier than now` from the number. */
export function readAgo(scan: Scan, at: number): Reading | null {
  const read = distanceAt(scan, at);
  if (read === null) return null;
  const { period, shift, anchor, next } = read;
  const reference = referenceDay(scan);
  const days = movedBy(reference === null ? null : reference + anchor, period, shift);
  const distance = movedBy(anchor, period, shift)?.from ?? anchor + shift * meanDays(period);
  const grain = AGO_GRAINS.get(period) ?? 'day';
  return dateReading(scan, at, next, { ...NO_DATE_PARTS, grain, relative: true, distance, ...isoDays(days) });
}

function distanceAt(scan: Scan, at: number): Distance | null {
  const counted = readNumeral(scan, at);
  if (counted === null && !ARTICLES.has(lowerAt(scan, at))) return null;
  const unitAt = pastHyphen(scan, counted?.next ?? at + 1);
  const start = lowerAt(scan, unitAt) === 'of' ? unitAt + 1 : unitAt;
  const period = PERIODS.get(lowerAt(scan, start));
  if (period === undefined) return null;
  const count = counted === null ? 1 : counted.vague ? typicalOf(counted) : counted.low;
  const way = lowerAt(scan, start + 1);
  if (way === 'ago') return { period, shift: -count, anchor: 0, next: start + 2 };
  const anchor = ANCHORED.has(way) ? anchorAt(scan, start + 2) : undefined;
  if (anchor === undefined) return null;
  return { period, shift: way === 'before' ? -count : count, anchor, next: start + 3 };
}

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an']);
const ANCHORED: ReadonlySet<string> = new Set(['from', 'after', 'before']);

const AGO_GRAINS: ReadonlyMap<Period, DateGrain> = new Map([
  ['week', 'week'],
  ['fortnight', 'week'],
  ['weekend', 'weekend'],
  ['month', 'month'],
  ['quarter', 'quarter'],
  ['year', 'year'],
  ['decade', 'decade'],
  ['century', 'century'],
]);

/** The day that `two days from tomorrow` counts from, in days from the reference. */
function anchorAt(scan: Scan, at: number): number | undefined {
  return lowerAt(scan, at) === 'now' ? 0 : RELATIVE_DAYS.get(lowerAt(scan, at));
}

/** `a few days ago` is told by what the word most often means. */
function typicalOf({ low, high }: Numeral): number {
  return low === 2 && high > 3 ? 3 : low;
}
