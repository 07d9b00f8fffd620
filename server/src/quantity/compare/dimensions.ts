/** Dimensions: which figures can be compared at all. */

import type { Figure } from '../quantity.ts';

/**
 * - `always`: the same dimension.
 * - `when-equal`: different writing of what may be one thing (`47` and `47-year-old`); other numbers say nothing.
 * - `as-share`: a fraction and a percentage.
 * - `never`: other dimensions.
 */
export type Meeting = 'always' | 'when-equal' | 'as-share' | 'never';

export function dimensionsMeet(a: Figure, b: Figure): Meeting {
  if (a.dimension === b.dimension) return ratesMeet(a, b) ? 'always' : 'never';
  if (isPair(a, b, 'age', 'time')) return 'always';
  if (WRITTEN_EITHER_WAY.some(([one, two]) => isPair(a, b, one, two))) return 'when-equal';
  if (isPair(a, b, 'score', 'count')) return isRange(a) && isRange(b) ? 'when-equal' : 'never';
  if (isLabelled(a, b) || isLabelled(b, a)) return 'when-equal';
  if (isPair(a, b, 'percent', 'count'))
    return (a.dimension === 'count' ? a : b).low < 1 ? 'as-share' : 'never';
  return 'never';
}

/** What one text writes with its unit and another leaves bare. */
const WRITTEN_EITHER_WAY = [
  ['degree', 'temperature'],
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

/** `60 miles` is no speed, and `5 a day` is not `5 a week`; elsewhere a rate may go without saying. */
function ratesMeet(a: Figure, b: Figure): boolean {
  if (a.per === b.per) return true;
  if (a.per !== null && b.per !== null) return false;
  return a.dimension !== 'length';
}
