/** Days and weeks counted within a month or a year: `the first Friday of July`, `the last week of 2019`, `the 20th of next month`. */

import { ordinalAt } from '../figures/ordinal.ts';
import { PERIODS, SHIFTS, WEEKDAYS } from '../lexicon/calendar.ts';
import type { DateGrain } from '../quantity.ts';
import { dateReading, NO_DATE_PARTS, opened, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { lowerAt } from '../scan.ts';
import { type Days, isoDays, monthDays, weekdayOf, yearDays } from './days.ts';
import { dayAt, monthAt, secondDay } from './monthParts.ts';
import { nearestYear, referenceDay } from './nearest.ts';
import { shiftedPeriod } from './periods.ts';
import { resolvedYear, yearAt, yearBehind } from './yearNumber.ts';

/** What is counted: a weekday, weeks, or days. */
type Counted =
  | { readonly unit: 'weekday'; readonly weekday: number }
  | { readonly unit: 'week' }
  | { readonly unit: 'day' };

interface Container {
  /** Null where the reference is missing. */
  readonly days: Days | null;
  readonly year: number | null;
  readonly month: number | null;
  readonly next: number;
}

const THURSDAY = 4;

/** Reads from the ordinal or from `last`. */
export function readNth(scan: Scan, at: number): Reading | null {
  const start = lowerAt(scan, at) === 'the' ? at + 1 : at;
  const last = lowerAt(scan, start) === 'last';
  const ordinal = last ? { value: -1, next: start + 1 } : ordinalAt(scan, start);
  if (ordinal === null || ordinal.value > 53) return null;
  const named = countedAt(scan, ordinal.next);
  const counted: Counted = named ?? { unit: 'day' };
  const container = readContainer(
    scan,
    named === null ? ordinal.next : ordinal.next + 1,
    named?.unit === 'week',
  );
  if (container === null || (named === null && (last || ordinal.value > 31))) return null;
  const days = container.days === null ? null : nthIn(container.days, counted, ordinal.value);
  const day = counted.unit === 'day' && !last ? ordinal.value : null;
  return dateReading(scan, at, container.next, {
    ...NO_DATE_PARTS,
    grain: grainOf(counted),
    year: container.year,
    month: container.month,
    day,
    weekday: counted.unit === 'weekday' ? counted.weekday : null,
    relative: container.year === null,
    ...isoDays(days),
  });
}

/** Reads `from 4 to 22 this month` from the first day. */
export function readDaysOfMonth(scan: Scan, at: number): Reading | null {
  const first = dayAt(scan, at);
  const last = first === null ? null : secondDay(scan, at, first.next);
  if (first === null || last === null || last.value <= first.value) return null;
  const container = readContainer(scan, last.next, false);
  if (container === null || container.month !== null) return null;
  const { days, next } = container;
  const range = days === null ? null : { from: days.from + first.value - 1, to: days.from + last.value - 1 };
  const parts = { ...NO_DATE_PARTS, grain: 'day' as const, relative: true, ...isoDays(range) };
  return opened(scan, dateReading(scan, at, next, parts));
}

function grainOf({ unit }: Counted): DateGrain {
  return unit === 'week' ? 'week' : 'day';
}

function countedAt(scan: Scan, at: number): Counted | null {
  const word = lowerAt(scan, at);
  if (word === 'week') return { unit: 'week' };
  if (word === 'day') return { unit: 'day' };
  const weekday = WEEKDAYS.get(word);
  return weekday === undefined ? null : { unit: 'weekday', weekday };
}

/** `of July`, `in 2019`, `of next month`, `next year`. A bare year or month needs its `of` or `in`. */
function readContainer(scan: Scan, at: number, weeks: boolean): Container | null {
  const joint = lowerAt(scan, at) === 'of' || lowerAt(scan, at) === 'in';
  const from = joint ? at + 1 : at;
  const the = joint && lowerAt(scan, from) === 'the' ? from + 1 : from;
  const shift = the > from ? 0 : SHIFTS.get(lowerAt(scan, the));
  const period = PERIODS.get(lowerAt(scan, shift !== undefined && the === from ? the + 1 : the));
  if (shift !== undefined && (period === 'month' || (period === 'year' && weeks))) {
    const reference = referenceDay(scan);
    const days = reference === null ? null : shiftedPeriod(reference, period, shift);
    return { days, year: null, month: null, next: (the > from ? the : the + 1) + 1 };
  }
  return joint ? monthOrYear(scan, from, weeks) : null;
}

function monthOrYear(scan: Scan, at: number, weeks: boolean): Container | null {
  const year = weeks ? yearAt(scan, at) : null;
  if (year !== null) return { days: yearDays(year), year, month: null, next: at + 1 };
  const month = monthAt(scan, at);
  if (month === null) return null;
  const written = yearBehind(scan, month.next);
  const resolved = written === null ? nearestYear(scan, month.value, 15) : resolvedYear(scan, written);
  const days = resolved === null ? null : monthDays(resolved, month.value);
  return { days, year: written?.year ?? null, month: month.value, next: written?.next ?? month.next };
}

/** The nth (−1 is the last) of what is counted; a week lies where its Thursday lies, as in ISO 8601. */
function nthIn(container: Days, counted: Counted, n: number): Days | null {
  if (counted.unit === 'day') {
    const day = n < 0 ? container.to : container.from + n - 1;
    return day > container.to ? null : { from: day, to: day };
  }
  const weekday = counted.unit === 'weekday' ? counted.weekday : THURSDAY;
  const firstDay = container.from + ((weekday - weekdayOf(container.from) + 7) % 7);
  const lastDay = container.to - ((weekdayOf(container.to) - weekday + 7) % 7);
  const day = n < 0 ? lastDay : firstDay + (n - 1) * 7;
  if (day > container.to) return null;
  return counted.unit === 'week' ? { from: day - 3, to: day + 3 } : { from: day, to: day };
}
