/** Numbers in words: `twenty-one`, `two hundred and two thousand`, `nine point four`, `two dozen`. */

import { DENOMINATORS, DOZENS, SCALES, TENS, UNITS } from '../lexicon/numbers.ts';
import type { Scan } from '../scan.ts';
import { isDash, lowerAt, pastHyphen, touches } from '../scan.ts';
import { timeUnitAt } from '../timeUnitAt.ts';
import { type Numeral, scaled, significantDigits } from './numeral.ts';

type Last = 'none' | 'unit' | 'ten' | 'scale';

interface Sum {
  /** What scale words of a thousand and more have closed. */
  readonly total: number;
  /** What stands below the next scale word. */
  readonly open: number;
  readonly last: Last;
  /** The last scale word when nothing followed it, else 1. */
  readonly scale: number;
}

const EMPTY: Sum = { total: 0, open: 0, last: 'none', scale: 1 };

/** Reads a cardinal in words, with `a hundred`, `a dozen`, decimals after `point` and scale words. */
export function readWords(scan: Scan, at: number): Numeral | null {
  const article = lowerAt(scan, at) === 'a' || lowerAt(scan, at) === 'an';
  const first = article ? at + 1 : at;
  const one = article || opensPeriod(scan, at);
  const begin = one ? { ...EMPTY, open: 1, last: 'unit' as const } : EMPTY;
  const [sum, next] = addWords(scan, first, begin, one);
  if (sum.last === 'none' || (one && next === first)) return null;
  const value = sum.total + sum.open;
  const decimal = sum.last === 'scale' && sum.scale >= 1e3 ? null : readPoint(scan, next, value);
  return {
    first: at,
    next: decimal?.next ?? next,
    low: decimal?.value ?? value,
    high: decimal?.value ?? value,
    step: decimal?.step ?? sum.scale,
    significant: significantDigits(decimal?.value ?? value),
    vague: false,
    form: 'words',
    scale: sum.scale,
  };
}

/** `its thousand-year history`: the scale word alone counts one of it. */
function opensPeriod(scan: Scan, at: number): boolean {
  return SCALES.has(lowerAt(scan, at)) && isDash(scan, at + 1) && timeUnitAt(scan, at + 2) !== null;
}

/** Multiplies figures by the scale words behind them: `2.1 billion`, `35 lakh`, `3 dozen`. */
export function readScales(scan: Scan, at: number): { readonly scale: number; readonly next: number } {
  let scale = 1;
  let next = at;
  for (;;) {
    const word = pastHyphen(scan, next);
    const step = scaleNamed(lowerAt(scan, word)) ?? DOZENS.get(lowerAt(scan, word));
    if (step === undefined || (scale > 1 && step < scale) || scale * step > MOST) return { scale, next };
    scale *= step;
    next = word + 1;
  }
}

/** What a scale word multiplies by; a letter typed three times (`milllion`) is one typed twice. */
export function scaleNamed(word: string): number | undefined {
  return SCALES.get(word) ?? (TRIPLED.test(word) ? SCALES.get(word.replace(TRIPLED, '$1$1')) : undefined);
}

const TRIPLED = /([a-z])\1\1/;

/** Nobody counts further in words; the limit keeps `million million …` a number. */
const MOST = 1e18;

function addWords(scan: Scan, from: number, begin: Sum, article: boolean): readonly [Sum, number] {
  let sum = begin;
  let next = from;
  for (;;) {
    const at = next === from ? next : pastJoin(scan, next, sum.last);
    const word = lowerAt(scan, at);
    const added = article && next === from ? addScale(sum, word) : addWord(sum, word);
    if (added === null || added.total + added.open > MOST || (at > from && opensFraction(scan, at)))
      return [sum, next];
    sum = added;
    next = at + 1;
  }
}

/** `one hundred and three quarters`: the last small number belongs to the fraction. */
function opensFraction(scan: Scan, at: number): boolean {
  if (!UNITS.has(lowerAt(scan, at))) return false;
  return lowerAt(scan, at - 1) === 'and' && DENOMINATORS.has(lowerAt(scan, pastHyphen(scan, at + 1)));
}

/** Past the hyphen of `twenty-one` or the `and` of `two hundred and one`. */
function pastJoin(scan: Scan, at: number, last: Last): number {
  if (isDash(scan, at)) return last === 'ten' || touches(scan, at) ? pastHyphen(scan, at) : at;
  return lowerAt(scan, at) === 'and' && last === 'scale' ? at + 1 : at;
}

function addWord(sum: Sum, word: string): Sum | null {
  const unit = UNITS.get(word);
  if (unit !== undefined) {
    if (sum.last === 'unit' || (sum.last === 'ten' && (unit > 9 || unit === 0))) return null;
    return { ...sum, open: sum.open + unit, last: 'unit', scale: 1 };
  }
  const ten = TENS.get(word);
  if (ten === undefined) return sum.last === 'none' ? null : addScale(sum, word);
  if (sum.last === 'unit' || sum.last === 'ten') return null;
  return { ...sum, open: sum.open + ten, last: 'ten', scale: 1 };
}

function addScale(sum: Sum, word: string): Sum | null {
  if (DOZENS.has(word)) {
    const small = sum.open % 100;
    return { total: sum.total, open: sum.open - small + small * 12, last: 'scale', scale: 12 };
  }
  const scale = scaleNamed(word);
  if (scale === undefined) return null;
  if (scale === 100) return sum.open === 0 ? null : { ...sum, open: sum.open * 100, last: 'scale', scale };
  if (sum.open === 0) return { ...sum, total: scaled(sum.total, scale), last: 'scale', scale };
  return { total: sum.total + sum.open * scale, open: 0, last: 'scale', scale };
}

interface Decimal {
  readonly value: number;
  readonly step: number;
  readonly next: number;
}

const MOST_DECIMALS = 12;

/** `nine point nought four` is 9.04, `two hundred point seventy-one` 200.71. */
function readPoint(scan: Scan, at: number, whole: number): Decimal | null {
  if (lowerAt(scan, at) !== 'point') return null;
  let digits = '';
  let next = at + 1;
  for (;;) {
    const word = digits === '' ? next : pastHyphen(scan, next);
    const ten = TENS.get(lowerAt(scan, word));
    const unit = UNITS.get(lowerAt(scan, word));
    if (ten !== undefined && digits === '') digits = String(ten);
    else if (unit !== undefined)
      digits =
        digits.length === 2 && digits.endsWith('0') && unit > 0
          ? digits[0] + String(unit)
          : digits + String(unit);
    else break;
    if (digits.length > MOST_DECIMALS) return null;
    next = word + 1;
  }
  if (digits === '') return null;
  return { value: Number(`${whole}.${digits}`), step: 10 ** -digits.length, next };
}
