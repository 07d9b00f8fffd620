/** Figures: an amount with the unit behind it, as one reading. */

import { COUNT, figureReading, opened, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { isCapitalised, isWord, lowerAt, startsSentence } from '../scan.ts';
import { type Amount, readAmount } from './amount.ts';
import { readNameWithDigits, readTiedDigits } from './names.ts';
import { meansOne } from './one.ts';
import { readSuffix } from './suffix.ts';

/** Reads the figure that starts at a token: count, percentage, money, measure, temperature, duration, age, multiple. */
export function readFigure(scan: Scan, at: number): Reading | null {
  const amount = readAmount(scan, at);
  if (amount === null) return null;
  const tied = readTiedDigits(scan, amount);
  if (tied !== null) return tied;
  const suffix = readSuffix(scan, amount);
  const bare = suffix === null && amount.currency === null;
  if (bare) {
    const name = readNameWithDigits(scan, amount);
    if (name !== null) return name;
    if (standsForNothing(scan, amount)) return null;
  }
  const inherited = amount.unitAt > amount.next;
  const next = inherited || suffix === null ? amount.next : suffix.next;
  const value = inherited || suffix === null ? amount.next : suffix.valueNext;
  const reading = figureReading(
    scan,
    { first: amount.first, next, valueFirst: amount.first, valueNext: value },
    {
      ...COUNT,
      low: amount.low + (suffix?.plus ?? 0),
      high: amount.high + (suffix?.plus ?? 0),
      step: amount.step,
      significant: amount.significant,
      vague: amount.vague,
      ...moneyOf(amount.currency),
      ...suffix?.parts,
    },
  );
  return amount.range ? opened(scan, reading) : reading;
}

/** A pronoun (`the one who`) or the end of a name (`Formula One`). */
function standsForNothing(scan: Scan, { first, next, form }: Amount): boolean {
  if (form !== 'words' || next !== first + 1) return false;
  if (lowerAt(scan, first) === 'one' && !meansOne(scan, first)) return true;
  if (!isCapitalised(scan, first) || !isCapitalised(scan, first - 1) || !isWord(scan, first - 1))
    return false;
  return !isCapitalised(scan, next) && !startsSentence(scan, first - 1);
}

function moneyOf(currency: string | null): Partial<typeof COUNT> {
  return currency === null ? {} : { kind: 'money', unit: currency, dimension: `money:${currency}` };
}
