/** Dates with a month in words: `29 December`, `Dec. 31, 1994`, `Tuesday, May 5`, `June 2016`, `the 4th of July`. */

import { ordinalAt } from '../figures/ordinal.ts';
import { AMBIGUOUS_MONTHS, MONTHS, SHIFTS, WEEKDAYS } from '../lexicon/calendar.ts';
import { NO_NOUN } from '../lexicon/noNoun.ts';
import { wordSet } from '../lexicon/wordSet.ts';
import { type DateParts, dateReading, NO_DATE_PARTS, opened, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { isCapitalised, isDash, isNumber, isWord, lowerAt, startsSentence, touches } from '../scan.ts';
import { type Days, dayNumber, isoDays, monthDays } from './days.ts';
import { dayAt, monthAt, type Part, secondDay } from './monthParts.ts';
import { nearestYear, shiftedYear } from './nearest.ts';
import { type Others, otherMonth } from './others.ts';
import { resolvedYear, type YearBehind, yearAt, yearBehind } from './yearNumber.ts';

/** What is written of a date, before it is set in the calendar. */
interface Written {
  readonly day: number | null;
  /** The last day of `May 3-5`. */
  readonly lastDay: number | null;
  readonly month: number;
  readonly year: YearBehind | null;
  readonly next: number;
}

/** Reads from a weekday, a day or a month; `Monday January 12th, 2016` is one date. */
export function readMonthDate(scan: Scan, at: number): Reading | null {
  const weekday = WEEKDAYS.get(lowerAt(scan, at)) ?? null;
  const from = weekday === null ? at : pastComma(scan, at + 1);
  const date =
    readDayMonth(scan, from) ??
    readMonthDay(scan, from) ??
    (weekday === null ? readMonthAlone(scan, from) : null);
  if (date === null) return null;
  const next = weekday === null ? date.next : closed(scan, from, date.next);
  const reading = dateReading(scan, at, next, {
    ...resolve(scan, date, weekday),
    ...othersOf(scan, from, date),
  });
  return date.lastDay === null ? reading : opened(scan, reading);
}

/** Past the bracket of `Friday (June 15)`. */
function closed(scan: Scan, from: number, next: number): number {
  return lowerAt(scan, from - 1) === '(' && lowerAt(scan, next) === ')' ? next + 1 : next;
}

/** Past what stands between a weekday and its date: a comma, a full stop, a hyphen, a bracket. */
function pastComma(scan: Scan, at: number): number {
  const dot = lowerAt(scan, at) === '.' ? at + 1 : at;
  const comma = lowerAt(scan, dot) === ',' || lowerAt(scan, dot) === '(' ? dot + 1 : dot;
  return isDash(scan, comma) && touches(scan, comma) && touches(scan, comma + 1) ? comma + 1 : comma;
}

/** `29 December 2019`, `the 4th of July`, `22 of Jan`, `3-5 May`. */
function readDayMonth(scan: Scan, at: number): Written | null {
  const start = lowerAt(scan, at) === 'the' ? at + 1 : at;
  const day = dayAt(scan, start);
  if (day === null) return null;
  const upper = secondDay(scan, at, day.next);
  const end = upper?.next ?? day.next;
  const month = monthAt(scan, pastOf(scan, end));
  if (month === null) return null;
  const year = yearBehind(scan, month.next);
  return {
    day: day.value,
    lastDay: upper?.value ?? null,
    month: month.value,
    year,
    next: year?.next ?? month.next,
  };
}

/** Past the joint of `4th of July`, `28-Nov`, `05/Aug`, `16. Nov.`. */
function pastOf(scan: Scan, at: number): number {
  const mark = lowerAt(scan, at);
  const tied = (mark === '-' || mark === '/' || mark === '.') && touches(scan, at);
  return mark === 'of' || tied ? at + 1 : at;
}

/** `December 29, 2019`, `May 3-5`, `Jan first`, `May twenty-one`. */
function readMonthDay(scan: Scan, at: number): Written | null {
  const month = monthAt(scan, at);
  if (month === null) return null;
  const from = lowerAt(scan, month.next) === 'the' ? month.next + 1 : pastSeparator(scan, month.next);
  const day = dayAt(scan, from) ?? slipAt(scan, at, from);
  if (day === null || countsMore(scan, day.next)) return null;
  const upper = secondDay(scan, at, day.next);
  const end = upper?.next ?? day.next;
  const year = yearBehind(scan, end);
  return {
    day: day.value,
    lastDay: upper?.value ?? null,
    month: month.value,
    year,
    next: year?.next ?? end,
  };
}

/** Words before a month that make the number behind it a day, even one the calendar does not have. */
const BEFORE_DAY: ReadonlySet<string> = wordSet('on of');

/** `on October 72`, `October 72 is`: a slip of the pen for a day, which would otherwise be a number of nothing. */
function slipAt(scan: Scan, month: number, at: number): Part | null {
  const written = lowerAt(scan, at);
  if (!/^\d{2,3}$/.test(written)) return null;
  const before = lowerAt(scan, month - 1);
  const isDay = BEFORE_DAY.has(before) || WEEKDAYS.has(before === ',' ? lowerAt(scan, month - 2) : before);
  return isDay || isLeftAlone(scan, at + 1) ? { value: Number(written), next: at + 1 } : null;
}

/** Whether what follows a number is nothing it could count. */
function isLeftAlone(scan: Scan, at: number): boolean {
  const dash = isDash(scan, at) || lowerAt(scan, at) === '/' || lowerAt(scan, at) === "'";
  return !dash && (!isWord(scan, at) || NO_NOUN.has(lowerAt(scan, at))) && !isNumber(scan, at + 1);
}

function pastSeparator(scan: Scan, at: number): number {
  const mark = lowerAt(scan, at);
  if (mark === ',' && ordinalAt(scan, at + 1) !== null) return at + 1;
  return (isDash(scan, at) || mark === '/') && touches(scan, at) && touches(scan, at + 1) ? at + 1 : at;
}

const COUNTED: ReadonlySet<string> = new Set(['%', 'percent', 'per', 'million', 'billion', 'thousand']);

/** `in May 20 percent`, `in March 5 million`, `in June 12:30`: the number belongs to something else. */
function countsMore(scan: Scan, at: number): boolean {
  if (COUNTED.has(lowerAt(scan, at))) return true;
  return lowerAt(scan, at) === ':' && touches(scan, at + 1) && isNumber(scan, at + 1);
}

/** `September`, `Sept. 2001`, `June of 1992`, `in May last year`. */
function readMonthAlone(scan: Scan, at: number): Written | null {
  const month = monthAt(scan, at);
  if (month === null) return null;
  const year = yearBehind(scan, month.next);
  if (year === null && !standsForMonth(scan, at)) return null;
  return { day: null, lastDay: null, month: month.value, year, next: year?.next ?? month.next };
}

const BEFORE_MONTH: ReadonlySet<string> = wordSet(
  'in last since until till by this next early late mid of from through during before after past previous coming - to and or between month',
);

/**
 * `May` and `March` alone are months only in capitals and behind a word of time or another month; `April`, `June`
 * and `August` are people where a name follows or the sentence starts with them.
 */
function standsForMonth(scan: Scan, at: number): boolean {
  const word = lowerAt(scan, at);
  if (!AMBIGUOUS_MONTHS.has(word)) return true;
  if (!isCapitalised(scan, at)) return false;
  const before = lowerAt(scan, at - 1);
  if (BEFORE_MONTH.has(before) || (before === ',' && MONTHS.has(lowerAt(scan, at - 2)))) return true;
  const name = isCapitalised(scan, at + 1) || isCapitalised(scan, at - 1) || startsSentence(scan, at);
  return PEOPLES_MONTHS.has(word) && !name;
}

const PEOPLES_MONTHS: ReadonlySet<string> = new Set(['april', 'june', 'august']);

/** Reads `last September`, `this May`, `next June` from the modifier. */
export function readShiftedMonth(scan: Scan, at: number): Reading | null {
  const shift = SHIFTS.get(lowerAt(scan, at));
  const month = shift === undefined ? null : monthAt(scan, at + 1);
  if (shift === undefined || month === null || isNumber(scan, month.next)) return null;
  if (AMBIGUOUS_MONTHS.has(lowerAt(scan, at + 1)) && /^(?:may|march)$/.test(scan.tokens[at + 1]?.text ?? ''))
    return null;
  const year = shiftedYear(scan, at, month.value, shift);
  return dateReading(scan, at, month.next, {
    ...NO_DATE_PARTS,
    grain: 'month',
    month: month.value,
    relative: true,
    ...isoDays(year === null ? null : monthDays(year, month.value)),
  });
}

/** Reads `2017 April`, `2016, nov` from the year. */
export function readYearMonth(scan: Scan, at: number): Reading | null {
  const year = yearAt(scan, at);
  const month = year === null ? null : monthAt(scan, at + 1);
  if (year === null || month === null || isNumber(scan, month.next)) return null;
  return dateReading(scan, at, month.next, {
    ...NO_DATE_PARTS,
    grain: 'month',
    year,
    month: month.value,
    ...isoDays(monthDays(year, month.value)),
  });
}

/** A month is as far from a day as its middle is. */
const MID_MONTH = 15;

function resolve(scan: Scan, date: Written, weekday: number | null): DateParts {
  const { month, day, lastDay } = date;
  const year =
    date.year === null ? nearestYear(scan, month, day ?? MID_MONTH) : resolvedYear(scan, date.year);
  const days = year === null ? null : daysOf(year, month, day, lastDay);
  return {
    ...NO_DATE_PARTS,
    grain: day === null ? 'month' : 'day',
    year: date.year?.year ?? null,
    month,
    day: lastDay === null ? day : null,
    weekday,
    ...endsOf(date),
    relative: (date.year?.year ?? null) === null,
    ...isoDays(days),
  };
}

/** Of a month that stands alone. */
function othersOf(scan: Scan, at: number, { year, month, day }: Written): Others {
  return year === null && day === null
    ? otherMonth(scan, at, month, nearestYear(scan, month, MID_MONTH))
    : {};
}

function endsOf({ month, day, lastDay }: Written): Pick<DateParts, 'ends'> {
  if (day === null || lastDay === null) return {};
  return {
    ends: [
      { month, day },
      { month, day: lastDay },
    ],
  };
}

function daysOf(year: number, month: number, day: number | null, lastDay: number | null): Days | null {
  if (day === null) return monthDays(year, month);
  const from = dayNumber(year, month, day);
  const to = lastDay === null ? from : dayNumber(year, month, lastDay);
  return from === null || to === null || to < from ? null : { from, to };
}
