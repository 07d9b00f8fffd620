/** Operands: the figures that another may be worked out from, and whether it comes to that. */

import type { Figure, Quantity } from '../../quantity/quantity.ts';

/** A single figure, no range and no vague word. */
export function isPlain(quantity: Quantity): quantity is Figure {
  return quantity.kind !== 'date' && !quantity.vague && quantity.low === quantity.high;
}

/** Whether two figures count in one unit, which may go without saying. */
export function areAlike(one: Figure, other: Figure): boolean {
  const [own, its] = [one.elided ?? one, other.elided ?? other];
  return own.dimension === its.dimension && own.unit === its.unit && one.kind !== 'ordinal';
}

/** Whether two numbers are one but for what binary fractions leave of a sum. */
export function areSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.abs(other) * DUST;
}

const DUST = 1e-9;

/** How far a percentage may lie from the one worked out: half of the last digit written, at most half a point. */
export function reachOf({ step }: Figure): number {
  return Math.min(HALF_POINT, step / 2);
}

const HALF_POINT = 0.5;

/** Smaller counts are the sum or the difference of some two others in many sentences: two and four are six by chance. */
export const SELDOM_BY_CHANCE = 10;

/** All ordered pairs of different items; none of a table, as `groupsOf`. */
export function pairsOf<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  if (items.length > LONGEST_LIST) return [];
  return items.flatMap((a) => items.flatMap((b): (readonly [T, T])[] => (a === b ? [] : [[a, b]])));
}

/** All pairs in order, and all of them together where there are three or more; none of a table. */
export function groupsOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length > LONGEST_LIST) return [];
  const pairs = items.flatMap((a, i) => items.slice(i + 1).map((b): readonly T[] => [a, b]));
  return items.length > 2 && items.length <= MOST_SUMMANDS ? [...pairs, items] : pairs;
}

/**
 * Sentences with more figures of one unit are tables: some two of them come to nearly any number, and to try all of 200 took
 * 25 seconds. In prose hardly any has half as many.
 */
const LONGEST_LIST = 24;

/** Lists longer than this are tables, whose sums a draft names with the table in view. */
const MOST_SUMMANDS = 8;
