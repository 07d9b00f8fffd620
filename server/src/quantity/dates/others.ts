/** Other days that a date may mean: the weekday or month before the day of the text, or the one behind it. */

import type { DateQuantity, Stretch } from '../quantity.ts';
import type { Scan } from '../scan.ts';
import { civil, type Days, isoOf, monthDays } from './days.ts';
import { referenceDay } from './nearest.ts';
import { isOver } from './tense.ts';

export type Others = Pick<DateQuantity, 'others'>;

/** The days a week from the weekday at a token, at most a week from the text; none where its clause tells of what is over. */
export function otherDays(scan: Scan, at: number, day: number): Others {
  const reference = referenceDay(scan);
  if (reference === null || isOver(scan, at, at + 1)) return {};
  const days = [day - WEEK, day + WEEK].filter((one) => Math.abs(one - reference) <= WEEK);
  return othersOf(days.map((one) => ({ from: one, to: one })));
}

const WEEK = 7;

/**
 * The month of the year before or behind that a month without a year means as well as `year`: of the two about the day of
 * the text the other one, but none to come where its clause tells of what is over.
 */
export function otherMonth(scan: Scan, at: number, month: number, year: number | null): Others {
  const reference = referenceDay(scan);
  if (reference === null || year === null) return {};
  const own = civil(reference);
  if (own.month === month) return {};
  const past = own.month > month ? own.year : own.year - 1;
  const other = year === past ? past + 1 : past;
  if (other !== past && isOver(scan, at, at + 1)) return {};
  return othersOf([monthDays(other, month)]);
}

/** The same of what is made of each of the days: the late half of each month in `late March`. */
export function othersOf(stretches: readonly Days[]): Others {
  const others = stretches.flatMap(isoStretch);
  return others.length === 0 ? {} : { others };
}

function isoStretch(days: Days): readonly Stretch[] {
  const [from, to] = [isoOf(days.from), isoOf(days.to)];
  return from === null || to === null ? [] : [{ from, to }];
}
