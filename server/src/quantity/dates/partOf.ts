/** Parts of periods: `early last year`, `late 2019`, `mid-June`, `later this month`, `the end of the year`. */

import { readTemperatureDecade } from '../figures/temperatureDecade.ts';
import { PERIODS, SHIFTS } from '../lexicon/calendar.ts';
import type { DateQuantity } from '../quantity.ts';
import { dateReading, NO_DATE_PARTS, type Parser, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { endBefore, lowerAt, pastHyphen, startOf } from '../scan.ts';
import { addMonths, type Days, isoDays, parseIso } from './days.ts';
import { readMonthDate, readShiftedMonth } from './monthDate.ts';
import { referenceDay } from './nearest.ts';
import { othersOf } from './others.ts';
import { shiftedPeriod } from './periods.ts';
import { readQuarter } from './quarter.ts';
import { readShiftedPeriod } from './relative.ts';
import { readSeason } from './season.ts';
import { readCentury, readShortDecade, readYear } from './year.ts';

type Part = 'early' | 'earlier' | 'mid' | 'late' | 'later' | 'rest';

/** From the word to the part; those marked `of` need an `of` (`end of March`). */
const PARTS: ReadonlyMap<string, { readonly part: Part; readonly of: boolean }> = new Map([
  ['early', { part: 'early', of: false }],
  ['earlier', { part: 'earlier', of: false }],
  ['mid', { part: 'mid', of: false }],
  ['late', { part: 'late', of: false }],
  ['later', { part: 'later', of: false }],
  ['beginning', { part: 'early', of: true }],
  ['start', { part: 'early', of: true }],
  ['middle', { part: 'mid', of: true }],
  ['end', { part: 'late', of: true }],
  ['rest', { part: 'rest', of: true }],
  ['remainder', { part: 'rest', of: true }],
]);

export const PART_WORDS: readonly string[] = [...PARTS.keys()];

const INNER: readonly Parser[] = [
  readShiftedMonth,
  readShiftedPeriod,
  readCentury,
  readQuarter,
  readYear,
  readShortDecade,
  readMonthDate,
  (scan, at) => readSeason(scan, at, at, null),
];

const POSSESSIVES: ReadonlySet<string> = new Set(['his', 'her', 'their', 'my', 'your', 'our']);

/** Reads from the word of the part; `mid 60s` in a forecast are degrees. */
export function readPartOf(scan: Scan, at: number): Reading | null {
  const word = PARTS.get(lowerAt(scan, at));
  if (word === undefined || POSSESSIVES.has(lowerAt(scan, at - 1))) return null;
  const joint = lowerAt(scan, at + 1) === 'of' || lowerAt(scan, at + 1) === 'in';
  if (word.of && !joint && word.part !== 'rest') return null;
  const from = joint ? at + 2 : pastHyphen(scan, at + 1);
  return (
    readTemperatureDecade(scan, from) ??
    ofPeriod(scan, at, from, word.part) ??
    ofDate(scan, at, from, word.part)
  );
}

/** `the end of the year`, `later in the week`, `rest of my week`. */
function ofPeriod(scan: Scan, at: number, from: number, part: Part): Reading | null {
  const article = lowerAt(scan, from);
  const owned = article === 'the' || (part === 'rest' && (POSSESSIVES.has(article) || article === 'current'));
  if (!owned && lowerAt(scan, from - 1) !== 'of') return null;
  const noun = owned ? from + 1 : from;
  const period = PERIODS.get(lowerAt(scan, noun));
  if (
    period !== 'week' &&
    period !== 'month' &&
    period !== 'quarter' &&
    period !== 'year' &&
    period !== 'decade'
  )
    return null;
  if (lowerAt(scan, noun).endsWith('s')) return null;
  const reference = referenceDay(scan);
  const days = reference === null ? null : shiftedPeriod(reference, period, 0);
  const grain = period;
  const narrowed = days === null || reference === null ? null : partOf(days, part, reference);
  return dateReading(scan, at, noun + 1, { ...NO_DATE_PARTS, grain, relative: true, ...isoDays(narrowed) });
}

/** `late 2019`, `early next week`: the value stays that of the period, its days are narrowed. */
function ofDate(scan: Scan, at: number, start: number, part: Part): Reading | null {
  const from = lowerAt(scan, start) === 'the' && !SHIFTS.has(lowerAt(scan, start + 1)) ? start + 1 : start;
  for (const parse of INNER) {
    const inner = parse(scan, from);
    if (inner === null) continue;
    if (inner.quantity?.kind !== 'date' || inner.quantity.grain === 'day' || inner.quantity.grain === 'time')
      return null;
    return { first: at, next: inner.next, quantity: narrowed(scan, at, inner.next, inner.quantity, part) };
  }
  return null;
}

function narrowed(scan: Scan, at: number, next: number, date: DateQuantity, part: Part): DateQuantity {
  const extent = { start: startOf(scan, at), end: endBefore(scan, next) };
  const reference = referenceDay(scan);
  const within = (stretch: Pick<DateQuantity, 'from' | 'to'>): Days | null => {
    const from = stretch.from === null ? null : parseIso(stretch.from);
    const to = stretch.to === null ? null : parseIso(stretch.to);
    return from === null || to === null ? null : partOf({ from, to }, part, reference);
  };
  const others = othersOf((date.others ?? []).flatMap((one) => within(one) ?? []));
  return { ...date, extent, ...isoDays(within(date)), ...others };
}

/**
 * Early and late are the halves of a period, as Recognizers-Text and common use have it; `earlier` ends before and
 * `later` begins with the reference day, and `mid` is what lies between the outer quarters.
 */
function partOf(days: Days, part: Part, reference: number | null): Days {
  const half = middle(days);
  const quarter = Math.floor((days.to - days.from + 1) / 4);
  const today = reference ?? half;
  switch (part) {
    case 'early':
      return { from: days.from, to: half - 1 };
    case 'late':
      return { from: half, to: days.to };
    case 'mid':
      return { from: days.from + quarter, to: days.to - quarter };
    case 'earlier':
      return { from: days.from, to: Math.max(days.from, Math.min(half, today) - 1) };
    case 'later':
      return { from: Math.min(days.to, Math.max(half, today)), to: days.to };
    case 'rest':
      return { from: Math.min(days.to, Math.max(days.from, today)), to: days.to };
  }
}

/** First day of the second half: 1 July of a year, the 16th of a month, Thursday of a week. */
function middle(days: Days): number {
  const length = days.to - days.from + 1;
  if (length === 7) return days.from + 3;
  if (length <= 31) return days.from + 15;
  return length > 300 && length < 400 ? addMonths(days.from, 6) : days.from + Math.floor(length / 2);
}
