/** Dates in figures: `2020-01-01`, `12/31/2019`, `31.12.2019`, `on 4/22`, `2019-Sep-1`, `2016/11`. */

import { MONTHS, WEEKDAYS } from '../lexicon/calendar.ts';
import { wordSet } from '../lexicon/wordSet.ts';
import { dateReading, NO_DATE_PARTS, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { isNumber, isWord, lowerAt, touches } from '../scan.ts';
import { dayNumber, isoDays, monthDays } from './days.ts';
import { nearestYear } from './nearest.ts';

interface Parts {
  readonly year: number | null;
  readonly month: number;
  readonly day: number | null;
}

interface Groups {
  readonly written: readonly string[];
  readonly mark: string;
  readonly next: number;
}

/** Reads three groups of figures, two behind a word of time, or a year and a month. Month first where both orders are dates. */
export function readNumericDate(scan: Scan, at: number): Reading | null {
  const groups = groupsAt(scan, at);
  if (groups === null) return null;
  const parts = partsOf(groups, BEFORE_DATE.has(lowerAt(scan, at - 1)));
  return parts === null ? null : reading(scan, at, groups.next, parts, null);
}

/** Reads `Friday 7/6`, `Friday 2018-7-6` from the weekday. */
export function readWeekdayNumericDate(scan: Scan, at: number): Reading | null {
  const weekday = WEEKDAYS.get(lowerAt(scan, at));
  if (weekday === undefined) return null;
  const from = lowerAt(scan, at + 1) === ',' ? at + 2 : at + 1;
  const groups = isNumber(scan, from) ? groupsAt(scan, from) : null;
  const parts = groups === null ? null : partsOf(groups, groups.mark === '/');
  return groups === null || parts === null || parts.day === null
    ? null
    : reading(scan, at, groups.next, parts, weekday);
}

function groupsAt(scan: Scan, at: number): Groups | null {
  if (touches(scan, at) && /[\w./@#-]/.test(lowerAt(scan, at - 1))) return null;
  const groups = readGroups(scan, at);
  return groups !== null && endsHere(scan, groups.next) ? groups : null;
}

/** Two or three groups with the same separator. `31.12.2019` is one number token, a full stop and another. */
function readGroups(scan: Scan, at: number): Groups | null {
  const mark = lowerAt(scan, at + 1);
  if (!isNumber(scan, at) || !touches(scan, at + 1) || !touches(scan, at + 2)) return null;
  if (mark === '.' && isNumber(scan, at + 2)) {
    const [one = '', two = ''] = lowerAt(scan, at).split('.');
    return two === '' ? null : { written: [one, two, lowerAt(scan, at + 2)], mark, next: at + 3 };
  }
  if (mark !== '/' && mark !== '-') return null;
  const third =
    lowerAt(scan, at + 3) === mark &&
    touches(scan, at + 3) &&
    touches(scan, at + 4) &&
    isNumber(scan, at + 4);
  const written = third ? [at, at + 2, at + 4] : [at, at + 2];
  if (!isNumber(scan, at + 2) && !(third && MONTHS.has(lowerAt(scan, at + 2)))) return null;
  return { written: written.map((index) => lowerAt(scan, index)), mark, next: third ? at + 5 : at + 3 };
}

function endsHere(scan: Scan, next: number): boolean {
  if (!touches(scan, next)) return true;
  if (isWord(scan, next)) return lowerAt(scan, next) === "'s";
  const joined = touches(scan, next + 1) && (isNumber(scan, next + 1) || isWord(scan, next + 1));
  const period = lowerAt(scan, next) === '-' || lowerAt(scan, next) === '–';
  return (!joined || period) && lowerAt(scan, next) !== '%';
}

const BEFORE_DATE: ReadonlySet<string> = wordSet(
  'on since until before after from by through between dated to and -',
);

/** `9/11` is a name, `3/4` a fraction, `24/7` a habit: two groups need a word of time before them or a day past 16. */
function partsOf({ written, mark }: Groups, timely: boolean): Parts | null {
  const [one = '', two = '', three] = written;
  if (three !== undefined) return threeParts(one, two, three);
  if (mark === '.') return null;
  const year = yearMonth(one, two) ?? yearMonth(two, one);
  if (year !== null) return year;
  if (mark !== '/' || (!timely && !isDateOnly(one, two)) || (one === '9' && two === '11')) return null;
  return checked(null, one, two) ?? checked(null, two, one);
}

/** `4/22` and `22/04` can be nothing but a date: one of the two is no month. */
function isDateOnly(one: string, two: string): boolean {
  const [low, high] = Number(one) < Number(two) ? [one, two] : [two, one];
  const written = `${one}/${two}`;
  return (
    Number(low) <= 12 && Number(high) > 16 && Number(high) <= 31 && written !== '24/7' && written !== '22/7'
  );
}

function threeParts(one: string, two: string, three: string): Parts | null {
  if (MONTHS.has(two)) return withMonthName(one, two, three);
  if (/^\d{4}$/.test(one)) return checked(Number(one), two, three);
  if (!/^(?:\d{4}|\d\d)$/.test(three)) return null;
  const year = three.length === 4 ? Number(three) : Number(three) + (Number(three) > 50 ? 1900 : 2000);
  return checked(year, one, two) ?? checked(year, two, one);
}

/** `2019-Sep-1`, `23/Sep/2020`. */
function withMonthName(one: string, month: string, three: string): Parts | null {
  const number = String(MONTHS.get(month) ?? 0);
  if (/^\d{4}$/.test(one)) return checked(Number(one), number, three);
  return /^\d{4}$/.test(three) ? checked(Number(three), number, one) : null;
}

/** `2016-11`, `3/2015`. `2003-04` is a season and read as years: the second is the year after the first. */
function yearMonth(year: string, month: string): Parts | null {
  if (!/^(?:19|20)\d\d$/.test(year) || !/^(?:0?[1-9]|1[0-2])$/.test(month)) return null;
  const season = month.length === 2 && Number(month) === (Number(year) + 1) % 100;
  return season ? null : { year: Number(year), month: Number(month), day: null };
}

/** 2000 stands in where no year is written, for 29 February. */
function checked(year: number | null, month: string, day: string): Parts | null {
  if (!/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return null;
  const date = dayNumber(year ?? 2000, Number(month), Number(day));
  return date === null ? null : { year, month: Number(month), day: Number(day) };
}

function reading(scan: Scan, first: number, next: number, parts: Parts, weekday: number | null): Reading {
  const year = parts.year ?? nearestYear(scan, parts.month, parts.day ?? 15);
  const day = year === null || parts.day === null ? null : dayNumber(year, parts.month, parts.day);
  const days = day === null ? null : { from: day, to: day };
  return dateReading(scan, first, next, {
    ...NO_DATE_PARTS,
    ...parts,
    weekday,
    grain: parts.day === null ? 'month' : 'day',
    relative: parts.year === null,
    ...isoDays(parts.day === null && year !== null ? monthDays(year, parts.month) : days),
  });
}
