/** Scores: `3-1`, `6-4`, `5 to 4`: two small numbers as sides of a match or a vote. */

import { SCORE_WORDS } from '../lexicon/phrases.ts';
import { COUNT, figureReading, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { isDash, isNumber, isWord, lowerAt, touches } from '../scan.ts';

/** How far from the score a word such as `won` or `vote` is looked for. */
const REACH = 6;

export function readScore(scan: Scan, at: number): Reading | null {
  if (!isSide(scan, at) || !isSide(scan, at + 2) || !isDash(scan, at + 1)) return null;
  if (!touches(scan, at + 1) || !touches(scan, at + 2) || isBroken(scan, at)) return null;
  const low = Number(lowerAt(scan, at));
  const high = Number(lowerAt(scan, at + 2));
  if (low <= high && !nearScoreWord(scan, at)) return null;
  return figureReading(
    scan,
    { first: at, next: at + 3, valueFirst: at, valueNext: at + 3 },
    { ...COUNT, kind: 'score', low, high, dimension: 'score' },
  );
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

function nearScoreWord(scan: Scan, at: number): boolean {
  for (let near = Math.max(0, at - REACH); near <= at + 2 + REACH; near += 1) {
    if (SCORE_WORDS.has(lowerAt(scan, near))) return true;
  }
  return false;
}
