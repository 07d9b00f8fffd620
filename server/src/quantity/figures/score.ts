/** Scores: `3-1`, `6-4`, `5 to 4`: two small numbers as sides of a match or a vote. */

import { UNITS } from '../lexicon/numbers.ts';
import { SCORE_WORDS, VOTE_WORDS } from '../lexicon/phrases.ts';
import { wordSet } from '../lexicon/wordSet.ts';
import { COUNT, figureReading, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { isDash, isNumber, isWord, lowerAt, touches } from '../scan.ts';

/** How far from the score a word such as `won` or `vote` is looked for. */
const REACH = 6;

/** The same for `83 to 63`, where a verb must stand right by the numbers. */
const NEAR = 2;

/** Reads from the first side. */
export function readScore(scan: Scan, at: number): Reading | null {
  return readCountedScore(scan, at) ?? readPlainScore(scan, at) ?? readRecord(scan, at);
}

function readPlainScore(scan: Scan, at: number): Reading | null {
  if (!isSide(scan, at) || !isSide(scan, at + 2)) return null;
  const sides = [Number(lowerAt(scan, at)), Number(lowerAt(scan, at + 2))] as const;
  return isWritten(scan, at, ...sides) ? score(scan, at, at + 3, sides) : null;
}

/** `voted 11 to six`, `a nine to two vote`. */
function readSpokenScore(scan: Scan, at: number): Reading | null {
  const one = sideAt(scan, at);
  if (one === null || lowerAt(scan, one.next) !== 'to') return null;
  const two = sideAt(scan, one.next + 1);
  if (two === null || !isSpoken(scan, at, one.value, two.value)) return null;
  return score(scan, at, two.next, [one.value, two.value]);
}

function score(
  scan: Scan,
  first: number,
  next: number,
  [low, high]: readonly [low: number, high: number],
): Reading {
  const place = { first, next, valueFirst: first, valueNext: next };
  return figureReading(scan, place, { ...COUNT, kind: 'score', low, high, dimension: 'score' });
}

/** `two games to none`, `three sets to one`, `eleven votes to six`, `voted 11 to six`. */
export function readCountedScore(scan: Scan, at: number): Reading | null {
  const spoken = readSpokenScore(scan, at);
  if (spoken !== null) return spoken;
  const one = sideAt(scan, at);
  if (one !== null && WINS.has(lowerAt(scan, one.next)))
    return readBalance(scan, at, one.value, one.next + 1);
  if (one === null || !COUNTED.has(lowerAt(scan, one.next)) || lowerAt(scan, one.next + 1) !== 'to')
    return null;
  const two = sideAt(scan, one.next + 2);
  if (two === null || lowerAt(scan, at - 1) === 'from') return null;
  return score(scan, at, two.next, [one.value, two.value]);
}

/** `5 wins and 3 losses`: each side still counts as what it is. */
function readBalance(scan: Scan, at: number, won: number, next: number): Reading | null {
  const two = lowerAt(scan, next) === 'and' ? sideAt(scan, next + 1) : null;
  if (two === null || !LOSSES.has(lowerAt(scan, two.next))) return null;
  const place = { first: at, next: two.next + 1, valueFirst: at, valueNext: two.next + 1 };
  const sides = { low: won, high: two.value, parts: [won, two.value] } as const;
  return figureReading(scan, place, { ...COUNT, kind: 'score', dimension: 'score', ...sides });
}

const WINS: ReadonlySet<string> = wordSet('win wins victory victories');
const LOSSES: ReadonlySet<string> = wordSet('loss losses defeat defeats');

/** `They are 2 and 3 in the league`, `went 5 and 4 at home`: a record as it is spoken. */
function readRecord(scan: Scan, at: number): Reading | null {
  if (!STANDS.has(lowerAt(scan, at - 1)) || !isSide(scan, at) || lowerAt(scan, at + 1) !== 'and') return null;
  if (!isSide(scan, at + 2) || !tellsLeague(scan, at + 3)) return null;
  return score(scan, at, at + 3, [Number(lowerAt(scan, at)), Number(lowerAt(scan, at + 2))]);
}

const STANDS: ReadonlySet<string> = wordSet('is are was were went go goes finish finishes finished');
/** `overall`, `in the district`; what stands behind ages (`are 4 and 6 in August`) is something else. */
function tellsLeague(scan: Scan, at: number): boolean {
  if (lowerAt(scan, at) !== 'in') return lowerAt(scan, at) === 'overall';
  const league = isWord(scan, at + 2) && /^(?:the|its|their)$/.test(lowerAt(scan, at + 1)) ? at + 2 : at + 1;
  return LEAGUES.has(lowerAt(scan, league));
}

const LEAGUES: ReadonlySet<string> = wordSet('league district conference division region section season');

/** What a score in words counts. */
const COUNTED: ReadonlySet<string> = wordSet(
  'game games set sets goal goals match matches frame frames run runs leg legs vote votes point points',
);
const NOTHING: ReadonlySet<string> = wordSet('none nil nothing zero love');

function sideAt(scan: Scan, at: number): { readonly value: number; readonly next: number } | null {
  if (NOTHING.has(lowerAt(scan, at))) return { value: 0, next: at + 1 };
  if (isSide(scan, at)) return { value: Number(lowerAt(scan, at)), next: at + 1 };
  const value = UNITS.get(lowerAt(scan, at));
  return value === undefined ? null : { value, next: at + 1 };
}

/** `3-1`, `4-4`; the smaller side first (`1-3`) needs a word of winning or losing near it, else it is a range. */
function isWritten(scan: Scan, at: number, low: number, high: number): boolean {
  if (!isDash(scan, at + 1) || !touches(scan, at + 1) || !touches(scan, at + 2) || isBroken(scan, at))
    return false;
  return low >= high || nearWord(scan, at, SCORE_WORDS, REACH);
}

/** `passed 83 to 63`, `a 5 to 4 vote`. */
function isSpoken(scan: Scan, at: number, low: number, high: number): boolean {
  return low > high && lowerAt(scan, at - 1) !== 'from' && nearWord(scan, at, VOTE_WORDS, NEAR);
}

function isSide(scan: Scan, at: number): boolean {
  return isNumber(scan, at) && /^\d{1,3}$/.test(lowerAt(scan, at));
}

/** Part of a longer run (a telephone number, a date), or with a unit behind (`20-10%`, `6-4-year`). */
function isBroken(scan: Scan, at: number): boolean {
  if (touches(scan, at) && !/[("'“‘[]/.test(lowerAt(scan, at - 1))) return true;
  const after = at + 3;
  if (!touches(scan, after)) return false;
  return (
    isWord(scan, after) ||
    (isNumber(scan, after + 1) && touches(scan, after + 1)) ||
    lowerAt(scan, after) === '%' ||
    (isDash(scan, after) && isNumber(scan, after + 1))
  );
}

function nearWord(scan: Scan, at: number, words: ReadonlySet<string>, reach: number): boolean {
  for (let near = Math.max(0, at - reach); near <= at + 2 + reach; near += 1) {
    if (words.has(lowerAt(scan, near))) return true;
  }
  return false;
}
