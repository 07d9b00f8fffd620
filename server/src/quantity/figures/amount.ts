/** Amounts: a number or a range of two, with the currency sign before it. */

import { CODES, DOLLAR_PREFIXES, SIGNS } from '../lexicon/currencies.ts';
import { CLAUSE_GOES_ON } from '../lexicon/noNoun.ts';
import { CHANGE_WORDS, MOVING_VERBS } from '../lexicon/phrases.ts';
import { type Numeral, scaled } from '../numerals/numeral.ts';
import { readNumeral } from '../numerals/readNumeral.ts';
import type { Scan } from '../scan.ts';
import { isDash, isNumber, lowerAt, pastHyphen, touches } from '../scan.ts';

/** A number, or the two ends of a range, read from `tokens[first..next)`. */
export interface Amount extends Numeral {
  /** Code of the currency whose sign or letters stand before the number. */
  readonly currency: string | null;
  readonly range: boolean;
  /** Where the unit stands: behind this number, or behind the second of a pair (`rose from 5 to 7 percent`). */
  readonly unitAt: number;
}

/** Where the unit is looked for: past a hyphen, or the `of` of `millions of dollars`. */
export function unitBehind(scan: Scan, { unitAt, vague }: Amount): number {
  return vague && lowerAt(scan, unitAt) === 'of' ? unitAt + 1 : pastHyphen(scan, unitAt);
}

/** Reads `20`, `$3 to $5 million`, `20-30`, `between 5 and 7 million`, `two or three`. */
export function readAmount(scan: Scan, at: number): Amount | null {
  const one = readSigned(scan, at);
  if (one === null) return null;
  const two = readSecond(scan, one);
  if (two === null) return { ...one, range: false, unitAt: one.next };
  const low = shareScale(one, two);
  if (!spansRange(scan, one, two, low)) return { ...one, ...low, range: false, unitAt: two.next };
  return {
    ...two,
    first: one.first,
    low: low.low,
    high: two.high,
    step: Math.min(low.step, two.step),
    significant: Math.max(one.significant, two.significant),
    vague: one.vague || two.vague,
    currency: one.currency ?? two.currency,
    range: true,
    unitAt: two.next,
  };
}

interface Signed extends Numeral {
  readonly currency: string | null;
}

function readSigned(scan: Scan, at: number): Signed | null {
  const sign = readCurrencySign(scan, at);
  const numeral = readNumeral(scan, sign?.next ?? at);
  if (numeral === null) return null;
  if (sign === null) return { ...numeral, currency: null };
  if (numeral.form === 'words') return null;
  return { ...numeral, first: at, currency: sign.code };
}

/** `$`, `US$`, `c $`, `U.S. $`, `EUR`, `USD $` before a number. */
function readCurrencySign(scan: Scan, at: number): { readonly code: string; readonly next: number } | null {
  const token = scan.tokens[at];
  if (token === undefined) return null;
  const sign = SIGNS.get(token.text);
  if (sign !== undefined) return { code: sign, next: at + 1 };
  if (token.kind !== 'word') return null;
  const prefix = DOLLAR_PREFIXES.get(token.lower.endsWith('.') ? token.lower.slice(0, -1) : token.lower);
  if (prefix !== undefined && lowerAt(scan, at + 1) === '$') {
    const joined = touches(scan, at + 1) || token.lower.length > 1 || token.lower === 'c';
    if (joined) return { code: prefix, next: at + 2 };
  }
  if (!CODES.has(token.text)) return null;
  if (SIGNS.has(lowerAt(scan, at + 1))) return { code: token.text, next: at + 2 };
  return isNumber(scan, at + 1) ? { code: token.text === 'RMB' ? 'CNY' : token.text, next: at + 1 } : null;
}

/** The second number of a pair, or null. */
function readSecond(scan: Scan, one: Signed): Signed | null {
  const joint = lowerAt(scan, one.next);
  if (joint === 'to' || joint === 'or') return readFollowing(scan, one.next + 1);
  if (joint === 'and')
    return lowerAt(scan, one.first - 1) === 'between' ? readFollowing(scan, one.next + 1) : null;
  if (!isDash(scan, one.next)) return null;
  return joinsRange(scan, one) ? readDashed(scan, one, one.next + 1) : null;
}

/** A dash between two figures, with spaces on both sides or on neither. */
function joinsRange(scan: Scan, one: Signed): boolean {
  return one.form !== 'words' && touches(scan, one.next) === touches(scan, one.next + 1);
}

/** The end of `20-30`, `$550-1200`; `252-9300` and `1-877-555` are telephone numbers, `7-Eleven` a shop. */
function readDashed(scan: Scan, one: Signed, at: number): Signed | null {
  const two = readSigned(scan, at);
  if (two === null || two.form === 'words') return null;
  const again = isDash(scan, two.next) && touches(scan, two.next) && touches(scan, two.next + 1);
  const telephone =
    one.currency === null &&
    touches(scan, at) &&
    /^\d{4,}$/.test(lowerAt(scan, at)) &&
    /^\d{1,3}$/.test(lowerAt(scan, at - 2));
  return telephone || (again && /^[\dA-Z]/.test(scan.tokens[two.next + 1]?.text ?? '')) ? null : two;
}

function readFollowing(scan: Scan, at: number): Signed | null {
  const word = lowerAt(scan, at);
  return word === 'a' || word === 'an' || word === 'half' || word === 'several' ? null : readSigned(scan, at);
}

/** `5 to 7 million` means five million; `500,000 to 1 million` does not mean 500,000 million. */
function shareScale(one: Signed, two: Signed): Pick<Numeral, 'low' | 'high' | 'step' | 'scale'> {
  const shares = one.scale === 1 && two.scale > 1 && one.form !== 'fraction' && one.low < two.low / two.scale;
  if (!shares) return one;
  return {
    low: scaled(one.low, two.scale),
    high: scaled(one.high, two.scale),
    step: scaled(one.step, two.scale),
    scale: two.scale,
  };
}

/** How many tokens before `from` a verb of change is looked for: `rose by a third, from 16 to 19`. */
const CHANGE_REACH = 8;

/**
 * `rose from 5 to 9`, `fell by £13m to £18m`, `went up by nine to 48`: two figures of a change. A unit, a noun or a scale
 * told once, `by 20 to 30 percent`, is that of a range.
 */
function spansRange(scan: Scan, one: Signed, two: Signed, low: { readonly low: number }): boolean {
  if (low.low >= two.high) return false;
  if (one.currency !== null && two.currency !== null && one.currency !== two.currency) return false;
  const joint = lowerAt(scan, one.next);
  if (joint === 'or') return two.low - one.low === 1;
  if (joint !== 'to') return true;
  const sharesScale = low.low > one.low;
  if (lowerAt(scan, one.first - 1) === 'by' && !sharesScale && areTwoAmounts(scan, one, two))
    return !changesBefore(scan, one.first - 1);
  return lowerAt(scan, one.first - 1) !== 'from'
    ? !CHANGE_WORDS.has(lowerAt(scan, one.first - 1))
    : !changesBefore(scan, one.first - 1);
}

/** Whether each of the two has all of its unit: a currency, or none, where nothing behind the second is counted. */
function areTwoAmounts(scan: Scan, one: Signed, two: Signed): boolean {
  if (one.currency !== null || two.currency !== null) return one.currency !== null && two.currency !== null;
  return CLAUSE_GOES_ON.has(lowerAt(scan, two.next));
}

function changesBefore(scan: Scan, from: number): boolean {
  for (let at = from - 1; at >= 0 && at >= from - CHANGE_REACH; at -= 1) {
    const word = lowerAt(scan, at);
    if (CHANGE_WORDS.has(word) || (at < from - 1 && MOVING_VERBS.has(word))) return true;
    if (word === '.') return false;
  }
  return false;
}
