/** Dimensions: which figures can be compared at all. */

import { UNITS_OF_MEASURE } from '../lexicon/units.ts';
import type { Figure } from '../quantity.ts';

/**
 * - `always`: the same dimension.
 * - `when-equal`: different writing of what may be one thing (`47` and `47-year-old`); other numbers say nothing.
 * - `as-share`: a fraction and a percentage.
 * - `as-rate`: so much in one period and in another: a month and a year.
 * - `as-degrees`: degrees with their scale and without.
 * - `never`: other dimensions.
 */
export type Meeting = 'always' | 'when-equal' | 'as-share' | 'as-rate' | 'as-degrees' | 'never';

export function dimensionsMeet(a: Figure, b: Figure): Meeting {
  if (a.dimension === b.dimension) {
    if (ratesMeet(a, b)) return 'always';
    return periodsIn(a.per, b.per) === null ? 'never' : 'as-rate';
  }
  if (isPair(a, b, 'age', 'time')) return 'always';
  if (isPair(a, b, 'degree', 'temperature')) return 'as-degrees';
  if (WRITTEN_EITHER_WAY.some(([one, two]) => isPair(a, b, one, two))) return 'when-equal';
  if (isPair(a, b, 'score', 'count')) return isRange(a) && isRange(b) ? 'when-equal' : 'never';
  if (isLabelled(a, b) || isLabelled(b, a)) return 'when-equal';
  if (isPair(a, b, 'percent', 'count'))
    return (a.dimension === 'count' ? a : b).low < 1 ? 'as-share' : 'never';
  return 'never';
}

/** What one text writes with its unit and another leaves bare. */
const WRITTEN_EITHER_WAY = [
  ['age', 'count'],
  ['average', 'count'],
  ['multiple', 'count'],
  ['magnitude', 'count'],
] as const;

/** `“Furious 7”` where one text has it as a name and the other as a bare number; `the 17th hole` and `hole 17`. */
function isLabelled(name: Figure, other: Figure): boolean {
  return name.kind === 'designation' && (other.dimension === 'count' || other.dimension === 'ordinal');
}

/** Two sides that differ: `fell to 1-5` reads as a range where no word of playing is near, and is a score elsewhere. */
function isRange({ low, high }: Figure): boolean {
  return low < high;
}

function isPair(a: Figure, b: Figure, one: string, two: string): boolean {
  return (a.dimension === one && b.dimension === two) || (a.dimension === two && b.dimension === one);
}

/** How many of one period of a rate are in another: 12 months in a year; null where either is no time. */
export function periodsIn(per: string | null, other: string | null): number | null {
  const one = per === null ? undefined : UNITS_OF_MEASURE.get(per);
  const two = other === null ? undefined : UNITS_OF_MEASURE.get(other);
  if (one?.dimension !== 'time' || two?.dimension !== 'time') return null;
  return PER_YEAR.has(one.name) && PER_YEAR.has(two.name)
    ? (PER_YEAR.get(two.name) ?? 1) / (PER_YEAR.get(one.name) ?? 1)
    : one.factor / two.factor;
}

/** Months are told as twelfths of a year, and weeks as fifty-two of it. */
const PER_YEAR: ReadonlyMap<string, number> = new Map([
  ['week', 52],
  ['month', 12],
  ['year', 1],
  ['decade', 0.1],
]);

/** `60 miles` is no speed, and `5 a day` is not `5 a week`; elsewhere a rate may go without saying. */
function ratesMeet(a: Figure, b: Figure): boolean {
  if (a.per === b.per) return true;
  if (a.per !== null && b.per !== null) return false;
  return a.dimension !== 'length';
}
