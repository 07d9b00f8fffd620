/** Rates: adds `a day`, `per 100,000`, `an hour` to the figure before it. */

import { RATE_NOUNS } from '../lexicon/phrases.ts';
import { UNITS_OF_MEASURE } from '../lexicon/units.ts';
import { wordSet } from '../lexicon/wordSet.ts';
import { readNumeral } from '../numerals/readNumeral.ts';
import type { Figure } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { endBefore, isDash, isNumber, isWord, lowerAt, pastHyphen, startOf, touches } from '../scan.ts';

/** How many words of the thing counted may stand before `a day`: `500,000 barrels of oil a day`. */
const REACH = 4;

interface Rate {
  readonly per: string;
  readonly next: number;
}

/** The reading with its rate; unchanged where there is none. Only a rate right behind the unit widens the extent. */
export function withRate(scan: Scan, reading: Reading): Reading {
  const { quantity } = reading;
  if (quantity === null || quantity.kind === 'date' || !mayHaveRate(quantity)) return reading;
  const near = rateAt(scan, reading.next);
  if (near !== null) {
    const extent = { start: startOf(scan, reading.first), end: endBefore(scan, near.next) };
    return { ...reading, next: near.next, quantity: { ...quantity, per: near.per, extent } };
  }
  const far = rateBehindNoun(scan, reading.next);
  return far === null ? reading : { ...reading, quantity: { ...quantity, per: far.per } };
}

function mayHaveRate(figure: Figure): boolean {
  return figure.per === null && figure.kind !== 'age' && figure.kind !== 'ordinal' && figure.kind !== 'score';
}

function rateBehindNoun(scan: Scan, next: number): Rate | null {
  for (let at = next; at < next + REACH; at += 1) {
    if (!isWord(scan, at) || isNumber(scan, at)) return null;
    const rate = at > next ? rateAt(scan, at) : null;
    if (rate !== null) return WITHIN.has(lowerAt(scan, at - 1)) ? null : rate;
  }
  return null;
}

/** `64,000 km in a year` tells how long it took. */
const WITHIN: ReadonlySet<string> = wordSet('in within over for during after of than');

function rateAt(scan: Scan, at: number): Rate | null {
  const joint = lowerAt(scan, at);
  if (joint === 'per') return perAt(scan, pastHyphen(scan, at + 1));
  if (joint === '/' && touches(scan, at)) return timeAt(scan, at + 1);
  if (isDash(scan, at) && touches(scan, at)) return dashRate(scan, at + 1);
  if (joint === 'each' || joint === 'every') return timeAt(scan, at + 1);
  if (joint !== 'a' && joint !== 'an') return null;
  const noun = lowerAt(scan, at + 1);
  if (
    isDash(scan, at + 2) ||
    !RATE_NOUNS.has(noun) ||
    lowerAt(scan, at + 2) === 'ago' ||
    lowerAt(scan, at + 2) === 'earlier'
  )
    return null;
  return { per: canonical(noun), next: at + 2 };
}

/** `12-cent-a-share`, `100-a-day`. */
function dashRate(scan: Scan, at: number): Rate | null {
  if ((lowerAt(scan, at) !== 'a' && lowerAt(scan, at) !== 'an') || !isDash(scan, at + 1)) return null;
  const noun = lowerAt(scan, at + 2);
  return RATE_NOUNS.has(noun) ? { per: canonical(noun), next: at + 3 } : null;
}

function perAt(scan: Scan, at: number): Rate | null {
  const number = readNumeral(scan, at);
  if (number !== null) return { per: String(number.low), next: number.next };
  if (!isWord(scan, at)) return null;
  const noun = SQUARE.has(lowerAt(scan, at)) && isWord(scan, at + 1) ? at + 1 : at;
  const name = canonical(lowerAt(scan, noun));
  return { per: noun === at ? name : `square ${name}`, next: noun + 1 };
}

/** `per square metre`, `per sq m`. */
const SQUARE: ReadonlySet<string> = new Set(['square', 'sq']);

function timeAt(scan: Scan, at: number): Rate | null {
  const unit = UNITS_OF_MEASURE.get(lowerAt(scan, at));
  return unit?.dimension === 'time' ? { per: unit.name, next: at + 1 } : null;
}

function canonical(noun: string): string {
  if (noun === 'annum') return 'year';
  if (noun === 'capita' || noun === 'head') return 'person';
  return UNITS_OF_MEASURE.get(noun)?.name ?? noun;
}
