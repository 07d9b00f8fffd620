/** Multiples in one word: `doubled`, `twice`, `threefold`, `halved`. */

import { TENS, UNITS } from '../lexicon/numbers.ts';
import { wordSet } from '../lexicon/wordSet.ts';
import { COUNT, figureReading, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { lowerAt, pastHyphen } from '../scan.ts';
import { comparesBehind } from './multipleWord.ts';

const VERBS: readonly (readonly [value: number, words: string])[] = [
  [0.5, 'halve halves halved halving'],
  [2, 'doubled doubling twice twofold'],
  [3, 'tripled tripling treble trebled trebling thrice'],
  [4, 'quadrupled quadrupling quadruples fourfold'],
  [5, 'quintupled fivefold'],
];

/** From the word to its factor. `double` and `triple` are adjectives more often and count only before an amount. */
export const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ...VERBS.flatMap(([value, list]) => list.split(' ').map((word): [string, number] => [word, value])),
  ...[...UNITS, ...TENS]
    .filter(([, value]) => value > 1)
    .map(([word, value]): [string, number] => [`${word}fold`, value]),
  ['hundredfold', 100],
  ['thousandfold', 1000],
]);

const ADJECTIVES: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['triple', 3],
  ['quadruple', 4],
]);

const BEFORE_AMOUNT: ReadonlySet<string> = wordSet('the that what its their his her last to from');

/** Reads from the word. `twice` without a comparison counts occasions: `erupted twice`. */
export function readMultiple(scan: Scan, at: number): Reading | null {
  const word = lowerAt(scan, at);
  const value = MULTIPLES.get(word) ?? adjectiveAt(scan, at, word);
  if (value === undefined) return null;
  if (isSetPhrase(scan, at)) return null;
  const counts = (word === 'twice' || word === 'thrice') && !comparesBehind(scan, at + 1);
  return figureReading(
    scan,
    { first: at, next: at + 1, valueFirst: at, valueNext: at + 1 },
    counts
      ? { ...COUNT, low: value, high: value }
      : { ...COUNT, kind: 'multiple', low: value, high: value, dimension: 'multiple' },
  );
}

function adjectiveAt(scan: Scan, at: number, word: string): number | undefined {
  const factor = ADJECTIVES.get(word);
  return factor !== undefined && BEFORE_AMOUNT.has(lowerAt(scan, at + 1)) ? factor : undefined;
}

/** `twice-divorced` and `think twice` tell nothing to check. */
function isSetPhrase(scan: Scan, at: number): boolean {
  return pastHyphen(scan, at + 1) > at + 1 || lowerAt(scan, at - 1).startsWith('think');
}
