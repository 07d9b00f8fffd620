/** Halves of the day: what makes an hour one of the morning or of the evening. */

import type { Scan } from '../scan.ts';
import { lowerAt } from '../scan.ts';

/** The word of a half of the day, with the index behind it. */
export interface HalfOfDay {
  readonly part: 'morning' | 'afternoon' | 'night';
  readonly next: number;
}

/** `p.m.`, `in the morning`, `at night` at a token; null without. */
export function halfOfDayAt(scan: Scan, at: number): HalfOfDay | null {
  const word = lowerAt(scan, at);
  const half = HALVES.get(word);
  if (half !== undefined) return { part: half === 'am' ? 'morning' : 'afternoon', next: at + 1 };
  if (word === 'at' && lowerAt(scan, at + 1) === 'night') return { part: 'night', next: at + 2 };
  if (word !== 'in' || lowerAt(scan, at + 1) !== 'the') return null;
  const part = PARTS.get(lowerAt(scan, at + 2));
  return part === undefined ? null : { part, next: at + 3 };
}

/** Minutes after midnight of an hour from 0 to 12 and so many minutes past it; of the morning where no half is told. */
export function minuteOfDay(hour: number, half: HalfOfDay | null, minutes: number): number {
  const isAfternoon =
    half?.part === 'afternoon' || (half?.part === 'night' && hour >= NIGHT_FROM && hour < 12);
  const start = half === null ? hour : (hour % 12) + (isAfternoon ? 12 : 0);
  return (start * 60 + minutes + DAY) % DAY;
}

/** `six at night` is in the evening, `two at night` before morning. */
const NIGHT_FROM = 5;
const DAY = 24 * 60;

export const HALVES: ReadonlyMap<string, 'am' | 'pm'> = new Map([
  ['am', 'am'],
  ['a.m.', 'am'],
  ['a.m', 'am'],
  ['pm', 'pm'],
  ['p.m.', 'pm'],
  ['p.m', 'pm'],
]);

const PARTS: ReadonlyMap<string, HalfOfDay['part']> = new Map([
  ['morning', 'morning'],
  ['afternoon', 'afternoon'],
  ['evening', 'afternoon'],
]);
