/** Weeks and months named by a day in them: `the week of November 30th`, `the week beginning February 4`, `month of May`. */

import type { DateQuantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { endBefore, lowerAt, startOf } from '../scan.ts';
import { isoDays, monthDays, parseIso, weekdayOf } from './days.ts';
import { readMonthDate } from './monthDate.ts';
import { monthAt } from './monthParts.ts';
import { nearestYear } from './nearest.ts';

const BEGINNINGS: ReadonlySet<string> = new Set([
  'of',
  'beginning',
  'starting',
  'commencing',
  'ending',
  'ended',
]);

/** Reads from the word `week` or `month`. */
export function readWeekOf(scan: Scan, at: number): Reading | null {
  const word = lowerAt(scan, at);
  if (!BEGINNINGS.has(lowerAt(scan, at + 1))) return null;
  const on = lowerAt(scan, at + 2) === 'on' ? at + 3 : at + 2;
  if (word === 'month') return lowerAt(scan, at + 1) === 'of' ? readMonthOf(scan, at, on) : null;
  const inner = readMonthDate(scan, on);
  if (inner?.quantity?.kind !== 'date' || inner.quantity.grain !== 'day') return null;
  return whole(scan, at, inner.next, inner.quantity, weekOf(inner.quantity, lowerAt(scan, at + 1)));
}

/** The week from Monday that holds the day; a week that ends on a day is the seven days up to it. */
function weekOf(date: DateQuantity, how: string): Partial<DateQuantity> {
  const day = date.from === null ? null : parseIso(date.from);
  if (day === null) return { grain: 'week' };
  if (how.startsWith('end')) return { grain: 'week', ...isoDays({ from: day - 6, to: day }) };
  const monday = day - weekdayOf(day) + 1;
  return { grain: 'week', ...isoDays({ from: monday, to: monday + 6 }) };
}

/** `the month of May`: the name alone is enough, whatever it is elsewhere. */
function readMonthOf(scan: Scan, at: number, monthIndex: number): Reading | null {
  const month = monthAt(scan, monthIndex);
  const inner = month === null ? null : readMonthDate(scan, monthIndex);
  if (month === null || inner?.quantity?.kind !== 'date') return null;
  if (inner.quantity.grain === 'month') return whole(scan, at, inner.next, inner.quantity, {});
  const year = nearestYear(scan, month.value, 15);
  const days = isoDays(year === null ? null : monthDays(year, month.value));
  return whole(scan, at, inner.next, inner.quantity, { grain: 'month', day: null, ...days });
}

function whole(
  scan: Scan,
  at: number,
  next: number,
  date: DateQuantity,
  parts: Partial<DateQuantity>,
): Reading {
  const extent = { start: startOf(scan, at), end: endBefore(scan, next) };
  return { first: at, next, quantity: { ...date, ...parts, extent } };
}
