/** Vague numbers: `dozens`, `tens of thousands`, `several hundred`, `a few`, `a handful`. */

import { DOZENS, PLURAL_SCALES, SCALES, VAGUE } from '../lexicon/numbers.ts';
import { UNITS_OF_MEASURE } from '../lexicon/units.ts';
import type { Scan } from '../scan.ts';
import { lowerAt } from '../scan.ts';
import type { Numeral } from './numeral.ts';

/** `few` and `couple` count only behind an article or before a scale word or unit: `few people` gives no number. */
const NEEDS_ARTICLE: ReadonlySet<string> = new Set(['few', 'couple', 'handful', 'pair']);
const NEEDS_OF: ReadonlySet<string> = new Set(['scores', 'tens', 'pair']);

export function readVague(scan: Scan, at: number): Numeral | null {
  const article = lowerAt(scan, at) === 'a';
  const word = lowerAt(scan, article ? at + 1 : at);
  const amount = VAGUE.get(word);
  if (amount === undefined || (article && !NEEDS_ARTICLE.has(word))) return null;
  const after = (article ? at + 1 : at) + 1;
  if (NEEDS_OF.has(word) && lowerAt(scan, after) !== 'of') return null;
  const multiplied = readMultiplier(scan, after, word);
  const open = NEEDS_ARTICLE.has(word) && !article && multiplied.scale === 1;
  if (open && !beforeTime(scan, after)) return null;
  const { scale } = multiplied;
  return {
    first: at,
    next: multiplied.next,
    low: amount.low * scale,
    high: word === 'tens' || scale === 1 ? amount.high * scale : (amount.high + 1) * scale - 1,
    step: scale,
    significant: 1,
    vague: true,
    form: 'words',
    scale,
  };
}

/** `the last few hours`, `couple of weeks`. */
function beforeTime(scan: Scan, at: number): boolean {
  const unit = lowerAt(scan, lowerAt(scan, at) === 'of' ? at + 1 : at);
  return unit.endsWith('s') && UNITS_OF_MEASURE.get(unit)?.dimension === 'time' && unit.length > 3;
}

interface Multiplier {
  readonly scale: number;
  readonly next: number;
}

/** `of thousands` behind `tens`, `hundred` behind `several`, `of dozen` behind `a couple`. */
function readMultiplier(scan: Scan, at: number, word: string): Multiplier {
  const of = lowerAt(scan, at) === 'of' ? at + 1 : at;
  const following = lowerAt(scan, of);
  const singular = word === 'several' || !word.endsWith('s');
  const scale = singular
    ? (SCALES.get(following) ?? DOZENS.get(following))
    : of > at
      ? PLURAL_SCALES.get(following)
      : undefined;
  if (scale === undefined) return { scale: 1, next: at };
  // `several hundred thousand`.
  const higher = singular ? SCALES.get(lowerAt(scan, of + 1)) : undefined;
  return higher !== undefined && higher > scale
    ? { scale: scale * higher, next: of + 2 }
    : { scale, next: of + 1 };
}
