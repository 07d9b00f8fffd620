/** Units left out: `The tram takes 26 minutes; the bus needs 41.` counts minutes twice. */

import { CLAUSE_ENDS } from '../lexicon/noNoun.ts';
import type { Figure, Quantity } from '../quantity.ts';
import type { Scan } from '../scan.ts';
import { lowerAt } from '../scan.ts';

/** The quantity with the unit that it may share with one of those `before` it in the sentence; `next` is the token behind. */
export function withElidedUnit(
  scan: Scan,
  quantity: Quantity,
  next: number,
  before: readonly Quantity[],
): Quantity {
  if (quantity.kind !== 'number' || quantity.dimension !== 'count' || quantity.unit !== null) return quantity;
  if (quantity.vague || quantity.per !== null || !ENDS.has(lowerAt(scan, next))) return quantity;
  const shared = before.slice(-REACH).findLast(hasUnit);
  if (shared === undefined) return quantity;
  const { kind, unit, factor, shift, dimension } = shared;
  return { ...quantity, elided: { kind, unit, factor, shift, dimension } };
}

/** Figures and dates back: `36 per cent, up four points from a month ago, and the Union on 29, down three`. */
const REACH = 3;

function hasUnit(quantity: Quantity): quantity is Figure {
  return quantity.kind !== 'date' && quantity.unit !== null && UNITED.has(quantity.kind);
}

/** Kinds whose unit goes without saying behind another of them. */
const UNITED: ReadonlySet<Figure['kind']> = new Set([
  'percent',
  'money',
  'measure',
  'temperature',
  'duration',
]);

/** What stands behind a figure that counts nothing of its own: the end of its clause, or a comparison (`15 fewer than the bus`). */
const ENDS: ReadonlySet<string> = new Set([
  ...CLAUSE_ENDS,
  ...['more', 'less', 'fewer', 'longer', 'shorter', 'faster', 'slower', 'higher', 'lower', 'above', 'below'],
]);
