/** Units left out: `The tram takes 26 minutes; the bus needs 41.` counts minutes twice. */

import { CLAUSE_ENDS, CLAUSE_GOES_ON } from '../lexicon/noNoun.ts';
import { wordSet } from '../lexicon/wordSet.ts';
import type { Figure, Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { lowerAt } from '../scan.ts';

/** The reading's quantity with the unit that it may share with one of those `before` it in the sentence. */
export function withElidedUnit(
  scan: Scan,
  { first, next }: Pick<Reading, 'first' | 'next'>,
  quantity: Quantity,
  before: readonly Quantity[],
): Quantity {
  if (quantity.kind !== 'number' || quantity.dimension !== 'count' || quantity.unit !== null) return quantity;
  if (quantity.vague || quantity.per !== null) return quantity;
  const isAmount = quantity.step >= STEP_OF_MILLIONS || LEADS_TO_AMOUNT.has(lowerAt(scan, first - 1));
  const behind = lowerAt(scan, next);
  if (!ENDS.has(behind) && !(isAmount && CLAUSE_GOES_ON.has(behind))) return quantity;
  const shared = before.slice(-REACH).findLast(hasUnit);
  if (shared === undefined) return quantity;
  const { kind, unit, factor, shift, dimension } = shared;
  return { ...quantity, elided: { kind, unit, factor, shift, dimension } };
}

/**
 * Before a preposition a number may count those that nobody names (`killed 12 in Meren`). It is an amount like the one before
 * where it is told in millions (`a loss of €118 million after one of 96 million in 2019`) or behind a word that leads from one
 * amount to another (`up by 9 euros, to 188 in May`).
 */
const LEADS_TO_AMOUNT: ReadonlySet<string> = wordSet('from to by at on against than');

/** Only millions are told in such steps or larger ones: those of `96.25 million` are ten thousand. */
const STEP_OF_MILLIONS = 1e4;

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
