/** Multiples with a number: `three times as many`, `tenfold` as `10-fold`, `3x`. */

import { RATIO_WORDS } from '../lexicon/phrases.ts';
import type { Scan } from '../scan.ts';
import { lowerAt, pastHyphen, touches } from '../scan.ts';
import type { Amount } from './amount.ts';
import type { Suffix } from './suffix.ts';

export function readMultipleWord(scan: Scan, amount: Amount): Suffix | null {
  const at = pastHyphen(scan, amount.unitAt);
  const word = lowerAt(scan, at);
  if (word === 'fold') return multiple(at + 1, at);
  if (word === 'x' && touches(scan, at) && !touches(scan, at + 1)) return multiple(at + 1, at);
  if (word === 'times' && RATIO_WORDS.has(lowerAt(scan, at + 1))) return multiple(at + 1, at);
  return null;
}

function multiple(next: number, valueNext: number): Suffix {
  return { next, valueNext, parts: { kind: 'multiple', unit: null, dimension: 'multiple' } };
}
