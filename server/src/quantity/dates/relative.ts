/** Dates counted from the article's own: `yesterday`, `last year`, `this week`, `the day before yesterday`. */

import { PERIODS, type Period, RELATIVE_DAYS, SHIFTS } from '../lexicon/calendar.ts';
import { readAndFraction } from '../numerals/fractions.ts';
import type { DateGrain } from '../quantity.ts';
import { dateReading, NO_DATE_PARTS, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { isCapitalised, lowerAt, pastHyphen, startsSentence } from '../scan.ts';
import { isoDays } from './days.ts';
import { originOf, referenceDay } from './nearest.ts';
import { shiftedPeriod, trailingPeriod } from './periods.ts';
import { readSeason } from './season.ts';

/** How far from `now` the `from` or `between` of its period is looked for. */
const NOW_REACH = 8;

/** Reads `now` as the end of a period: `between now and November`, `from May to now`. */
export function readNow(scan: Scan, at: number): Reading | null {
  const before = lowerAt(scan, at - 1);
  const opens = before === 'between' || before === 'from';
  const closes = before === 'to' || before === 'until' || before === 'till' || before === 'and';
  if (opens)
    return /^(?:and|to|until|till|through)$/.test(lowerAt(scan, at + 1))
      ? dayReading(scan, at, at + 1, 0)
      : null;
  if (!closes) return null;
  for (let near = at - 2; near >= Math.max(0, at - NOW_REACH); near -= 1) {
    if (lowerAt(scan, near) === (before === 'and' ? 'between' : 'from'))
      return dayReading(scan, at, at + 1, 0);
  }
  return null;
}

/** Reads `today`, `yesterday`, `the day after tomorrow`. */
export function readRelativeDay(scan: Scan, at: number): Reading | null {
  const simple = RELATIVE_DAYS.get(lowerAt(scan, at));
  if (simple !== undefined) return isTitle(scan, at) ? null : dayReading(scan, at, at + 1, simple);
  if (lowerAt(scan, at) !== 'the' || lowerAt(scan, at + 1) !== 'day') return null;
  const way = lowerAt(scan, at + 2);
  const base = RELATIVE_DAYS.get(lowerAt(scan, at + 3));
  if (base === undefined || (way !== 'before' && way !== 'after')) return null;
  return dayReading(scan, at, at + 4, base + (way === 'before' ? -1 : 1));
}

function dayReading(scan: Scan, first: number, next: number, shift: number): Reading {
  const reference = referenceDay(scan);
  const days = reference === null ? null : { from: reference + shift, to: reference + shift };
  return dateReading(scan, first, next, { ...NO_DATE_PARTS, grain: 'day', relative: true, ...isoDays(days) });
}

/** `USA Today`, `Last Week Tonight`: a capital inside a sentence makes a title of it. */
function isTitle(scan: Scan, at: number): boolean {
  return isCapitalised(scan, at) && !startsSentence(scan, at);
}

/** Reads `last year`, `this week`, `next month`, `the past week` from the modifier. */
export function readShiftedPeriod(scan: Scan, at: number): Reading | null {
  const word = lowerAt(scan, at);
  const shift = SHIFTS.get(word);
  if (shift === undefined || isTitle(scan, at)) return null;
  const period = PERIODS.get(lowerAt(scan, at + 1));
  if (period === undefined || lowerAt(scan, at + 1).endsWith('s')) return readSeason(scan, at, at + 1, shift);
  if (period === 'day' || !pointsAtPeriod(scan, at)) return null;
  const reference = originOf(scan, at);
  const trailing = lowerAt(scan, at - 1) === 'the' && shift < 0 && period !== 'weekend' && period !== 'night';
  const days =
    reference === null
      ? null
      : trailing
        ? trailingPeriod(reference, period)
        : shiftedPeriod(reference, period, shift);
  return dateReading(scan, at, at + 2, {
    ...NO_DATE_PARTS,
    grain: grainOf(period),
    relative: true,
    ...isoDays(days),
  });
}

const POSSESSIVES: ReadonlySet<string> = new Set(['his', 'her', 'its', 'their', 'my', 'your', 'our', "'s"]);

/** `his last year`, `the last year of her term`, `a next year and a half`, `the following week` point at something else. */
function pointsAtPeriod(scan: Scan, at: number): boolean {
  const before = lowerAt(scan, at - 1);
  const behind = lowerAt(scan, at + 2);
  if (POSSESSIVES.has(before) || pastHyphen(scan, at + 2) > at + 2 || readAndFraction(scan, at + 2) !== null)
    return false;
  return before !== 'the' || (lowerAt(scan, at) !== 'following' && behind !== 'of' && behind !== 'in');
}

function grainOf(period: Period): DateGrain {
  return period === 'night' ? 'day' : period === 'fortnight' ? 'week' : period;
}
