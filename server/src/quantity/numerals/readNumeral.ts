/** The one way into the readers of numbers. */

import type { Scan } from '../scan.ts';
import { lowerAt } from '../scan.ts';
import { readDigits } from './digits.ts';
import { readFraction } from './fractions.ts';
import type { Numeral } from './numeral.ts';
import { readRatio } from './ratio.ts';
import { readVague } from './vague.ts';
import { readWords } from './words.ts';

/** Reads the longest number that starts at a token, or null where none does. */
export function readNumeral(scan: Scan, at: number): Numeral | null {
  const known = scan.numerals.get(at);
  if (known !== undefined) return known;
  const read = readUnknown(scan, at);
  scan.numerals.set(at, read);
  return read;
}

function readUnknown(scan: Scan, at: number): Numeral | null {
  const signed = lowerAt(scan, at) === 'minus' || lowerAt(scan, at) === 'negative';
  const start = signed ? at + 1 : at;
  const token = scan.tokens[start];
  if (token === undefined) return null;
  const ratio = signed ? null : readRatio(scan, start);
  if (ratio !== null) return ratio;
  const read = token.kind === 'word' ? readWritten(scan, start) : readDigits(scan, start);
  if (read === null || !signed) return read;
  return { ...read, first: at, low: -read.high, high: -read.low };
}

function readWritten(scan: Scan, at: number): Numeral | null {
  return readVague(scan, at) ?? readFraction(scan, at) ?? readWords(scan, at);
}
