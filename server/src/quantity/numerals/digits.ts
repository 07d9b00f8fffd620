/** Numbers in figures: `1,234.5`, `1½`, `3/4`, `40 000`, `2.1bn`, `5k`, `-3`. */

import { SCALE_ABBREVIATIONS, VULGAR_FRACTIONS } from '../lexicon/numbers.ts';
import type { Scan } from '../scan.ts';
import { isDash, isNumber, isWord, lowerAt, narrowGap, touches } from '../scan.ts';
import { readAndFraction } from './fractions.ts';
import { type Numeral, scaled, significantDigits } from './numeral.ts';
import { readScales } from './words.ts';

interface Digits {
  readonly value: number;
  readonly decimals: number;
  readonly next: number;
  readonly fraction: boolean;
}

/** Reads a number in figures, its fraction and its scale. */
export function readDigits(scan: Scan, at: number): Numeral | null {
  const digits = readFigures(scan, at);
  if (digits === null) return null;
  const negative = hasMinus(scan, at);
  const scale = readScale(scan, digits.next);
  const value = scaled(negative ? -digits.value : digits.value, scale.scale);
  const step = digits.fraction ? 0.125 : 10 ** -digits.decimals;
  return {
    first: negative ? at - 1 : at,
    next: scale.next,
    low: value,
    high: value,
    step: scaled(step, scale.scale),
    significant:
      digits.decimals > 0 ? significantIn(scan.tokens[at]?.text ?? '') : significantDigits(digits.value),
    vague: false,
    form: digits.fraction ? 'fraction' : 'digits',
    scale: scale.scale,
  };
}

function significantIn(written: string): number {
  return Math.max(1, written.replace(/[^0-9]/g, '').replace(/^0+/, '').length);
}

function readFigures(scan: Scan, at: number): Digits | null {
  const token = scan.tokens[at];
  if (token === undefined) return null;
  const vulgar = VULGAR_FRACTIONS.get(token.text);
  if (vulgar !== undefined) return { value: vulgar, decimals: 0, next: at + 1, fraction: true };
  if (token.kind !== 'number' || token.text.length > LONGEST) return null;
  const plain = token.text.replaceAll(',', '');
  return withFraction(scan, at, plain) ?? withSpacedGroups(scan, at, plain) ?? simple(plain, at + 1);
}

/** Longer runs of digits are serial numbers, and past 300 digits no number at all. 15 digits and their commas fit. */
const LONGEST = 20;

function simple(plain: string, next: number): Digits {
  const point = plain.indexOf('.');
  const decimals = point < 0 ? 0 : plain.length - point - 1;
  return { value: Number(plain), decimals, next, fraction: false };
}

/** `1/2`, `10 1/2`, `1½`, `6 3/4`, `two and a half` after figures (`2 and a half`). */
function withFraction(scan: Scan, at: number, plain: string): Digits | null {
  if (plain.includes('.')) return null;
  const whole = Number(plain);
  const vulgar = VULGAR_FRACTIONS.get(lowerAt(scan, at + 1));
  if (vulgar !== undefined) return { value: whole + vulgar, decimals: 0, next: at + 2, fraction: true };
  const alone = slashFraction(scan, at);
  if (alone !== null) return { value: alone, decimals: 0, next: at + 3, fraction: true };
  const gap = narrowGap(scan, at + 1);
  const mixed = gap === ' ' || gap === '\u00a0' || gap === '  ' ? slashFraction(scan, at + 1) : null;
  if (mixed !== null && mixed < 1) return { value: whole + mixed, decimals: 0, next: at + 4, fraction: true };
  const spoken = readAndFraction(scan, at + 1);
  return spoken === null
    ? null
    : { value: whole + spoken.value, decimals: 0, next: spoken.next, fraction: true };
}

/** Denominators that stand under real fractions. Others (`9/11`, `24/7`, `22/04`) are dates and names. */
const COMMON_DENOMINATORS: ReadonlySet<string> = new Set(['2', '3', '4', '5', '6', '8', '10', '16', '32']);

function slashFraction(scan: Scan, at: number): number | null {
  if (lowerAt(scan, at + 1) !== '/' || !isNumber(scan, at) || !isNumber(scan, at + 2)) return null;
  if (touches(scan, at + 1) !== touches(scan, at + 2)) return null;
  if (lowerAt(scan, at + 3) === '/' || lowerAt(scan, at - 1) === '/') return null;
  const over = lowerAt(scan, at + 2);
  const top = lowerAt(scan, at);
  if (!COMMON_DENOMINATORS.has(over) || !/^\d{1,2}$/.test(top) || top.startsWith('0')) return null;
  return Number(top) < Number(over) ? Number(top) / Number(over) : null;
}

const GROUP_SPACES: ReadonlySet<string> = new Set([' ', '\u00a0', '\u202f', '\u2009']);

/** `1 234 567`: spaces between groups of exactly three digits. */
function withSpacedGroups(scan: Scan, at: number, plain: string): Digits | null {
  if (!/^[1-9]\d{0,2}$/.test(plain)) return null;
  let joined = plain;
  let next = at + 1;
  for (;;) {
    const gap = narrowGap(scan, next);
    const group = lowerAt(scan, next);
    if (joined.length > LONGEST || !GROUP_SPACES.has(gap) || !/^\d{3}(?:\.\d{1,9})?$/.test(group)) break;
    joined += group;
    next += 1;
    if (group.includes('.')) break;
  }
  return next === at + 1 ? null : simple(joined, next);
}

/** A minus sign stands free of what precedes it and touches the figure: `fell to -3`. */
function hasMinus(scan: Scan, at: number): boolean {
  if (!isDash(scan, at - 1) || !touches(scan, at) || touches(scan, at - 1)) return false;
  return lowerAt(scan, at - 1) !== '—' && !isNumber(scan, at - 2);
}

/** Words behind a bare `m` that leave it a metre: `1.8m tall`, `the 100m race`. */
const PLURAL_OR_PEOPLE = /^(?:people|children|men|women|[a-z]{3,}[^s]s)$/;

function readScale(scan: Scan, at: number): { readonly scale: number; readonly next: number } {
  const words = readScales(scan, at);
  if (words.next > at || !isWord(scan, at)) return words;
  const token = scan.tokens[at];
  const scale = SCALE_ABBREVIATIONS.get(lowerAt(scan, at));
  if (token === undefined || scale === undefined) return words;
  return meansScale(scan, at, token.text) ? { scale, next: at + 1 } : words;
}

/** Whether an abbreviation behind a figure is a scale and no unit of measure. */
function meansScale(scan: Scan, at: number, written: string): boolean {
  if (touches(scan, at + 1) && (isWord(scan, at + 1) || isNumber(scan, at + 1))) return false;
  switch (written) {
    case 'm':
      return isMoney(scan, at) || (touches(scan, at) && PLURAL_OR_PEOPLE.test(lowerAt(scan, at + 1)));
    case 'mm':
    case 'g':
    case 'b':
      return isMoney(scan, at) || (written === 'b' && touches(scan, at));
    case 'G':
    case 'K':
    case 'B':
    case 'k':
      return touches(scan, at) || isMoney(scan, at);
    // A capital M behind a space is a million too: `1,674.5 M`.
    default:
      return true;
  }
}

const CURRENCY_SIGNS = /\p{Sc}/u;

/** Whether a currency sign stands right before the figures that end at this token, or before those they end a range of: `£70-75m`. */
function isMoney(scan: Scan, at: number): boolean {
  if (CURRENCY_SIGNS.test(lowerAt(scan, at - 2))) return true;
  if (!isDash(scan, at - 2) && lowerAt(scan, at - 2) !== 'to') return false;
  const first = SCALE_ABBREVIATIONS.has(lowerAt(scan, at - 3)) ? at - 4 : at - 3;
  return isNumber(scan, first) && CURRENCY_SIGNS.test(lowerAt(scan, first - 1));
}
