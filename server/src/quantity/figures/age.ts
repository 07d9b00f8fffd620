/** Ages without a unit: `Smith, 47, said`, `aged 9`, `age of 55`, `Smith (47)`, `in her 20s`. */

import { significantDigits } from '../numerals/numeral.ts';
import { readNumeral } from '../numerals/readNumeral.ts';
import { AGE, figureReading, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { isCapitalised, isDash, isNumber, isWord, lowerAt, touches } from '../scan.ts';

/** Nobody in a newspaper is older. */
export const OLDEST = 122;
/** Behind `age of` or a name a higher number is a slip of the pen, and still told as an age. */
const HIGHEST_WRITTEN = 999;

/** Reads an age from its number: the apposition (`Smith, 47,` or `Ella, now 9.`) and the bracket behind a name. */
export function readAppositionAge(scan: Scan, at: number): Reading | null {
  const now = lowerAt(scan, at - 1) === 'now';
  const opening = now ? at - 2 : at - 1;
  const open = lowerAt(scan, opening);
  if ((open !== ',' && open !== '(') || !/^\d{1,3}$/.test(lowerAt(scan, at))) return null;
  if (!endsName(scan, opening - 1)) {
    const described =
      Number(lowerAt(scan, at)) <= OLDEST &&
      open === ',' &&
      lowerAt(scan, at + 1) === ',' &&
      describesPerson(scan, opening - 1);
    return described ? age(scan, at, at, at + 1) : null;
  }
  return isClosed(scan, at + 1, open, now) ? age(scan, at, at, at + 1) : null;
}

/** `The victim, 43,`: a noun behind an article, with nothing between. */
function describesPerson(scan: Scan, at: number): boolean {
  return isWord(scan, at) && ARTICLES.has(lowerAt(scan, at - 1)) && !isCapitalised(scan, at);
}

const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an', 'his', 'her', 'their']);

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

/** Verbs that a bare age follows when a person is their subject: `She was 52.`, `Luna was 16 at the time`. */
const STATES: ReadonlySet<string> = new Set(['was', 'is', "'s"]);
const TURNS: ReadonlySet<string> = new Set(['turn', 'turns', 'turned', 'turning']);
/** Behind a title: `“The Holy Mountain” turns 50`. */
const CLOSING_QUOTES: ReadonlySet<string> = new Set(['"', '”', '’', '»']);
const PERSONS: ReadonlySet<string> = new Set(['he', 'she', 'i', 'who']);
/** Words before `at` that leave a bare number behind it no other meaning: `died at 47`, `dead at 78`. */
const DEATHS: ReadonlySet<string> = new Set(['died', 'dies', 'dead', 'away', 'killed']);
/** What may follow a bare age; a noun would make it a count of something. */
const AFTER_AGE: ReadonlySet<string> = new Set(
  '. , ; : ) ! ? — – and or but when at the this that last on in as after before following while'
    .split(' ')
    .concat(''),
);

/** What a death is told of: `died at 47 of pneumonia`. */
const CAUSES: ReadonlySet<string> = new Set(['from', 'of', 'due']);

/** Reads the bare number of `He was 87.`, `turned 70`, `died at 47`, `since she was 16`. */
export function readPredicateAge(scan: Scan, at: number): Reading | null {
  const digits = lowerAt(scan, at);
  if (!/^\d{1,3}$/.test(digits) || (Number(digits) > OLDEST && !isTooOld(scan, at))) return null;
  const after = lowerAt(scan, at + 1);
  if (!AFTER_AGE.has(after) && !(CAUSES.has(after) && lowerAt(scan, at - 1) === 'at')) return null;
  return saysAge(scan, at - 1) ? age(scan, at, at, at + 1) : null;
}

/** `turned 400` is a slip of the pen, or said of a town; what turns 180 and 360 turns round. */
function isTooOld(scan: Scan, at: number): boolean {
  return TURNS.has(lowerAt(scan, at - 1)) && !/^(?:180|360)$/.test(lowerAt(scan, at));
}

function saysAge(scan: Scan, at: number): boolean {
  const word = lowerAt(scan, at);
  if (TURNS.has(word)) return isWord(scan, at - 1) || CLOSING_QUOTES.has(lowerAt(scan, at - 1));
  if (word === 'at') return DEATHS.has(lowerAt(scan, at - 1));
  if (word === 'only' || word === 'just') return STATES.has(lowerAt(scan, at - 1)) && isPerson(scan, at - 2);
  // Behind a name `'s` is a possessive: `Ocean's 11`.
  if (word === "'s") return PERSONS.has(lowerAt(scan, at - 1));
  return STATES.has(word) && isPerson(scan, at - 1);
}

/** A pronoun, or a name in capitals of more than one letter. */
function isPerson(scan: Scan, at: number): boolean {
  return PERSONS.has(lowerAt(scan, at)) || (endsName(scan, at) && !OTHER_SUBJECTS.has(lowerAt(scan, at)));
}

/** Words that open a sentence in capitals and name nobody. */
const OTHER_SUBJECTS: ReadonlySet<string> = new Set(
  'it that this there what the score total number answer result here one they we and but'.split(' '),
);

const AGE_JOINTS: ReadonlySet<string> = new Set(['to', 'and', 'through', 'or']);

/** Words that make the number behind them an age, and those that it is listed with. */
export const AGE_WORDS: ReadonlySet<string> = new Set(['age', 'aged', 'ages']);

/** Reads `aged 9`, `age 55`, `age of 55`, `ages 5 to 12` from the word. */
export function readAgeWord(scan: Scan, at: number): Reading | null {
  if (!AGE_WORDS.has(lowerAt(scan, at))) return null;
  const from =
    lowerAt(scan, at + 1) === 'of' ? at + 2 : lowerAt(scan, at + 1) === 'between' ? at + 2 : at + 1;
  const number = readNumeral(scan, from);
  if (number === null || number.vague || number.high > HIGHEST_WRITTEN || number.form === 'fraction')
    return null;
  const two = lowerAt(scan, number.next) === 'and' && !isBetween(scan, at, from);
  const second = two ? null : readUpperAge(scan, number.next, number.low);
  const next = second?.next ?? number.next;
  const unit = /^years?$/.test(lowerAt(scan, next)) ? next + 1 : next;
  const reading = age(scan, at, from, next, unit);
  if (reading.quantity?.kind !== 'age' || second === null) return reading;
  return { ...reading, quantity: { ...reading.quantity, low: number.low, high: second.high } };
}

/** `aged between`, `between ages`, `between the ages` open a range; `aged 22 and 25` are two ages. */
function isBetween(scan: Scan, at: number, from: number): boolean {
  const opening = lowerAt(scan, at - 1) === 'the' ? at - 2 : at - 1;
  return lowerAt(scan, from - 1) === 'between' || lowerAt(scan, opening) === 'between';
}

function readUpperAge(
  scan: Scan,
  at: number,
  lower: number,
): { readonly high: number; readonly next: number } | null {
  const joint = lowerAt(scan, at);
  if (!AGE_JOINTS.has(joint) && !(isDash(scan, at) && touches(scan, at))) return null;
  const number = readNumeral(scan, at + 1);
  if (number === null || number.high > OLDEST || number.high <= lower) return null;
  // `aged 54 or 55` is one of two that are next to each other.
  return joint === 'or' && number.high - lower > 1 ? null : number;
}

/** Reads `the big 4-0`, a birthday at the turn of a decade, from its first figure. */
export function readBigAge(scan: Scan, at: number): Reading | null {
  const isBig = lowerAt(scan, at - 1) === 'big' && /^[2-9]$/.test(lowerAt(scan, at));
  if (!isBig || !isDash(scan, at + 1) || lowerAt(scan, at + 2) !== '0') return null;
  // `a big 5-0 win` is a score.
  if (!touches(scan, at + 1) || !touches(scan, at + 2) || !AFTER_AGE.has(lowerAt(scan, at + 3))) return null;
  const place = { first: at, next: at + 3, valueFirst: at, valueNext: at + 3 };
  const years = Number(lowerAt(scan, at)) * 10;
  return figureReading(scan, place, { ...AGE, low: years, high: years });
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
    { ...AGE, low: value, high: value, significant: significantDigits(value) },
  );
}
