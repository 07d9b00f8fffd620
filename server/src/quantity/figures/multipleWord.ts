/** Multiples with a number: `three times as many`, `tenfold` as `10-fold`, `3x`. */

import { RATIO_WORDS } from '../lexicon/phrases.ts';
import { wordSet } from '../lexicon/wordSet.ts';
import type { Scan } from '../scan.ts';
import { lowerAt, pastHyphen, touches } from '../scan.ts';
import type { Amount } from './amount.ts';
import type { Suffix } from './suffix.ts';

export function readMultipleWord(scan: Scan, amount: Amount): Suffix | null {
  const at = pastHyphen(scan, amount.unitAt);
  const word = lowerAt(scan, at);
  if (word === 'fold') return multiple(at + 1, at);
  if (word === 'x' && touches(scan, at) && !touches(scan, at + 1)) return multiple(at + 1, at);
  if (word === 'times' && comparesBehind(scan, at + 1)) return multiple(at + 1, at);
  return null;
}

/** How far from the first `as` its second may stand: `as many new jobs as`. */
const AS_REACH = 5;

/** Whether a comparison follows: `as many as`, `more than`, `the size of`. `eight times as he ran` is none. */
export function comparesBehind(scan: Scan, at: number): boolean {
  if (lowerAt(scan, at) !== 'as') return RATIO_WORDS.has(lowerAt(scan, at));
  if (AMOUNTS.has(lowerAt(scan, at + 1))) return true;
  for (let near = at + 2; near <= at + AS_REACH; near += 1) if (lowerAt(scan, near) === 'as') return true;
  return false;
}

const AMOUNTS: ReadonlySet<string> = wordSet('many much likely high big large long fast often common great');

function multiple(next: number, valueNext: number): Suffix {
  return { next, valueNext, parts: { kind: 'multiple', unit: null, dimension: 'multiple' } };
}
