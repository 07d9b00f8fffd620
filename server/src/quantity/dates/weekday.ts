/** Weekdays: `Tuesday`, `last Friday`, `next week Wednesday`, `Tuesday of last week`, `Friday the 22nd`. */

import { ordinalAt } from '../figures/ordinal.ts';
import { AMBIGUOUS_WEEKDAYS, SHIFTS, WEEKDAYS } from '../lexicon/calendar.ts';
import type { DateQuantity } from '../quantity.ts';
import { dateReading, NO_DATE_PARTS, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { isCapitalised, isDash, isNumber, lowerAt, startOf } from '../scan.ts';
import { type Days, isoDays, weekdayOf } from './days.ts';
import { readMonthDate } from './monthDate.ts';
import { nearestDay, originOf, referenceDay } from './nearest.ts';
import { type Others, otherDays } from './others.ts';

/** Reads from the weekday or from the `last`, `this`, `next` before it. */
export function readWeekday(scan: Scan, at: number): Reading | null {
  const shift = SHIFTS.get(lowerAt(scan, at));
  const dayAt = shift === undefined ? at : at + 1;
  const weekday = WEEKDAYS.get(lowerAt(scan, dayAt));
  if (weekday === undefined || !standsForDay(scan, dayAt)) return null;
  if (shift === undefined)
    return readDayOfMonth(scan, at, weekday) ?? readOfWeek(scan, at, weekday) ?? plain(scan, at, weekday);
  const dated = readMonthDate(scan, dayAt);
  if (dated?.quantity?.kind === 'date') return from(scan, at, dated.next, dated.quantity);
  return weekdayReading(scan, at, dayAt + 1, weekday, inWeek(scan, at, weekday, shift));
}

/** `this Friday, June 15`: the date tells the day. */
function from(scan: Scan, first: number, next: number, date: DateQuantity): Reading {
  const start = startOf(scan, first);
  const span = { start, end: date.end };
  return {
    first,
    next,
    quantity: { ...date, ...span, text: scan.text.slice(start, date.end), extent: span },
  };
}

/** `sat` and `sun` are verbs and stars: short names need a capital and a comma, full stop or figure behind. */
function standsForDay(scan: Scan, at: number): boolean {
  const word = lowerAt(scan, at);
  if (!AMBIGUOUS_WEEKDAYS.has(word)) return true;
  const behind = lowerAt(scan, at + 1);
  return (
    isCapitalised(scan, at) && (behind === ',' || behind === '.' || /^\d/.test(behind)) && word !== 'sun'
  );
}

/** News dates look back: the most recent such day on or before the article's own, or else another. `Fridays` are no one day. */
function plain(scan: Scan, at: number, weekday: number): Reading {
  const reference = referenceDay(scan);
  const recurring = lowerAt(scan, at).endsWith('days');
  if (reference === null || recurring) return weekdayReading(scan, at, at + 1, weekday, null);
  const day = reference - ((weekdayOf(reference) - weekday + 7) % 7);
  return weekdayReading(scan, at, at + 1, weekday, day, otherDays(scan, at, day));
}

/** The weekday within the article's own week (Monday to Sunday) or the one before or after, as the word at a token moves it. */
function inWeek(scan: Scan, at: number, weekday: number, shift: number): number | null {
  const reference = originOf(scan, at);
  return reference === null ? null : reference - weekdayOf(reference) + weekday + shift * 7;
}

/** `Tuesday of last week`, `Friday next week`, `next week on Friday` is read from its week. */
function readOfWeek(scan: Scan, at: number, weekday: number): Reading | null {
  const of = lowerAt(scan, at + 1) === 'of' ? at + 2 : at + 1;
  const the = lowerAt(scan, of) === 'the' ? of + 1 : of;
  const shift = SHIFTS.get(lowerAt(scan, the));
  if (shift === undefined || lowerAt(scan, the + 1) !== 'week') return null;
  return weekdayReading(scan, at, the + 2, weekday, inWeek(scan, the, weekday, shift));
}

/** Reads `next week on Friday`, `this week Monday` from the `next`. */
export function readWeekThenDay(scan: Scan, at: number): Reading | null {
  const shift = SHIFTS.get(lowerAt(scan, at));
  if (shift === undefined || lowerAt(scan, at + 1) !== 'week') return null;
  const on = lowerAt(scan, at + 2) === 'on' || isDash(scan, at + 2) ? at + 3 : at + 2;
  const weekday = WEEKDAYS.get(lowerAt(scan, on));
  return weekday === undefined
    ? null
    : weekdayReading(scan, at, on + 1, weekday, inWeek(scan, at, weekday, shift));
}

/** `Friday the 22nd`: the nearest such day of a month that falls on the weekday. */
function readDayOfMonth(scan: Scan, at: number, weekday: number): Reading | null {
  if (lowerAt(scan, at + 1) !== 'the') return null;
  const ordinal = ordinalAt(scan, at + 2);
  if (ordinal === null || ordinal.value > 31) return null;
  return dateReading(scan, at, ordinal.next, {
    ...NO_DATE_PARTS,
    grain: 'day',
    weekday,
    day: ordinal.value,
    relative: true,
    ...isoDays(singleOrNull(nearestDay(scan, ordinal.value, weekday))),
  });
}

function singleOrNull(day: number | null): Days | null {
  return day === null ? null : single(day);
}

function single(day: number): Days {
  return { from: day, to: day };
}

function weekdayReading(
  scan: Scan,
  first: number,
  next: number,
  weekday: number,
  day: number | null,
  others: Others = {},
): Reading {
  return dateReading(scan, first, next, {
    ...NO_DATE_PARTS,
    grain: 'day',
    weekday,
    relative: true,
    ...isoDays(singleOrNull(day)),
    ...others,
  });
}

const BEFORE_DAY: ReadonlySet<string> = new Set([
  'on',
  'for',
  'by',
  'until',
  'since',
  'from',
  'before',
  'after',
]);

const BEHIND_DAY: ReadonlySet<string> = new Set([
  '',
  '.',
  ',',
  '!',
  '?',
  ';',
  ':',
  'and',
  'at',
  'in',
  'by',
  'when',
  'after',
  'to',
  'from',
  'with',
  'of',
]);

/** Reads `on the 27th`, `by the 3rd`, `on 22nd` from the ordinal: a day of a month that the text leaves out. */
export function readDayAlone(scan: Scan, at: number): Reading | null {
  const the = lowerAt(scan, at - 1) === 'the';
  const before = lowerAt(scan, the ? at - 2 : at - 1);
  if (before !== 'on' && !(the && isNumber(scan, at) && BEFORE_DAY.has(before))) return null;
  const ordinal = ordinalAt(scan, at);
  if (ordinal === null || ordinal.value > 31 || !BEHIND_DAY.has(lowerAt(scan, ordinal.next))) return null;
  const days = singleOrNull(nearestDay(scan, ordinal.value, null));
  return dateReading(scan, at, ordinal.next, {
    ...NO_DATE_PARTS,
    grain: 'day',
    day: ordinal.value,
    relative: true,
    ...isoDays(days),
  });
}
