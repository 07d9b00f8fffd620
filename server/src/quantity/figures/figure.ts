/** Figures: an amount with the unit behind it, as one reading. */

import { COUNT, figureReading, opened, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { isCapitalised, isWord, lowerAt, startsSentence } from '../scan.ts';
import { type Amount, readAmount } from './amount.ts';
import { nameInWords, readNameWithDigits, readTiedDigits } from './names.ts';
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
    const said = wordAlone(scan, amount);
    if (said !== null) return said === 'name' ? nameInWords(scan, amount) : null;
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
      ...averageOf(scan, amount),
      ...suffix?.parts,
      ...(amount.parts !== undefined && !amount.range && { parts: amount.parts }),
    },
  );
  return amount.range ? opened(scan, reading) : reading;
}

/** A number word that counts nothing: a pronoun (`the one who`) or the end of a name (`Formula One`). */
function wordAlone(scan: Scan, { first, next, form }: Amount): 'pronoun' | 'name' | null {
  if (form !== 'words' || next !== first + 1) return null;
  if (lowerAt(scan, first) === 'one' && !meansOne(scan, first)) return 'pronoun';
  if (!isCapitalised(scan, first) || !isCapitalised(scan, first - 1) || !isWord(scan, first - 1)) return null;
  return !isCapitalised(scan, next) && !startsSentence(scan, first - 1) ? 'name' : null;
}

function moneyOf(currency: string | null): Partial<typeof COUNT> {
  return currency === null ? {} : { kind: 'money', unit: currency, dimension: `money:${currency}` };
}

/** `.586` in the tables of sport is a share of games or tries, and counts nothing. */
function averageOf(scan: Scan, { first, next }: Amount): Partial<typeof COUNT> {
  return next === first + 1 && /^\.\d{3}$/.test(lowerAt(scan, first)) ? { dimension: 'average' } : {};
}
