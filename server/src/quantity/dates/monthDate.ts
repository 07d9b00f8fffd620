/** Dates with a month in words: `29 December`, `Dec. 31, 1994`, `Tuesday, May 5`, `June 2016`, `the 4th of July`. */

import { ordinalAt } from '../figures/ordinal.ts';
import { AMBIGUOUS_MONTHS, MONTHS, WEEKDAYS } from '../lexicon/calendar.ts';
import { readWords } from '../numerals/words.ts';
import { type DateParts, dateReading, NO_DATE_PARTS, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { isCapitalised, isDash, isNumber, lowerAt, touches } from '../scan.ts';
import { type Days, dayNumber, isoDays, monthDays, parseIso } from './days.ts';
import { yearAt } from './yearNumber.ts';

interface Found {
  readonly value: number;
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
  return date === null ? null : dateReading(scan, at, date.next, resolve(scan, { ...date, weekday }));
}

interface Written {
  readonly day: number | null;
  readonly lastDay: number | null;
  readonly month: number;
  readonly year: number | null;
  readonly next: number;
}

function pastComma(scan: Scan, at: number): number {
  const dot = lowerAt(scan, at) === '.' ? at + 1 : at;
  const comma = lowerAt(scan, dot) === ',' ? dot + 1 : dot;
  return isDash(scan, comma) && touches(scan, comma) && touches(scan, comma + 1) ? comma + 1 : comma;
}

/** `29 December 2019`, `the 4th of July`, `22 of Jan`, `3-5 May`. */
function readDayMonth(scan: Scan, at: number): Written | null {
  const start = lowerAt(scan, at) === 'the' ? at + 1 : at;
  const day = dayAt(scan, start);
  if (day === null) return null;
  const upper = secondDay(scan, day.next);
  const end = upper?.next ?? day.next;
  const separator = lowerAt(scan, end);
  const joined =
    separator === 'of' ||
    ((separator === '-' || separator === '/') && touches(scan, end)) ||
    (separator === '.' && touches(scan, end));
  const month = monthAt(scan, joined ? end + 1 : end);
  if (month === null) return null;
  const year = yearBehind(scan, month.next);
  return {
    day: day.value,
    lastDay: upper?.value ?? null,
    month: month.value,
    year: year?.value ?? null,
    next: year?.next ?? month.next,
  };
}

/** `December 29, 2019`, `May 3-5`, `Jan first`, `May twenty-one`. */
function readMonthDay(scan: Scan, at: number): Written | null {
  const month = monthAt(scan, at);
  if (month === null) return null;
  const from = lowerAt(scan, month.next) === 'the' ? month.next + 1 : pastSeparator(scan, month.next);
  const day = dayAt(scan, from);
  if (day === null || countsMore(scan, day.next)) return null;
  const upper = secondDay(scan, day.next);
  const end = upper?.next ?? day.next;
  const year = yearBehind(scan, end);
  return {
    day: day.value,
    lastDay: upper?.value ?? null,
    month: month.value,
    year: year?.value ?? null,
    next: year?.next ?? end,
  };
}

function pastSeparator(scan: Scan, at: number): number {
  const mark = lowerAt(scan, at);
  if (mark === ',' && ordinalAt(scan, at + 1) !== null) return at + 1;
  return (isDash(scan, at) || mark === '/') && touches(scan, at) && touches(scan, at + 1) ? at + 1 : at;
}

/** `May 20 percent`, `March 5,000`: the number belongs to something else. */
function countsMore(scan: Scan, at: number): boolean {
  const word = lowerAt(scan, at);
  return word === '%' || word === 'percent' || word === 'million' || word === 'billion' || word === ':';
}

/** `September`, `Sept. 2001`, `June of 1992`. */
function readMonthAlone(scan: Scan, at: number): Written | null {
  const month = monthAt(scan, at);
  if (month === null) return null;
  const year = yearBehind(scan, month.next);
  if (year === null && !standsForMonth(scan, at)) return null;
  return {
    day: null,
    lastDay: null,
    month: month.value,
    year: year?.value ?? null,
    next: year?.next ?? month.next,
  };
}

function monthAt(scan: Scan, at: number): Found | null {
  const value = MONTHS.get(lowerAt(scan, at));
  if (value === undefined) return null;
  const abbreviated = lowerAt(scan, at).length <= 4 && lowerAt(scan, at + 1) === '.' && touches(scan, at + 1);
  const continues =
    isNumber(scan, at + 2) || ordinalAt(scan, at + 2) !== null || lowerAt(scan, at + 2) === ',';
  return { value, next: abbreviated && continues ? at + 2 : at + 1 };
}

/** A day of the month in figures or words, cardinal or ordinal. */
function dayAt(scan: Scan, at: number): Found | null {
  const ordinal = ordinalAt(scan, at);
  if (ordinal !== null) return inMonth({ value: ordinal.value, next: ordinal.next });
  if (isNumber(scan, at))
    return /^\d{1,2}$/.test(lowerAt(scan, at))
      ? inMonth({ value: Number(lowerAt(scan, at)), next: at + 1 })
      : null;
  const words = lowerAt(scan, at) === 'a' || lowerAt(scan, at) === 'an' ? null : readWords(scan, at);
  return words === null || words.scale > 1 ? null : inMonth({ value: words.low, next: words.next });
}

function inMonth(found: Found): Found | null {
  return found.value >= 1 && found.value <= 31 ? found : null;
}

/** The end of `3-5` and `November 19 to 20`. */
function secondDay(scan: Scan, at: number): Found | null {
  const joint = lowerAt(scan, at);
  const dash = isDash(scan, at);
  if (!dash && !/^(?:to|through|until|till)$/.test(joint)) return null;
  const from = lowerAt(scan, at + 1) === 'the' ? at + 2 : at + 1;
  const day = dayAt(scan, from);
  if (day === null || (dash && !isNumber(scan, from))) return null;
  return MONTHS.has(lowerAt(scan, from - 1)) ? null : day;
}

/** The year behind a date: `, 2016`, ` of 2016`, `-2016`, `/2016`. */
function yearBehind(scan: Scan, at: number): Found | null {
  const joint = lowerAt(scan, at);
  const skip = joint === ',' || joint === 'of' || joint === 'in' || joint === '/' || isDash(scan, at) ? 1 : 0;
  const second = skip === 1 && joint === ',' && lowerAt(scan, at + 1) === 'in' ? 2 : skip;
  const year = yearAt(scan, at + second);
  if (year === null) return null;
  return { value: year, next: at + second + 1 };
}

const BEFORE_MONTH: ReadonlySet<string> = new Set(
  'in last since until till by this next early late mid of from through during before after past previous coming - to and or between month'.split(
    ' ',
  ),
);

/** `May`, `March`, `August` alone are months only in capitals and behind a word of time. */
function standsForMonth(scan: Scan, at: number): boolean {
  if (!AMBIGUOUS_MONTHS.has(lowerAt(scan, at))) return true;
  const before = lowerAt(scan, at - 1);
  if (before === 'to' && !isCapitalised(scan, at)) return false;
  return isCapitalised(scan, at) && BEFORE_MONTH.has(before);
}

function resolve(scan: Scan, date: Written & { readonly weekday: number | null }): DateParts {
  const { month, day, lastDay, year, weekday } = date;
  const resolved = year ?? nearestYear(scan, month, day ?? 15);
  const days = resolved === null ? null : daysOf(resolved, month, day, lastDay);
  return {
    ...NO_DATE_PARTS,
    grain: day === null ? 'month' : 'day',
    year,
    month,
    day: lastDay === null ? day : null,
    weekday,
    relative: year === null,
    ...isoDays(days),
  };
}

function daysOf(year: number, month: number, day: number | null, lastDay: number | null): Days | null {
  if (day === null) return monthDays(year, month);
  const from = dayNumber(year, month, day);
  const to = lastDay === null ? from : dayNumber(year, month, lastDay);
  return from === null || to === null || to < from ? null : { from, to };
}

/** The year that puts a date nearest to the reference: in January, `29 December` was last year. */
export function nearestYear(scan: Scan, month: number, day: number): number | null {
  const reference = scan.reference === null ? null : parseIso(scan.reference);
  if (reference === null || scan.reference === null) return null;
  const year = Number(scan.reference.slice(0, 4));
  let best: number | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const candidate of [year, year - 1, year + 1]) {
    const number = dayNumber(candidate, month, day);
    if (number !== null && Math.abs(number - reference) < distance) {
      best = candidate;
      distance = Math.abs(number - reference);
    }
  }
  return best;
}
