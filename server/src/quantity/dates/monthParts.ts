/** Parts of dates with a month in words: the month, the day, the end of `3-5`. */

import { ordinalAt } from '../figures/ordinal.ts';
import { MONTHS } from '../lexicon/calendar.ts';
import { readWords } from '../numerals/words.ts';
import type { Scan } from '../scan.ts';
import { isDash, isNumber, lowerAt, touches } from '../scan.ts';

/** A part's value and the token behind it. */
export interface Part {
  readonly value: number;
  readonly next: number;
}

/** The month at a token, with the full stop of an abbreviation where the date goes on behind it. */
export function monthAt(scan: Scan, at: number): Part | null {
  const value = MONTHS.get(lowerAt(scan, at));
  if (value === undefined) return null;
  const stop = lowerAt(scan, at).length <= 4 && lowerAt(scan, at + 1) === '.' && touches(scan, at + 1);
  const continues =
    isNumber(scan, at + 2) || ordinalAt(scan, at + 2) !== null || lowerAt(scan, at + 2) === ',';
  const tight = lowerAt(scan, at + 1) === '.' && touches(scan, at + 1) && touches(scan, at + 2);
  return { value, next: (stop || tight) && continues ? at + 2 : at + 1 };
}

/** A day of the month in figures or words, cardinal or ordinal. */
export function dayAt(scan: Scan, at: number): Part | null {
  const ordinal = ordinalAt(scan, at);
  if (ordinal !== null) return inMonth(ordinal);
  if (isNumber(scan, at)) {
    const written = lowerAt(scan, at);
    return /^\d{1,2}$/.test(written) ? inMonth({ value: Number(written), next: at + 1 }) : null;
  }
  const words = lowerAt(scan, at) === 'a' || lowerAt(scan, at) === 'an' ? null : readWords(scan, at);
  return words === null || words.scale > 1 ? null : inMonth({ value: words.low, next: words.next });
}

function inMonth(found: Part): Part | null {
  return found.value >= 1 && found.value <= 31 ? found : null;
}

const JOINTS: ReadonlySet<string> = new Set(['to', 'through', 'until', 'till', 'and']);

/** The end of `3-5` and `November 19 to 20`; `and` needs a `between` before the date. */
export function secondDay(scan: Scan, first: number, at: number): Part | null {
  const dash = isDash(scan, at);
  const joint = lowerAt(scan, at);
  if (!dash && !JOINTS.has(joint)) return null;
  if (joint === 'and' && lowerAt(scan, first - 1) !== 'between') return null;
  const from = lowerAt(scan, at + 1) === 'the' ? at + 2 : at + 1;
  const day = dayAt(scan, from);
  return day === null || (dash && !isNumber(scan, from)) ? null : day;
}
