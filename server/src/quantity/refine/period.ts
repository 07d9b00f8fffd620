/** Periods: joins two dates to one (`from Monday to Tuesday`, `Oct. 2 to October 22`, `between 1990 and 1995`). */

import { addMonths, civil, dayNumber, isoOf, parseIso } from '../dates/days.ts';
import type { DateQuantity } from '../quantity.ts';
import { opened, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { endBefore, isDash, lowerAt, startOf, touches } from '../scan.ts';

const JOINTS: ReadonlySet<string> = new Set(['to', 'through', 'until', 'till', 'thru']);

/** The two readings as one period, or null where they do not belong together. */
export function joinPeriod(scan: Scan, one: Reading, two: Reading): Reading | null {
  const { quantity: start } = one;
  const { quantity: end } = two;
  if (start?.kind !== 'date' || end?.kind !== 'date' || start.grain !== end.grain) return null;
  if (start.grain === 'time' || !joins(scan, one, two)) return null;
  const days = daysOf(start, end);
  if (days === null) return null;
  const quantity = period(scan, one, two, { start, end, days });
  return opened(scan, { first: one.first, next: two.next, quantity });
}

function joins(scan: Scan, one: Reading, two: Reading): boolean {
  const joint = lowerAt(scan, one.next);
  const the = lowerAt(scan, two.first - 1) === 'the' && two.first === one.next + 2;
  if (two.first !== one.next + 1 && !the) return false;
  if (joint === 'and') return lowerAt(scan, one.first - 1) === 'between';
  if (isDash(scan, one.next)) return touches(scan, one.next) === touches(scan, one.next + 1);
  return JOINTS.has(joint);
}

interface PeriodDays {
  readonly from: string | null;
  readonly to: string | null;
}

/** First and last day; null where the end lies before the start and nothing tells how the two go together. */
function daysOf(start: DateQuantity, end: DateQuantity): PeriodDays | null {
  const from = withYearOf(start, end);
  const to = end.to;
  if (from === null || to === null) return { from: null, to: null };
  if (from <= to) return { from, to };
  if (start.weekday !== null && start.day === null)
    return inOrder({ from: moved(from, (day) => day - 7), to });
  return start.year === null && end.year === null && end.month !== null
    ? inOrder({ from, to: moved(to, (day) => addMonths(day, 12)) })
    : null;
}

function inOrder(days: PeriodDays): PeriodDays | null {
  return days.from !== null && days.to !== null && days.from > days.to ? null : days;
}

/** `June 26 to June 28, 2020`: the year at the end is that of the start too, or the one before. */
function withYearOf(start: DateQuantity, end: DateQuantity): string | null {
  const from = start.from === null ? null : parseIso(start.from);
  const to = end.to === null ? null : parseIso(end.to);
  if (start.year !== null || start.month === null || end.year === null || to === null) return start.from;
  const year = civil(to).year;
  const day = start.day ?? (from === null ? 1 : civil(from).date);
  const same = dayNumber(year, start.month, day);
  if (same === null) return null;
  return same <= to ? isoOf(same) : isoOf(addMonths(same, -12));
}

function moved(date: string, move: (day: number) => number): string | null {
  const day = parseIso(date);
  return day === null ? null : isoOf(move(day));
}

interface Ends {
  readonly start: DateQuantity;
  readonly end: DateQuantity;
  readonly days: PeriodDays;
}

function endsOf(start: DateQuantity, end: DateQuantity): Pick<DateQuantity, 'ends' | 'weekdays'> {
  if (start.weekday !== null && start.day === null && end.weekday !== null && end.day === null)
    return { weekdays: [start.weekday, end.weekday] };
  if (start.month === null || start.day === null || end.month === null || end.day === null) return {};
  return {
    ends: [
      { month: start.month, day: start.day },
      { month: end.month, day: end.day },
    ],
  };
}

/** Keeps the parts that both ends share. */
function period(scan: Scan, one: Reading, two: Reading, { start, end, days }: Ends): DateQuantity {
  const same = <Part>(a: Part, b: Part): Part | null => (a === b ? a : null);
  const { others: _, ...written } = start;
  return {
    ...written,
    end: end.end,
    text: scan.text.slice(start.start, end.end),
    extent: { start: startOf(scan, one.first), end: endBefore(scan, two.next) },
    year: same(start.year, end.year),
    month: same(start.month, end.month),
    day: null,
    weekday: null,
    ...endsOf(start, end),
    ...days,
    relative: (start.relative && end.year === null) || end.relative,
  };
}
