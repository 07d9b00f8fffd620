/** Ends of a range: which articles tell the one and the other, since a figure between them bears neither out. */

import { compareQuantities } from '../../quantity/compare.ts';
import type { Figure, Quantity } from '../../quantity/quantity.ts';
import { agrees, type WeighedCandidate } from './assess.ts';

/** A range that the draft tells with two figures; neither a period, a score nor a vague word. */
export function isRange(quantity: Quantity): quantity is Figure {
  if (quantity.kind === 'date' || quantity.kind === 'score' || quantity.vague) return false;
  return quantity.low < quantity.high;
}

/** The candidates that tell the lower and the upper end of a range, alone or as an end of their own. */
export function endsTold(
  range: Figure,
  candidates: readonly WeighedCandidate[],
): readonly [lower: readonly WeighedCandidate[], upper: readonly WeighedCandidate[]] {
  const [lower, upper] = endsOf(range);
  return [endTold(lower, candidates), endTold(upper, candidates)];
}

function endTold(end: Figure, candidates: readonly WeighedCandidate[]): readonly WeighedCandidate[] {
  return candidates.filter(({ slot }) => {
    const other = slot.quantity;
    return other.kind !== 'date' && endsOf(other).some((one) => agrees(compareQuantities(end, one)));
  });
}

function endsOf(figure: Figure): readonly [lower: Figure, upper: Figure] {
  return [
    { ...figure, high: figure.low },
    { ...figure, low: figure.high },
  ];
}
