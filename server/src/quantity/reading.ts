/** Readings: what a parser makes of a run of tokens, before its bounds, rate and overlaps are settled. */

import type { Span } from '../text/span.ts';
import type { Bound, CalendarDay, DateGrain, FigureKind, Quantity, Stretch } from './quantity.ts';
import type { Scan } from './scan.ts';
import { endBefore, lowerAt, startOf } from './scan.ts';

/** A quantity with the tokens its extent covers, or a run of tokens known to hold none (a name, a list number). */
export interface Reading {
  /** First token of the extent. */
  readonly first: number;
  /** One past the last token of the extent. */
  readonly next: number;
  readonly quantity: Quantity | null;
}

/** Parsers look at one token and return what starts there, or null. They never look further than a phrase. */
export type Parser = (scan: Scan, at: number) => Reading | null;

/** What a figure needs beyond its place. */
export interface FigureParts {
  readonly kind: FigureKind;
  readonly low: number;
  readonly high: number;
  readonly unit: string | null;
  readonly factor: number;
  readonly shift: number;
  readonly dimension: string;
  readonly step: number;
  readonly significant: number;
  readonly vague: boolean;
  readonly per: string | null;
  readonly bound: Bound;
  readonly parts?: readonly [part: number, whole: number];
  readonly composed?: true;
  readonly elapsed?: readonly [least: number, most: number];
}

/** Token ranges of a value and of the words that belong to it. */
export interface Place {
  readonly first: number;
  readonly next: number;
  readonly valueFirst: number;
  readonly valueNext: number;
}

/** A bare exact count of one; parsers override what the text says. */
export const COUNT: FigureParts = {
  kind: 'number',
  low: 1,
  high: 1,
  unit: null,
  factor: 1,
  shift: 0,
  dimension: 'count',
  step: 1,
  significant: 1,
  vague: false,
  per: null,
  bound: 'exact',
};

/** An age in years. */
export const AGE: FigureParts = {
  ...COUNT,
  kind: 'age',
  unit: 'year',
  factor: 31_536_000,
  dimension: 'age',
};

export function figureReading(scan: Scan, place: Place, parts: FigureParts): Reading {
  return { first: place.first, next: place.next, quantity: { ...spans(scan, place), ...parts } };
}

export interface DateParts {
  readonly grain: DateGrain;
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly weekday: number | null;
  readonly minute: number | null;
  readonly distance: number | null;
  readonly ends?: readonly [first: CalendarDay, last: CalendarDay];
  readonly from: string | null;
  readonly to: string | null;
  readonly relative: boolean;
  readonly others?: readonly Stretch[];
}

export const NO_DATE_PARTS: Omit<DateParts, 'grain'> = {
  year: null,
  month: null,
  day: null,
  weekday: null,
  minute: null,
  distance: null,
  from: null,
  to: null,
  relative: false,
};

export function dateReading(scan: Scan, first: number, next: number, parts: DateParts): Reading {
  const place = { first, next, valueFirst: first, valueNext: next };
  return { first, next, quantity: { kind: 'date', bound: 'exact', ...spans(scan, place), ...parts } };
}

/** The reading of a range with the `from` or `between` that opens it. */
export function opened(scan: Scan, reading: Reading): Reading {
  const before = lowerAt(scan, reading.first - 1);
  if (reading.quantity === null || (before !== 'from' && before !== 'between')) return reading;
  const extent = { start: startOf(scan, reading.first - 1), end: reading.quantity.extent.end };
  const fromTo = before === 'from' && reading.quantity.kind !== 'date' ? ({ fromTo: true } as const) : {};
  return { ...reading, first: reading.first - 1, quantity: { ...reading.quantity, extent, ...fromTo } };
}

/** A run of tokens that holds no quantity, so that no later parser reads its digits. */
export function nothing(first: number, next: number): Reading {
  return { first, next, quantity: null };
}

function spans(scan: Scan, place: Place): Span & { readonly text: string; readonly extent: Span } {
  const start = startOf(scan, place.valueFirst);
  const end = endBefore(scan, place.valueNext);
  return {
    start,
    end,
    text: scan.text.slice(start, end),
    extent: { start: startOf(scan, place.first), end: endBefore(scan, place.next) },
  };
}
