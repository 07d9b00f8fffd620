/** Dates counted from the article's own: `yesterday`, `last year`, `two weeks ago`, `this summer`, `the day before yesterday`. */

import { PERIODS, type Period, RELATIVE_DAYS, SEASONS, SHIFTS } from '../lexicon/calendar.ts';
import type { Numeral } from '../numerals/numeral.ts';
import { readNumeral } from '../numerals/readNumeral.ts';
import type { DateGrain } from '../quantity.ts';
import { dateReading, NO_DATE_PARTS, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { lowerAt, pastHyphen } from '../scan.ts';
import { addMonths, civil, type Days, isoDays, monthDays, weekdayOf, yearDays } from './days.ts';
import { referenceDay } from './nearest.ts';
import { yearAt } from './yearNumber.ts';

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
  if (simple !== undefined) return dayReading(scan, at, at + 1, simple);
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

/** Reads `last year`, `this week`, `next month`, `last night` from the modifier. */
export function readShiftedPeriod(scan: Scan, at: number): Reading | null {
  const word = lowerAt(scan, at);
  const shift = SHIFTS.get(word);
  if (shift === undefined) return null;
  const period = PERIODS.get(lowerAt(scan, at + 1));
  if (period === undefined || lowerAt(scan, at + 1).endsWith('s')) return readSeason(scan, at, at + 1, shift);
  if (pastHyphen(scan, at + 2) > at + 2 && /^old/.test(lowerAt(scan, at + 3))) return null;
  if (period === 'day' || (word === 'following' && lowerAt(scan, at - 1) === 'the')) return null;
  const reference = referenceDay(scan);
  const days = reference === null ? null : shiftedPeriod(reference, period, shift);
  return dateReading(scan, at, at + 2, {
    ...NO_DATE_PARTS,
    grain: grainOf(period),
    relative: true,
    ...isoDays(days),
  });
}

function grainOf(period: Period): DateGrain {
  return period === 'night' ? 'day' : period === 'fortnight' ? 'week' : period;
}

/** The period that holds a day, moved by a number of periods. Weeks run from Monday to Sunday. */
export function shiftedPeriod(day: number, period: Period, shift: number): Days | null {
  const { year, month } = civil(day);
  switch (period) {
    case 'day':
    case 'night':
      return { from: day + shift, to: day + shift };
    case 'week':
    case 'fortnight':
    case 'weekend': {
      const monday = day - weekdayOf(day) + 1 + shift * (period === 'fortnight' ? 14 : 7);
      return period === 'weekend' ? { from: monday + 5, to: monday + 6 } : { from: monday, to: monday + 6 };
    }
    case 'month': {
      const moved = civil(addMonths(day, shift));
      return monthDays(moved.year, moved.month);
    }
    case 'quarter': {
      const moved = civil(addMonths(day, shift * 3));
      return quarterDays(moved.year, Math.floor((moved.month - 1) / 3) + 1);
    }
    case 'year':
      return yearDays(year + shift);
    case 'decade': {
      const first = Math.floor(year / 10) * 10 + shift * 10;
      return { from: yearDays(first).from, to: yearDays(first + 9).to };
    }
    case 'century': {
      const first = Math.floor((year - 1) / 100) * 100 + 1 + shift * 100;
      return month < 1 ? null : { from: yearDays(first).from, to: yearDays(first + 99).to };
    }
  }
}

export function quarterDays(year: number, quarter: number): Days {
  return { from: monthDays(year, quarter * 3 - 2).from, to: monthDays(year, quarter * 3).to };
}

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
  const days = movedBy(base, period, way === 'ago' || way === 'before' ? -count : count);
  const next = anchor === undefined ? start + 2 : start + 3;
  const grain = AGO_GRAINS.get(period) ?? 'day';
  return dateReading(scan, at, next, { ...NO_DATE_PARTS, grain, relative: true, ...isoDays(days) });
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

const PERIOD_DAYS: ReadonlyMap<Period, number> = new Map([
  ['day', 1],
  ['night', 1],
  ['week', 7],
  ['weekend', 7],
  ['fortnight', 14],
]);

const PERIOD_MONTHS: ReadonlyMap<Period, number> = new Map([
  ['month', 1],
  ['quarter', 3],
  ['year', 12],
  ['decade', 120],
  ['century', 1200],
]);

/** Periods beyond this many months cannot be told as a date. */
const MOST_MONTHS = 24_000;

/** The day itself; the grain tells that `two years ago` means no single day. */
function movedBy(reference: number | null, period: Period, count: number): Days | null {
  if (reference === null) return null;
  const days = PERIOD_DAYS.get(period);
  const months = PERIOD_MONTHS.get(period) ?? 1;
  if (Math.abs(count * months) > MOST_MONTHS) return null;
  const day =
    days === undefined
      ? addMonths(reference, Math.round(count * months))
      : reference + Math.round(count * days);
  return { from: day, to: day };
}

/** `summer 2016`, `the winter of 1978`, `this summer`. A bare season is no date. */
export function readSeason(scan: Scan, first: number, at: number, shift: number | null): Reading | null {
  const month = SEASONS.get(lowerAt(scan, at));
  if (month === undefined) return null;
  const of = lowerAt(scan, at + 1) === 'of' ? at + 2 : at + 1;
  const written = yearAt(scan, of);
  if (written === null && shift === null) return null;
  const reference = referenceDay(scan);
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
