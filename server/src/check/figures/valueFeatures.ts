/** Value features: what a claim's own value says, as numbers; and how far two values lie apart. */

import type { Quantity } from '../../quantity/quantity.ts';
import type { Assessment } from './assess.ts';

/** Stands in for a feature that does not exist. All real features are 0 or more. */
export const NONE = -1;

/** Value, significant digits, kind or grain, whether in words, whether vague, bound. */
export function valueFeatures(quantity: Quantity): readonly number[] {
  const inWords = /\d/.test(quantity.text) ? 0 : 1;
  const bound = BOUNDS.indexOf(quantity.bound);
  if (quantity.kind === 'date') {
    return [NONE, NONE, KINDS.length + GRAINS.indexOf(quantity.grain), inWords, 0, bound];
  }
  const kind = KINDS.indexOf(quantity.kind);
  return [Math.min(quantity.low, 1e12), quantity.significant, kind, inWords, quantity.vague ? 1 : 0, bound];
}

const KINDS: readonly Quantity['kind'][] = [
  'number',
  'ordinal',
  'percent',
  'money',
  'measure',
  'temperature',
  'duration',
  'age',
  'multiple',
  'score',
  'designation',
  'date',
];
const GRAINS = [
  'time',
  'day',
  'weekend',
  'week',
  'month',
  'season',
  'quarter',
  'year',
  'decade',
  'century',
] as const;
const BOUNDS: readonly Quantity['bound'][] = [
  'exact',
  'about',
  'nearly',
  'at-least',
  'more-than',
  'at-most',
  'less-than',
];

/** How far apart two values of one dimension are: the logarithm of their ratio, at most 10. */
export function valueRatio(a: Quantity, b: Quantity): number {
  if (a.kind === 'date' || b.kind === 'date') return NONE;
  const own = Math.abs((a.low + a.shift) * a.factor);
  const other = Math.abs((b.low + b.shift) * b.factor);
  if (own === 0 || other === 0) return 10;
  return Math.min(10, Math.abs(Math.log(own / other)));
}

export function isYear(quantity: Quantity): boolean {
  return quantity.kind === 'date' && quantity.grain === 'year';
}

/** A duration counted from something (`four days after`, `21 years later`): writers work these out from dates. */
export function isAnchored({ quantity, sentence }: Assessment): boolean {
  if (quantity.kind !== 'duration') return false;
  const next = sentence.sentence.tokens.find(({ start }) => start >= quantity.extent.end);
  return next !== undefined && ANCHORS.has(next.lower);
}

const ANCHORS: ReadonlySet<string> = new Set([
  'after',
  'later',
  'ago',
  'before',
  'earlier',
  'since',
  'prior',
]);
