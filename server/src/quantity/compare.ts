/** Comparison: whether an article's figure or date bears out the draft's. */

import { compareDates } from './compare/dates.ts';
import { compareFigures } from './compare/figures.ts';
import { compareSpans } from './compare/spans.ts';
import type { DateQuantity, Quantity } from './quantity.ts';

/**
 * How the draft's quantity stands to the article's.
 * - `equal`: the same value, perhaps in other writing, under a bound that says the same.
 * - `rounded`: the draft gives the article's value to the precision it writes, or hedged and close to it.
 * - `converted`: the same amount in another unit.
 * - `within`: the draft's bound, vague word or longer period holds for the article's value.
 * - `bound-dropped`: the same value; the draft leaves out a `more than`, `nearly`, `up to`, or weakens it.
 * - `bound-added`: the same value; the draft has a `more than`, `under` or `nearly` that the article does not have. On
 *   the development set 42 of 44 such figures are right as people judge them.
 * - `bound-changed`: the same value under a bound that points the other way.
 * - `different`: another value of the same dimension.
 * - `incomparable`: another dimension, currency or rate.
 */
export type Comparison =
  | 'equal'
  | 'rounded'
  | 'converted'
  | 'within'
  | 'bound-dropped'
  | 'bound-added'
  | 'bound-changed'
  | 'different'
  | 'incomparable';

/** Compares a quantity of the draft with one of an article. Not symmetrical: the draft may say less, not more. */
export function compareQuantities(draft: Quantity, article: Quantity): Comparison {
  const spans = compareSpans(draft, article);
  if (spans !== null) return spans;
  if (draft.kind === 'date' && article.kind === 'date') return compareDates(draft, article);
  if (draft.kind === 'date') return isSameYear(draft, article) ? 'equal' : 'incomparable';
  if (article.kind === 'date') return isSameYear(article, draft) ? 'equal' : 'incomparable';
  return compareFigures(draft, article);
}

/** Four bare figures that read as a count (`narrow 2010 victories`) may be the year that they are elsewhere. */
function isSameYear(date: DateQuantity, figure: Quantity): boolean {
  if (date.grain !== 'year' || date.year === null || figure.kind !== 'number') return false;
  return figure.low === date.year && figure.unit === null && figure.text === String(date.year);
}
