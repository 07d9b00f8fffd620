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
import { movedBy } from './periods.ts';

/** Reads `two weeks ago`, `a year ago`, `three days earlier than now` from the number. */
export function readAgo(scan: Scan, at: number): Reading | null {
  const article = lowerAt(scan, at) === 'a' || lowerAt(scan, at) === 'an';
  const counted = readNumeral(scan, at);
  if (counted === null && !article) return null;
  const unitAt = pastHyphen(scan, counted?.next ?? at + 1);
  const start = lowerAt(scan, unitAt) === 'of' ? unitAt + 1 : unitAt;
  const period = PERIODS.get(lowerAt(scan, start));
  if (period === undefined) return null;
  const way = lowerAt(scan, start + 1);
  const anchor =
    way === 'from' || way === 'after' || way === 'before' ? anchorAt(scan, start + 2) : undefined;
  if (way !== 'ago' && anchor === undefined) return null;
  const count = counted === null ? 1 : counted.vague ? typicalOf(counted) : counted.low;
  const reference = referenceDay(scan);
  const base = reference === null ? null : reference + (anchor ?? 0);
  const shift = way === 'ago' || way === 'before' ? -count : count;
  const days = movedBy(base, period, shift);
  const away = movedBy(anchor ?? 0, period, shift);
  const next = anchor === undefined ? start + 2 : start + 3;
  const grain = AGO_GRAINS.get(period) ?? 'day';
  return dateReading(scan, at, next, {
    ...NO_DATE_PARTS,
    grain,
    relative: true,
    distance: away?.from ?? null,
    ...isoDays(days),
  });
}

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
