/** Durations and ages: `three weeks`, `30-day`, `47-year-old`, `nine years of age`, `one hour and 20 minutes`. */

import { BEFORE_A_DURATION, UNIT_ADJECTIVES } from '../lexicon/phrases.ts';
import { UNITS_OF_MEASURE, type Unit } from '../lexicon/units.ts';
import { wordSet } from '../lexicon/wordSet.ts';
import { readAndFraction } from '../numerals/fractions.ts';
import { AGE, type FigureParts } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { isDash, isWord, lowerAt, pastHyphen, touches } from '../scan.ts';
import { timeUnitAt } from '../timeUnitAt.ts';
import { OLDEST } from './age.ts';
import type { Amount } from './amount.ts';
import { readSmallerParts, type UnitRead } from './smallerParts.ts';
import type { Suffix } from './suffix.ts';

export function readTimeUnit(scan: Scan, amount: Amount): Suffix | null {
  if (amount.currency !== null) return null;
  const at = unitIndex(scan, amount);
  const unit = timeUnitAt(scan, at);
  if (unit === null || meansNextToFirst(scan, amount, at)) return null;
  const valueNext = Math.min(amount.unitAt, amount.next);
  if (tellsOnce(scan, amount, at)) return null;
  const old = readOld(scan, at + 1);
  if (old !== null)
    return { next: old, valueNext, parts: partsOf(isLived(amount, unit) ? 'age' : 'duration', unit) };
  const half = readAndFraction(scan, at + 1);
  if (half !== null && !timeUnitAt(scan, half.next)) {
    return { next: half.next, valueNext: half.next, plus: half.value, parts: partsOf('duration', unit) };
  }
  return readWithParts(scan, at + 1, unit) ?? { next: at + 1, valueNext, parts: partsOf('duration', unit) };
}

/** `two second-half goals`, `three second places`: a singular behind more than one, neither tied to it nor behind `a`. */
function meansNextToFirst(scan: Scan, amount: Amount, at: number): boolean {
  if (lowerAt(scan, at) !== 'second' || amount.high <= 1 || isDash(scan, at - 1)) return false;
  const counts = isWord(scan, at + 1) || isDash(scan, at + 1);
  return counts && !BEFORE_A_SPAN.has(lowerAt(scan, amount.first - 1));
}

const BEFORE_A_SPAN: ReadonlySet<string> = wordSet('a an the this that each every per');

/** Bones are `150,000 years old` as they lay there for 150,000 years; only what lives has an age. */
function isLived({ high }: Amount, { factor }: Unit): boolean {
  return high * factor <= OLDEST * AGE.factor;
}

/** `one day` and `one night` in a tale mean some day; behind `in`, `for`, `within` they are a length. */
function tellsOnce(scan: Scan, amount: Amount, at: number): boolean {
  if (lowerAt(scan, amount.first) !== 'one' || amount.next !== amount.first + 1 || at > amount.next)
    return false;
  const some = lowerAt(scan, at) === 'day' || lowerAt(scan, at) === 'night';
  return some && !BEFORE_A_DURATION.has(lowerAt(scan, amount.first - 1));
}

/** Past a hyphen, the `an` of `half an hour`, the `of` of `a couple of weeks` or one adjective. */
function unitIndex(scan: Scan, amount: Amount): number {
  const at = pastHyphen(scan, amount.unitAt);
  const word = lowerAt(scan, at);
  if ((word === 'a' || word === 'an') && amount.form === 'fraction') return at + 1;
  if (word === 'of' && (amount.vague || amount.form === 'fraction'))
    return lowerAt(scan, at + 1) === 'a' ? at + 2 : at + 1;
  return UNIT_ADJECTIVES.has(word) ? at + 1 : at;
}

/** The `old` of `year-old` or the `of age` of `years of age`; the index past it, or null. */
function readOld(scan: Scan, at: number): number | null {
  const old = pastHyphen(scan, at);
  const word = lowerAt(scan, old);
  if (word === 'old' || word === 'olds') return old + 1;
  return lowerAt(scan, at) === 'of' && lowerAt(scan, at + 1) === 'age' ? at + 2 : null;
}

/** `one hour and 20 minutes`, `two years, three months and five days`. */
function readWithParts(scan: Scan, at: number, larger: Unit): Suffix | null {
  const parts = readSmallerParts(scan, at, larger, timePartAt);
  if (parts === null || lowerAt(scan, parts.next) === 'ago') return null;
  const old = readOld(scan, parts.next);
  const kind = old === null ? 'duration' : 'age';
  return {
    ...parts,
    next: old ?? parts.next,
    parts: { ...partsOf(kind, larger), step: parts.step, composed: true },
  };
}

/** The unit of a part of a longer time. Behind hours `m` is for minutes. */
export function timePartAt(scan: Scan, at: number, larger: Unit): UnitRead | null {
  const isMinutes = larger.name === 'hour' && lowerAt(scan, at) === 'm' && touches(scan, at);
  const unit = isMinutes ? UNITS_OF_MEASURE.get('minute') : timeUnitAt(scan, at);
  return unit === undefined || unit === null ? null : { unit, next: at + 1 };
}

function partsOf(kind: 'age' | 'duration', unit: Unit): Partial<FigureParts> {
  return { kind, unit: unit.name, factor: unit.factor, dimension: kind === 'age' ? 'age' : 'time' };
}
