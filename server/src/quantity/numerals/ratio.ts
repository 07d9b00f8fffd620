/** Ratios in words: `one in five`, `one job in eight`, `three out of four`, as the fraction they are. */

import { NO_NOUN } from '../lexicon/noNoun.ts';
import { DENOMINATORS, DOZENS, SCALES, TENS, UNITS } from '../lexicon/numbers.ts';
import { wordSet } from '../lexicon/wordSet.ts';
import type { Scan } from '../scan.ts';
import { isNumber, isWord, lowerAt } from '../scan.ts';
import { timeUnitAt } from '../timeUnitAt.ts';
import type { Numeral } from './numeral.ts';
import { readWords } from './words.ts';

/** Reads from the first number. `in` needs small numbers in the same writing; nothing but the thing counted may follow. */
export function readRatio(scan: Scan, at: number): Numeral | null {
  // Behind figures the joint is the next word: of most numbers nothing else is asked.
  if (isNumber(scan, at) && !JOINTS.has(lowerAt(scan, at + 1))) return null;
  const part = smallNumber(scan, at);
  if (part === null) return null;
  const counted = readCountedRatio(scan, at, part);
  if (counted !== null) return counted;
  const out = lowerAt(scan, part.next) === 'out' && lowerAt(scan, part.next + 1) === 'of';
  const into =
    lowerAt(scan, part.next) === 'in' && (lowerAt(scan, part.next + 1) !== 'a' || isBig(scan, part.next + 2));
  if (!out && !into) return null;
  const whole = smallNumber(scan, part.next + (out ? 2 : 1));
  if (whole === null || whole.value <= part.value || part.value === 0) return null;
  if (!out && (isNumber(scan, at) || !SAID_WITH_IN.has(whole.value) || followsOn(scan, whole.next)))
    return null;
  return ratio(at, part, whole);
}

/** `one job in eight`, `three homes in four`: what is counted stands between, and nothing that is counted behind. */
function readCountedRatio(scan: Scan, at: number, part: Small): Numeral | null {
  const joint = part.next + 1;
  if (lowerAt(scan, joint) !== 'in' || isNumber(scan, at) || !isNoun(scan, part.next)) return null;
  const whole = isNumber(scan, joint + 1) ? null : smallNumber(scan, joint + 1);
  if (whole === null || whole.value <= part.value || !SAID_WITH_IN.has(whole.value)) return null;
  const isOne = lowerAt(scan, at) === 'one';
  if (lowerAt(scan, at) === 'a' || isOne === PLURAL.test(lowerAt(scan, part.next))) return null;
  return endsRatio(scan, whole.next) ? ratio(at, part, whole) : null;
}

const PLURAL = /[^s]s$|(?:people|men|children)$/;

/** A plain word that may be counted: `in`, `of` and the names of scales may not. */
function isNoun(scan: Scan, at: number): boolean {
  const word = lowerAt(scan, at);
  return isWord(scan, at) && !NO_NOUN.has(word) && !SCALES.has(word) && scan.tokens[at]?.text === word;
}

/** Behind `in eight` a verb or the end of the clause; a noun would be counted by it: `one man in two villages`. */
function endsRatio(scan: Scan, at: number): boolean {
  const word = lowerAt(scan, at);
  return !isWord(scan, at) || NO_NOUN.has(word) || VERBS.has(word);
}

const VERBS: ReadonlySet<string> = wordSet(
  'goes go went gets get got does do did says say lives live lived works work worked needs need needed wants want wanted thinks think ' +
    'thought believes believe dies die died lost loses lose pays pay paid owns own owned suffers suffer suffered faces face faced ' +
    'voted votes vote backed backs back opposed earns earn earned uses use used disappears disappeared vanishes closes closed',
);

function ratio(at: number, part: Small, whole: Small): Numeral {
  const value = part.value / whole.value;
  return {
    first: at,
    next: whole.next,
    low: value,
    high: value,
    step: 1 / whole.value,
    significant: 1,
    vague: false,
    form: 'fraction',
    scale: 1,
    parts: [part.value, whole.value],
  };
}

const JOINTS: ReadonlySet<string> = new Set(['in', 'out']);

/** Wholes that shares are told of. `one in 2019` is a year, `two in 30 days` a rate. */
const SAID_WITH_IN: ReadonlySet<number> = new Set([
  2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 1000, 10_000, 1e6,
]);

interface Small {
  readonly value: number;
  readonly next: number;
}

function smallNumber(scan: Scan, at: number): Small | null {
  if (isNumber(scan, at)) {
    const written = lowerAt(scan, at).replaceAll(',', '');
    return /^\d{1,7}$/.test(written) ? { value: Number(written), next: at + 1 } : null;
  }
  if (!UNITS.has(lowerAt(scan, at)) && !TENS.has(lowerAt(scan, at)) && lowerAt(scan, at) !== 'a') return null;
  const words = readWords(scan, at);
  if (words === null || DENOMINATORS.has(lowerAt(scan, words.next))) return null;
  return { value: words.low, next: words.next };
}

function isBig(scan: Scan, at: number): boolean {
  return SCALES.has(lowerAt(scan, at)) || DOZENS.has(lowerAt(scan, at));
}

/** A unit or a second number behind `in five` makes it a time or a place: `one in three years`. */
function followsOn(scan: Scan, at: number): boolean {
  return (
    timeUnitAt(scan, at) !== null || isNumber(scan, at) || (isWord(scan, at) && SCALES.has(lowerAt(scan, at)))
  );
}
