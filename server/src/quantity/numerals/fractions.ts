/** Fractions in words: `two-thirds`, `a quarter`, `half a million`, `one and a half`, `three quarters of a million`. */

import { DENOMINATORS, DOZENS, ORDINALS, SCALES, TENS } from '../lexicon/numbers.ts';
import { wordSet } from '../lexicon/wordSet.ts';
import type { Scan } from '../scan.ts';
import { isWord, lowerAt, pastHyphen } from '../scan.ts';
import { type Numeral, scaled } from './numeral.ts';
import { readWords } from './words.ts';

interface Part {
  readonly value: number;
  readonly next: number;
}

/** Reads a fraction or a mixed number that starts at a word. */
export function readFraction(scan: Scan, at: number): Numeral | null {
  const part = readHalf(scan, at) ?? readArticleFraction(scan, at) ?? readCountedFraction(scan, at);
  if (part !== null) return finish(scan, at, part);
  const whole = readWords(scan, at);
  if (whole === null) return null;
  const extra = readAndFraction(scan, whole.next);
  return extra === null ? null : finish(scan, at, { value: whole.low + extra.value, next: extra.next });
}

/** The `and a half` of `two and a half`, the `and three quarters` of `5 and three quarters`. */
export function readAndFraction(scan: Scan, at: number): Part | null {
  const and = pastHyphen(scan, at);
  if (lowerAt(scan, and) !== 'and') return null;
  const from = pastHyphen(scan, and + 1);
  if (lowerAt(scan, from) === 'half') return { value: 0.5, next: from + 1 };
  const article = lowerAt(scan, from);
  if (article === 'a' || article === 'an' || article === 'one') {
    const over = denominatorAt(scan, pastHyphen(scan, from + 1));
    if (over !== null) return { value: 1 / over.value, next: over.next };
  }
  return readCountedFraction(scan, from);
}

/** Words behind which `half` is an amount and no part of a name such as `first half` or `half brother`. */
const AFTER_HALF: ReadonlySet<string> = wordSet(
  'of the a an this that these those its his her their our my your all as',
);
const BEFORE_HALF: ReadonlySet<string> = wordSet(
  'by a an than nearly almost about over under roughly around least most in only just exactly',
);

/** Units that are halved without an article: `half hour`, `half year`. */
const HALF_PERIODS: ReadonlySet<string> = new Set([
  'hour',
  'hours',
  'year',
  'century',
  'mile',
  'miles',
  'minute',
  'percent',
]);

function readHalf(scan: Scan, at: number): Part | null {
  if (lowerAt(scan, at) !== 'half') return null;
  const following = lowerAt(scan, pastHyphen(scan, at + 1));
  if (scaleWord(following) !== undefined) return { value: 0.5, next: at + 1 };
  const before = lowerAt(scan, at - 1);
  if (HALF_PERIODS.has(following) && !ORDINALS.has(before)) return { value: 0.5, next: at + 1 };
  if (AFTER_HALF.has(following) || BEFORE_HALF.has(before)) return { value: 0.5, next: at + 1 };
  return null;
}

/** `a third of`, `a quarter`: an article makes an ordinal a fraction when no noun follows it. */
function readArticleFraction(scan: Scan, at: number): Part | null {
  const article = lowerAt(scan, at);
  if (article === 'quarter') return overScale(scan, at + 1) === null ? null : { value: 0.25, next: at + 1 };
  if (article !== 'a' && article !== 'an') return null;
  const over = denominatorAt(scan, at + 1);
  if (over === null) return null;
  const ends = !isWord(scan, over.next) || AFTER_FRACTION.has(lowerAt(scan, over.next));
  return ends && lowerAt(scan, over.next) !== '-' ? { value: 1 / over.value, next: over.next } : null;
}

const AFTER_FRACTION: ReadonlySet<string> = wordSet(
  'of more less fewer higher lower larger smaller to in from since on by over and or compared the',
);

/** Words before `quarters` that make it a season of the year or of a match. */
const BEFORE_PERIODS: ReadonlySet<string> = wordSet(
  'first last past next previous coming following straight consecutive',
);

/** `two-thirds`, `three quarters`, `one eighth`, `twenty-three fifths`. */
function readCountedFraction(scan: Scan, at: number): Part | null {
  const count = readWords(scan, at);
  const article = lowerAt(scan, at) === 'a' || lowerAt(scan, at) === 'an';
  if (
    count === null ||
    (article && lowerAt(scan, count.next - 1) === lowerAt(scan, at + 1) && count.low < 100)
  )
    return null;
  const over = denominatorAt(scan, pastHyphen(scan, count.next));
  if (over === null) return null;
  const plural = lowerAt(scan, over.next - 1).endsWith('s') || lowerAt(scan, over.next - 1) === 'halves';
  if (plural === (count.low === 1)) return null;
  if (BEFORE_PERIODS.has(lowerAt(scan, at - 1)) && over.value === 4) return null;
  return { value: count.low / over.value, next: over.next };
}

/** The denominator at a token, plural or singular: `thirds`, `quarter`, `twenty-firsts`. */
function denominatorAt(scan: Scan, at: number): Part | null {
  const value = DENOMINATORS.get(lowerAt(scan, at));
  if (value !== undefined) return { value, next: at + 1 };
  const ten = TENS.get(lowerAt(scan, at));
  const last = pastHyphen(scan, at + 1);
  const unit = ten === undefined ? undefined : ORDINALS.get(lowerAt(scan, last).replace(/s$/, ''));
  return ten === undefined || unit === undefined || unit > 9 ? null : { value: ten + unit, next: last + 1 };
}

function scaleWord(word: string): number | undefined {
  return SCALES.get(word) ?? DOZENS.get(word);
}

/** `a million` in `half a million` and `a quarter of a million`; `million` in `half-million`. */
function overScale(scan: Scan, at: number): Part | null {
  const from = pastHyphen(scan, at);
  const of = lowerAt(scan, from) === 'of' ? from + 1 : from;
  const article = lowerAt(scan, of) === 'a' ? pastHyphen(scan, of + 1) : of;
  const scale = scaleWord(lowerAt(scan, article));
  if (scale === undefined || (of > from && article === of)) return null;
  return { value: scale, next: article + 1 };
}

function finish(scan: Scan, first: number, part: Part): Numeral {
  const scale = overScale(scan, part.next);
  const value = scaled(part.value, scale?.value ?? 1);
  return {
    first,
    next: scale?.next ?? part.next,
    low: value,
    high: value,
    step: scaled(0.25, scale?.value ?? 1),
    significant: 1,
    vague: false,
    form: 'fraction',
    scale: scale?.value ?? 1,
  };
}
