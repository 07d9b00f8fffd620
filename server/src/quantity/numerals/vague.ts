/** Vague numbers: `dozens`, `tens of thousands`, `several hundred`, `a few`, `a handful`. */

import { DOZENS, PLURAL_SCALES, SCALES, VAGUE } from '../lexicon/numbers.ts';
import type { Scan } from '../scan.ts';
import { lowerAt } from '../scan.ts';
import type { Numeral } from './numeral.ts';

/** `few` and `couple` count only behind an article or before a scale word: `few people` gives no number. */
const NEEDS_ARTICLE: ReadonlySet<string> = new Set(['few', 'couple', 'handful']);
const NEEDS_OF: ReadonlySet<string> = new Set(['scores', 'tens']);

export function readVague(scan: Scan, at: number): Numeral | null {
  const article = lowerAt(scan, at) === 'a';
  const word = lowerAt(scan, article ? at + 1 : at);
  const amount = VAGUE.get(word);
  if (amount === undefined || (article && !NEEDS_ARTICLE.has(word))) return null;
  const after = (article ? at + 1 : at) + 1;
  if (NEEDS_OF.has(word) && lowerAt(scan, after) !== 'of') return null;
  const multiplied = readMultiplier(scan, after, word);
  if (NEEDS_ARTICLE.has(word) && !article && multiplied.scale === 1) return null;
  return {
    first: at,
    next: multiplied.next,
    low: amount.low * multiplied.scale,
    high:
      word === 'tens' || multiplied.scale === 1
        ? amount.high * multiplied.scale
        : (amount.high + 1) * multiplied.scale - 1,
    step: multiplied.scale,
    significant: 1,
    vague: true,
    form: 'words',
    scale: multiplied.scale,
  };
}

/** `of thousands` behind `tens`, `hundred` behind `several`, `of dozen` behind `a couple`. */
function readMultiplier(
  scan: Scan,
  at: number,
  word: string,
): { readonly scale: number; readonly next: number } {
  const of = lowerAt(scan, at) === 'of' ? at + 1 : at;
  const following = lowerAt(scan, of);
  const plural = of > at && word.endsWith('s') ? PLURAL_SCALES.get(following) : undefined;
  const singular = word.endsWith('s') ? undefined : (SCALES.get(following) ?? DOZENS.get(following));
  const several = word === 'several' ? (SCALES.get(following) ?? DOZENS.get(following)) : undefined;
  const scale = plural ?? singular ?? several;
  return scale === undefined ? { scale: 1, next: at } : { scale, next: of + 1 };
}
