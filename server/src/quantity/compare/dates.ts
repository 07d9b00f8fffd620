/** Dates against dates: by the days both stand for, else by the parts that both give. */

import type { Comparison } from '../compare.ts';
import { civil, isoOf, parseIso, weekdayOf } from '../dates/days.ts';
import type { Bound, DateGrain, DateQuantity } from '../quantity.ts';
import { compareCalendarDays, isInCalendar, type Stretch } from './calendarDays.ts';

export function compareDates(draft: DateQuantity, article: DateQuantity): Comparison {
  const days = compareMeanings(draft, article);
  return days === 'equal' && pointsApart(draft.bound, article.bound) ? 'bound-changed' : days;
}

/** `on Saturday` of a Sunday's article may be the day before it or six days behind it: it is what the other text tells. */
function compareMeanings(draft: DateQuantity, article: DateQuantity): Comparison {
  const first = compareDays(draft, article);
  if (first !== 'different') return first;
  for (const days of article.others ?? []) {
    const found = compareDays(draft, { ...article, ...days });
    if (found !== 'different') return found;
  }
  for (const days of draft.others ?? []) {
    const found = compareDays({ ...draft, ...days }, article);
    if (found !== 'different') return found;
  }
  return first;
}

/** `before 2018` against `after 2018`; other pairs of bounds may be said of one event. */
function pointsApart(draft: Bound, article: Bound): boolean {
  return (isBefore(draft) && isAfter(article)) || (isAfter(draft) && isBefore(article));
}

function isBefore(bound: Bound): boolean {
  return bound === 'less-than' || bound === 'at-most';
}

function isAfter(bound: Bound): boolean {
  return bound === 'more-than' || bound === 'at-least';
}

function compareDays(draft: DateQuantity, article: DateQuantity): Comparison {
  if (draft.grain === 'time' || article.grain === 'time') return compareTimes(draft, article);
  if (sameWords(draft, article)) return 'equal';
  const periods = comparePeriods(draft, article) ?? compareWeekdayPeriods(draft, article);
  if (periods !== null) return periods;
  if (isUnreal(draft) !== isUnreal(article))
    return hasParts(draft) && hasParts(article) ? 'different' : 'incomparable';
  if (isOutside(draft, article) || isOutside(article, draft)) return 'different';
  const parts = compareParts(withResolvedDay(draft, article), withResolvedDay(article, draft));
  if (bothRelative(draft, article) && parts !== 'incomparable') return parts;
  const distances = compareDistances(draft, article);
  if (distances !== null) return distances;
  if (draft.from === null || draft.to === null || article.from === null || article.to === null) return parts;
  return compareRanges(daysMeant(draft, draft.from, draft.to), daysMeant(article, article.from, article.to));
}

function compareTimes(draft: DateQuantity, article: DateQuantity): Comparison {
  if (draft.minute === null || article.minute === null) return 'incomparable';
  if (draft.minute === article.minute) return 'equal';
  const halfDay = Math.abs(draft.minute - article.minute) === HALF_DAY;
  return halfDay && (leavesHalfOpen(draft) || leavesHalfOpen(article)) ? 'equal' : 'different';
}

const HALF_DAY = 12 * 60;

/** `4:50`, `ten past four` and `five o'clock` without am or pm may be either. */
function leavesHalfOpen({ text, minute }: DateQuantity): boolean {
  return minute !== null && minute < HALF_DAY + 60 && HALF_OPEN.test(text.trim());
}

const HALF_OPEN = /^\d{1,2}[:.]\d{2}$|\b(?:past|to) [a-z\d]+$|o['’]clock$/i;

/** `last year` against `last year`: a draft takes over the article's own day. */
function sameWords(draft: DateQuantity, article: DateQuantity): boolean {
  if (!draft.relative || !article.relative || draft.grain !== article.grain) return false;
  return draft.text.toLowerCase() === article.text.toLowerCase();
}

/**
 * `five weeks ago` against `three weeks ago` where the day of one of the texts is not known: the draft takes over the
 * article's own day, as it does with weekdays.
 */
function compareDistances(draft: DateQuantity, article: DateQuantity): Comparison | null {
  if (draft.distance === null || article.distance === null) return null;
  if (draft.from !== null && article.from !== null) return null;
  const slack = Math.max(slackOf(draft.grain), slackOf(article.grain));
  return Math.abs(draft.distance - article.distance) <= slack ? 'equal' : 'different';
}

/** Two weekdays, or two days of a month without a year, are compared as written: each counts from its own article. */
function bothRelative(draft: DateQuantity, article: DateQuantity): boolean {
  return draft.relative && article.relative && hasParts(draft) && hasParts(article);
}

function hasParts({ weekday, month, day }: DateQuantity): boolean {
  return weekday !== null || month !== null || day !== null;
}

/** A period of days against another, or against a day. Whether the years agree is told where both give one. */
function comparePeriods(draft: DateQuantity, article: DateQuantity): Comparison | null {
  if (draft.ends === undefined && article.ends === undefined) return null;
  const own = endsOf(draft);
  const other = endsOf(article);
  if (own === null || other === null) return null;
  const [year, articleYear] = [yearTold(draft), yearTold(article)];
  if (year !== null && articleYear !== null && year !== articleYear) return 'different';
  return compareCalendarDays(own, other);
}

/** `Monday to Tuesday` against `Friday to Monday` where the day of one of the texts is not known: as written, by both ends. */
function compareWeekdayPeriods(draft: DateQuantity, article: DateQuantity): Comparison | null {
  if (draft.weekdays === undefined || article.weekdays === undefined) return null;
  if (draft.from !== null && article.from !== null) return null;
  const [first, last] = draft.weekdays;
  return first === article.weekdays[0] && last === article.weekdays[1] ? 'equal' : 'different';
}

/** The year that the first day lies in, where it is written somewhere in the date. */
function yearTold({ relative, from }: DateQuantity): string | null {
  return relative || from === null ? null : from.slice(0, 4);
}

function endsOf({ ends, month, day }: DateQuantity): Stretch | null {
  if (ends !== undefined) return ends;
  return month === null || day === null
    ? null
    : [
        { month, day },
        { month, day },
      ];
}

/** `November 90`: a slip of the pen for some day, and no day of any article. */
function isUnreal({ month, day }: DateQuantity): boolean {
  return month !== null && day !== null && !isInCalendar({ month, day });
}

const PARTS = ['year', 'month', 'day'] as const;

/**
 * A day of a month without a year against a day that is told from the day of its own text (`on Sunday`): by month and day,
 * where the two have no part in common. Which year the day lies in is told by neither, whatever the day of its own text.
 */
function withResolvedDay(date: DateQuantity, other: DateQuantity): DateQuantity {
  if (date.grain !== 'day' || date.day !== null || other.month === null || other.day === null) return date;
  if (
    (other.from !== null && !other.relative) ||
    other.weekday !== null ||
    date.from === null ||
    date.from !== date.to
  )
    return date;
  const day = parseIso(date.from);
  if (day === null) return date;
  const { month, date: dayOfMonth } = civil(day);
  return { ...date, month, day: dayOfMonth };
}

/** A day without a year outside of the part of its month that the other tells: `13 June` for the end of June. */
function isOutside(day: DateQuantity, part: DateQuantity): boolean {
  if (day.from !== null || day.month === null || day.day === null || day.ends !== undefined) return false;
  if (part.from === null || part.to === null || part.day !== null || part.month !== day.month) return false;
  const [from, to] = [parseIso(part.from), parseIso(part.to)];
  if (from === null || to === null || civil(from).month !== day.month || civil(to).month !== day.month)
    return false;
  return day.day < civil(from).date || day.day > civil(to).date;
}

/** Equal where all parts that both give agree; `within` where one gives more of them. */
function compareParts(draft: DateQuantity, article: DateQuantity): Comparison {
  let shared = 0;
  let own = 0;
  for (const part of PARTS) {
    const a = draft[part];
    const b = article[part];
    if (a !== null && b !== null && a !== b) return 'different';
    if (a !== null && b !== null) shared += 1;
    if ((a === null) !== (b === null)) own += 1;
  }
  const a = weekdayIn(draft);
  const b = weekdayIn(article);
  const weekdaysCount = shared === 0 && a !== null && b !== null;
  if (weekdaysCount && a !== b) return 'different';
  if (shared === 0 && !weekdaysCount) return 'incomparable';
  const sameDay = draft.grain === article.grain && shared >= 2;
  return own === 0 || weekdaysCount || sameDay ? 'equal' : 'within';
}

/** The weekday written, or that of the one day covered. */
function weekdayIn({ weekday, from, to }: DateQuantity): number | null {
  if (weekday !== null || from === null || from !== to) return weekday;
  const day = parseIso(from);
  return day === null ? null : weekdayOf(day);
}

/** Half the length in days of what `two weeks ago` leaves open, by grain; 0 where a day is meant. */
export function slackOf(grain: DateGrain): number {
  return SLACK[grain] ?? 0;
}

const SLACK: Partial<Readonly<Record<DateGrain, number>>> = {
  weekend: 1,
  week: 3,
  month: 15,
  quarter: 45,
  year: 182,
  decade: 1826,
  century: 18_262,
};

/** The stretch that is meant: one day of a coarser grain (`two years ago`) stands for a period around it. */
function daysMeant({ grain }: DateQuantity, from: string, to: string): readonly [string, string] {
  const slack = slackOf(grain);
  const day = from === to && slack > 0 ? parseIso(from) : null;
  if (day === null) return [from, to];
  return [isoOf(day - slack) ?? from, isoOf(day + slack) ?? to];
}

/** ISO dates sort as text. */
function compareRanges(
  [from, to]: readonly [string, string],
  [articleFrom, articleTo]: readonly [string, string],
): Comparison {
  if (from === articleFrom && to === articleTo) return 'equal';
  const holds = from <= articleFrom && articleTo <= to;
  const held = articleFrom <= from && to <= articleTo;
  return holds || held ? 'within' : 'different';
}
