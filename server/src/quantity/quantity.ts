/**
 * Quantities: the parsed value of a figure or date as written in a text.
 *
 * `start`/`end` of a quantity cover the value as a writer would correct it: digits or words, scale word,
 * currency sign and per cent sign (`$2.1 billion`, `77%`, `two dozen`, `29 December`), and the written unit for
 * measures and durations only in `extent`. `extent` also covers the words of bound and approximation
 * (`more than 5,000`, `about $5m`, `nearly three weeks`).
 */

import type { IsoDate } from '../corpus/article.ts';
import type { Span } from '../text/span.ts';

/** What the words around a figure say about its value. `about` is `some`, `around`, `roughly`, `estimated`. */
export type Bound = 'exact' | 'about' | 'at-least' | 'more-than' | 'at-most' | 'less-than' | 'nearly';

export type FigureKind =
  | 'number'
  | 'ordinal'
  | 'percent'
  | 'money'
  | 'measure'
  | 'temperature'
  | 'duration'
  | 'age'
  | 'multiple'
  | 'score'
  /** A number that is part of a name: `Flight 9525`, `Section 2`. Its unit is the word before it. */
  | 'designation';

interface QuantityBase extends Span {
  /** As written, `text.slice(start, end)`. */
  readonly text: string;
  /** The value with its bound words and unit. Contains `start..end`. */
  readonly extent: Span;
  readonly bound: Bound;
}

export interface Figure extends QuantityBase {
  readonly kind: FigureKind;
  /** The written value, scale applied (`2.1 billion` is 2.1e9). For a range `low` < `high`, else equal. */
  readonly low: number;
  readonly high: number;
  /**
   * Canonical name of the written unit: `%`, `USD`, `km`, `mile`, `day`, `year`, `celsius`; null for bare counts.
   * `percentage point` stands apart from `%`. For a score `low`-`high` are the two sides as written, in order.
   */
  readonly unit: string | null;
  /** Multiply a value by this to get the base unit of `dimension` (metre, gram, second, square metre, litre, USD…). */
  readonly factor: number;
  /** Offset added before `factor`; nonzero only for temperatures. Base is kelvin. */
  readonly shift: number;
  /** What may be compared with what: `count`, `length`, `mass`, `time`, `money:USD`, `percent`, `temperature`… */
  readonly dimension: string;
  /** Smallest step the writing expresses, in the written unit: 1 for `750`, 1e8 for `2.1 billion`, 1000 for `5 thousand`. */
  readonly step: number;
  /** Significant digits as written (`5,000` has 1, `750` has 2, `2.1 billion` has 2, words count likewise). */
  readonly significant: number;
  /** True of `dozens`, `hundreds`, `several`, `a handful`, whose `low..high` is a convention. */
  readonly vague: boolean;
  /** The second unit of a rate (`a day`, `per 100,000`), canonical, else null. */
  readonly per: string | null;
  /** The two counts of a ratio in words: 11 and 14 for `11 out of 14`, whose value is the share. */
  readonly parts?: readonly [part: number, whole: number];
  /** Of a bare number that counts nothing of its own behind a figure with a unit: what it may count too (`takes 26 minutes; the bus needs 41.`). */
  readonly elided?: Pick<Figure, 'kind' | 'unit' | 'factor' | 'shift' | 'dimension'>;
  /** True of a measure told in two units and more (`5 feet 10 inches`); `unit` is the largest. */
  readonly composed?: true;
  /** True of a range told as `from 38 to 61`, whose ends may be the values before and after a change. */
  readonly fromTo?: true;
  /** Of an ordinal that counts stretches of time (`the 10th day`, `a 40th anniversary`): between how many days its end lies. */
  readonly elapsed?: readonly [least: number, most: number];
}

export type DateGrain =
  | 'time'
  | 'day'
  | 'weekend'
  | 'week'
  | 'month'
  | 'season'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century';

/** A day of the calendar as written, which the month may not have (`March 32`). Months count from 1. */
export interface CalendarDay {
  readonly month: number;
  readonly day: number;
}

export interface DateQuantity extends QuantityBase {
  readonly kind: 'date';
  readonly grain: DateGrain;
  /** The parts as written; null where not written. Weekday 1 is Monday … 7 Sunday. */
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly weekday: number | null;
  /** Minutes after midnight for a time of day, else null. */
  readonly minute: number | null;
  /** First and last day of a period of days, as written (`March 14 to 22`). */
  readonly ends?: readonly [first: CalendarDay, last: CalendarDay];
  /** First and last weekday of a period, as written (`Friday to Monday`). */
  readonly weekdays?: readonly [first: number, last: number];
  /** Days from the day of the text itself, as `two weeks ago` tells them (-14); null where nothing is counted. */
  readonly distance: number | null;
  /** First and last day covered, resolved against the reference date; null when it cannot be known. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** True when a reference date was needed (`on Tuesday`, `last year`, `29 December` without a year). */
  readonly relative: boolean;
  /** Of a weekday or month that goes without more: the like ones about the reference date that it may mean as well. */
  readonly others?: readonly Stretch[];
}

/** First and last day. */
export interface Stretch {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export type Quantity = Figure | DateQuantity;
