/** Ages without a unit: `Smith, 47, said`, `aged 9`, `age of 55`, `Smith (47)`, `in her 20s`. */

import { significantDigits } from '../numerals/numeral.ts';
import { readNumeral } from '../numerals/readNumeral.ts';
import { COUNT, type FigureParts, figureReading, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { isCapitalised, isDash, isNumber, isWord, lowerAt, touches } from '../scan.ts';

/** Nobody in a newspaper is older. */
const OLDEST = 122;

const YEARS: FigureParts = { ...COUNT, kind: 'age', unit: 'year', factor: 31_536_000, dimension: 'age' };

/** Reads an age from its number: the apposition (`Smith, 47,` or `Ella, now 9.`) and the bracket behind a name. */
export function readAppositionAge(scan: Scan, at: number): Reading | null {
  const now = lowerAt(scan, at - 1) === 'now';
  const opening = now ? at - 2 : at - 1;
  const open = lowerAt(scan, opening);
  if ((open !== ',' && open !== '(') || !/^\d{1,3}$/.test(lowerAt(scan, at))) return null;
  if (Number(lowerAt(scan, at)) > OLDEST || !endsName(scan, opening - 1)) return null;
  return isClosed(scan, at + 1, open, now) ? age(scan, at, at, at + 1) : null;
}

function isClosed(scan: Scan, at: number, open: string, now: boolean): boolean {
  const close = lowerAt(scan, at);
  if (open === '(') return close === ')';
  return close === ',' || close === ';' || (now && close === '.') || endsClause(scan, at);
}

/** The word before the comma ends a person's name: `John Smith`, `Jane Doe-Lee`, `Smith Jr.`. */
function endsName(scan: Scan, at: number): boolean {
  const word = lowerAt(scan, at) === '.' ? at - 1 : at;
  return isWord(scan, word) && isCapitalised(scan, word) && (scan.tokens[word]?.text.length ?? 0) > 1;
}

/** `Smith, 47.` and `Smith, 47 and Jones, 50`, but no `In May, 12 people`. */
function endsClause(scan: Scan, at: number): boolean {
  const word = lowerAt(scan, at);
  if (word === '.' || word === '') return isCapitalised(scan, at - 4) && isWord(scan, at - 4);
  return word === 'and' && isCapitalised(scan, at + 1);
}

const AGE_WORDS: ReadonlySet<string> = new Set(['age', 'aged', 'ages']);

/** Reads `aged 9`, `age 55`, `age of 55`, `ages 5 to 12` from the word. */
export function readAgeWord(scan: Scan, at: number): Reading | null {
  if (!AGE_WORDS.has(lowerAt(scan, at))) return null;
  const from =
    lowerAt(scan, at + 1) === 'of' ? at + 2 : lowerAt(scan, at + 1) === 'between' ? at + 2 : at + 1;
  const number = readNumeral(scan, from);
  if (number === null || number.vague || number.high > OLDEST || number.form === 'fraction') return null;
  const second = readUpperAge(scan, number.next, number.low);
  const next = second?.next ?? number.next;
  const unit = /^years?$/.test(lowerAt(scan, next)) ? next + 1 : next;
  const reading = age(scan, at, from, next, unit);
  if (reading.quantity?.kind !== 'age' || second === null) return reading;
  return { ...reading, quantity: { ...reading.quantity, low: number.low, high: second.high } };
}

function readUpperAge(
  scan: Scan,
  at: number,
  lower: number,
): { readonly high: number; readonly next: number } | null {
  const joint = lowerAt(scan, at);
  if (joint !== 'to' && joint !== 'and' && joint !== 'through' && !(isDash(scan, at) && touches(scan, at)))
    return null;
  const number = readNumeral(scan, at + 1);
  return number === null || number.high > OLDEST || number.high <= lower ? null : number;
}

/** Conventional thirds of a decade: early is 0 to 3, mid 4 to 6, late 7 to 9. */
const PARTS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['early', [0, 3]],
  ['mid', [4, 6]],
  ['late', [7, 9]],
]);

const POSSESSIVES: ReadonlySet<string> = new Set(['his', 'her', 'their', 'my', 'your', 'our']);

/** Reads `in her 20s`, `in their late 40s` from the number. */
export function readAgeDecade(scan: Scan, at: number): Reading | null {
  if (!/^[1-9]0$/.test(lowerAt(scan, at)) || lowerAt(scan, at + 1) !== 's' || !touches(scan, at + 1))
    return null;
  const dash = isDash(scan, at - 1) ? at - 2 : at - 1;
  const part = PARTS.get(lowerAt(scan, dash));
  const owner = part === undefined ? at - 1 : dash - 1;
  if (!POSSESSIVES.has(lowerAt(scan, owner))) return null;
  const [low, high] = part ?? [0, 9];
  const start = Number(lowerAt(scan, at));
  const reading = age(scan, at, at, at + 2);
  if (reading.quantity?.kind !== 'age') return reading;
  return { ...reading, quantity: { ...reading.quantity, low: start + low, high: start + high, vague: true } };
}

function age(
  scan: Scan,
  first: number,
  valueFirst: number,
  valueNext: number,
  next: number = valueNext,
): Reading {
  const value = isNumber(scan, valueFirst)
    ? Number(lowerAt(scan, valueFirst))
    : (readNumeral(scan, valueFirst)?.low ?? 0);
  return figureReading(
    scan,
    { first, next, valueFirst, valueNext },
    { ...YEARS, low: value, high: value, significant: significantDigits(value) },
  );
}
