/** Matching: whether a quantity found has the span and the value that a specification expects. */

import { isoOf, parseIso } from '../../../server/src/quantity/dates/days.ts';
import type { Figure, Quantity } from '../../../server/src/quantity/quantity.ts';
import type { DayRange, Expected } from './expected.ts';
import { UNIT_NAMES } from './unitNames.ts';

const FIGURE_KINDS: Readonly<Record<Expected['kind'], readonly Quantity['kind'][]>> = {
  number: ['number', 'percent', 'money', 'measure', 'temperature', 'duration', 'age', 'multiple', 'score'],
  ordinal: ['ordinal'],
  percentage: ['percent'],
  currency: ['money'],
  dimension: ['measure'],
  temperature: ['temperature'],
  age: ['age'],
  date: ['date'],
  daterange: ['date'],
  duration: ['duration'],
  other: [],
};

/**
 * Their spans hold the unit but no words of bound, ours are `start..end` without and `extent` with both. So an
 * expected span is met by the value, by value and unit, or by the extent. Beyond that a difference is allowed where
 * it is one of convention: articles and prepositions before a date, a rate behind a measure, the currency around a number.
 */
export function spanMatches(expected: Expected, quantity: Quantity, input: string): boolean {
  if (!FIGURE_KINDS[expected.kind].includes(quantity.kind)) return false;
  const starts = [quantity.start, quantity.extent.start];
  const ends = [quantity.end, quantity.extent.end];
  const startsAlike = starts.some((start) =>
    isConvention(between(input, start, expected.start), BEFORE[expected.kind]),
  );
  return (
    startsAlike && ends.some((end) => isConvention(between(input, end, expected.end), BEHIND[expected.kind]))
  );
}

/** The words by which two offsets differ. */
function between(input: string, one: number, two: number): string {
  return input.slice(Math.min(one, two), Math.max(one, two)).trim().toLowerCase();
}

const DATE_WORDS = /^(?:on |in |at )?(?:the)?$|^(?:on|in|at|of)$/;
/** `US$` before a number, `€` or `SEK` behind it. */
const CURRENCY = /^(?:[\p{L}.]{0,3} ?\p{Sc}|[a-z]{3})$/u;

const BEFORE: Partial<Readonly<Record<Expected['kind'], RegExp>>> = {
  date: DATE_WORDS,
  daterange: DATE_WORDS,
  number: CURRENCY,
};

const BEHIND: Partial<Readonly<Record<Expected['kind'], RegExp>>> = {
  number: CURRENCY,
  dimension: /^(?:an?|per) \p{L}+$/u,
  currency: /^-?an?[ -]\p{L}+$/u,
};

function isConvention(words: string, allowed: RegExp | undefined): boolean {
  return words === '' || allowed?.test(words) === true;
}

/** Their fractions have fifteen digits. */
const PRECISION = 1e-9;

export function valueMatches(expected: Expected, quantity: Quantity): boolean {
  const { value } = expected;
  if (value === 'any' || value === 'none') return true;
  if ('days' in value)
    return quantity.kind === 'date' && value.days.some((days) => daysMatch(days, quantity));
  if (quantity.kind === 'date') return false;
  if ('seconds' in value) return hasValue(quantity, value.seconds / quantity.factor);
  return hasValue(quantity, value.number) && unitMatches(value.unit, quantity);
}

/** A vague number (`a few`) has the value they take it for when its range holds that. */
function hasValue(figure: Figure, value: number): boolean {
  if (figure.vague) return figure.low <= value && value <= figure.high;
  return isClose(figure.low, value) && isClose(figure.high, value);
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= PRECISION * Math.max(Math.abs(a), Math.abs(b), 1e-30);
}

function unitMatches(unit: string | null, figure: Figure): boolean {
  if (unit === null) return true;
  const names = UNIT_NAMES.get(unit);
  return (
    names?.includes(figure.per === null ? (figure.unit ?? '') : `${figure.unit ?? ''}/${figure.per}`) ||
    names?.includes(figure.unit ?? '') === true
  );
}

/**
 * Their end is the day behind the last, but where the text writes the end (`May 3 to 5`) it is that day itself.
 * With `before`, `after` and `since` they give the open side's border, which is ours plus or minus a day.
 */
function daysMatch(days: DayRange, quantity: Quantity): boolean {
  if (quantity.kind !== 'date' || quantity.from === null || quantity.to === null) return false;
  if (days.from !== null && days.to !== null) {
    return (
      quantity.from === days.from &&
      (quantity.to === days.to || (days.written && quantity.to === following(days.to)))
    );
  }
  const border = days.from ?? following(days.to);
  return quantity.from === border || following(quantity.to) === border || quantity.to === border;
}

function following(date: string | null): string | null {
  const day = date === null ? null : parseIso(date);
  return day === null ? null : isoOf(day + 1);
}
