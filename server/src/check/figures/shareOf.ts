/** Shares: `two-thirds of its flights` and `410 out of 620` follow from the part and the whole that the articles count. */

import { isShare } from '../../quantity/compare/shares.ts';
import type { Figure, Quantity } from '../../quantity/quantity.ts';
import type { Assessment, WeighedCandidate } from './assess.ts';
import type { Derivation } from './derive.ts';
import type { Policy } from './policy.ts';

/**
 * The part and the whole in one article of the story whose share the draft tells. They stand in one sentence, at a place that
 * may be the draft's, or the draft's own sentence tells one of them too.
 */
export function shareOf(assessment: Assessment, policy: Policy): Derivation | null {
  const { quantity, candidates, sentence } = assessment;
  if (quantity.kind === 'date' || !isShare(quantity)) return null;
  const counts = candidates.filter(
    ({ slot, passage }) => passage.surroundings.articleCover >= policy.tellsFrom && isCount(slot.quantity),
  );
  const isTold = ({ slot }: WeighedCandidate): boolean =>
    sentence.quantities.some(
      (own) =>
        own !== quantity && isCount(own) && isAlike(own, slot.quantity) && own.low === countOf(slot.quantity),
    );
  const areMeant = (one: WeighedCandidate, two: WeighedCandidate): boolean =>
    isTold(one) ||
    isTold(two) ||
    (one.passage === two.passage && Math.max(one.likeness, two.likeness) >= policy.operandFrom);
  for (const part of counts) {
    const whole = counts.find(
      (one) =>
        one.passage.article === part.passage.article &&
        isAlike(part.slot.quantity, one.slot.quantity) &&
        isShareOf(quantity, countOf(part.slot.quantity), countOf(one.slot.quantity)) &&
        areMeant(part, one),
    );
    if (whole !== undefined) return written(quantity, part, whole);
  }
  return null;
}

function written(figure: Figure, part: WeighedCandidate, whole: WeighedCandidate): Derivation {
  const equals = figure.parts === undefined ? '≈' : '=';
  const arithmetic = `${part.slot.quantity.text} / ${whole.slot.quantity.text} ${equals} ${figure.text}`;
  const there = [part, whole].filter((one) => one.passage === part.passage);
  return {
    kind: 'share',
    arithmetic,
    passage: part.passage,
    operands: there.map(({ slot }) => slot.quantity),
  };
}

function isCount(quantity: Quantity): quantity is Figure {
  if (quantity.kind !== 'number' && quantity.kind !== 'money' && quantity.kind !== 'measure') return false;
  return !quantity.vague && quantity.low === quantity.high && !isShare(quantity);
}

function countOf(quantity: Quantity): number {
  return quantity.kind === 'date' ? Number.NaN : quantity.low;
}

function isAlike(one: Quantity, other: Quantity): boolean {
  return (
    one.kind !== 'date' &&
    other.kind !== 'date' &&
    one.dimension === other.dimension &&
    one.unit === other.unit
  );
}

/** Whether the draft may tell the part of the whole so. */
function isShareOf({ parts, low, bound }: Figure, part: number, whole: number): boolean {
  if (part >= whole) return false;
  if (parts !== undefined) return part === parts[0] && whole === parts[1];
  const off = part / whole - low;
  switch (bound) {
    case 'exact':
      return Math.abs(off) <= TOLERANCE.exact;
    case 'about':
      return Math.abs(off) <= TOLERANCE.about;
    case 'more-than':
    case 'at-least':
      return off >= 0 && off <= TOLERANCE.bound;
    case 'less-than':
    case 'at-most':
    case 'nearly':
      return off <= 0 && -off <= TOLERANCE.bound;
  }
}

/** How far a share may lie from the fraction it is told as: `two-thirds` is said of 65 to 68 of 100, `over half` of up to 60. */
const TOLERANCE = { exact: 0.015, about: 0.04, bound: 0.1 } as const;
