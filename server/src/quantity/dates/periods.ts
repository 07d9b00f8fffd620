/** Periods: stretches of the calendar counted from a day. */

import type { Period } from '../lexicon/calendar.ts';
import { addMonths, civil, type Days, monthDays, weekdayOf, yearDays } from './days.ts';

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

function quarterDays(year: number, quarter: number): Days {
  return { from: monthDays(year, quarter * 3 - 2).from, to: monthDays(year, quarter * 3).to };
}

/** `the past week` reaches back from the day itself. */
export function trailingPeriod(reference: number, period: Period): Days {
  const days = PERIOD_DAYS.get(period);
  const from =
    days === undefined ? addMonths(reference, -(PERIOD_MONTHS.get(period) ?? 1)) : reference - days;
  return { from, to: reference };
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

/** Mean length in days, for distances that no calendar reaches: `150,000 years ago`. */
export function meanDays(period: Period): number {
  return PERIOD_DAYS.get(period) ?? (PERIOD_MONTHS.get(period) ?? 1) * MONTH_DAYS;
}

/** Of the Gregorian calendar: 146,097 days in 4,800 months. */
const MONTH_DAYS = 146_097 / 4800;

/** Periods beyond this many months cannot be told as a date. */
const MOST_MONTHS = 24_000;

/** The day itself; the grain tells that `two years ago` means no single day. */
export function movedBy(reference: number | null, period: Period, count: number): Days | null {
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
