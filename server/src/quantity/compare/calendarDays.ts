/** Days of the calendar without a year: whether one stretch of them is another, or lies in it. */

import type { Comparison } from '../compare.ts';
import type { CalendarDay } from '../quantity.ts';

/** From the first day to the last; one day where both are the same. */
export type Stretch = readonly [first: CalendarDay, last: CalendarDay];

/** Compares two stretches, either of which may go on into the next year. */
export function compareCalendarDays(draft: Stretch, article: Stretch): Comparison {
  const own = placesOf(draft);
  const other = placesOf(article);
  if (own.first === other.first && own.last === other.last) return 'equal';
  // Two periods are told with both ends; a day lies in one.
  const isDay = isOneDay(own) || isOneDay(other);
  return isDay && (holds(own, other) || holds(other, own)) ? 'within' : 'different';
}

/** Whether a year can have this day. */
export function isInCalendar({ month, day }: CalendarDay): boolean {
  return day >= 1 && day <= (DAYS[month - 1] ?? 0);
}

/** Of a leap year. */
const DAYS: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** First and last day of a stretch on a line of months of equal length; the last may lie in the year behind. */
interface Places {
  readonly first: number;
  readonly last: number;
}

/** Longer than any month, and than any slip of the pen for a day of it. */
const MONTH = 1000;
const YEAR = 12 * MONTH;

function placesOf([first, last]: Stretch): Places {
  const from = first.month * MONTH + first.day;
  const to = last.month * MONTH + last.day;
  return { first: from, last: to < from ? to + YEAR : to };
}

function isOneDay({ first, last }: Places): boolean {
  return first === last;
}

/** A stretch that begins before new year's day holds days behind it. */
function holds(outer: Places, inner: Places): boolean {
  return [0, YEAR].some((years) => outer.first <= inner.first + years && inner.last + years <= outer.last);
}
