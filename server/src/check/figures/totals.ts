/** Totals: `74 killed or injured` counts both, so that 74 killed and another 44 injured are not what it tells. */

import { type Classes, classesTogether, LEAST_NEARNESS } from '../../match/contrasts.ts';
import { type Place, slotOf } from '../../match/slot.ts';
import type { Quantity } from '../../quantity/quantity.ts';
import type { Assessment, WeighedCandidate } from './assess.ts';

/** Whether the draft tells as a total of two outcomes what the candidate's sentence tells of one, with another figure for the other. */
export function isPartOfTotal(
  { sentence, quantity }: Assessment,
  { slot, passage }: WeighedCandidate,
): boolean {
  const total = totalAt(slotOf(sentence, quantity).place);
  if (total === null || totalAt(slot.place) !== null) return false;
  const own = outcomeIn(total, slot.place);
  const other = total.values.find((value) => value !== own);
  if (own === undefined || !total.values.includes(own)) return false;
  return passage.sentence.quantities.some(
    (beside) =>
      beside !== slot.quantity &&
      isCount(beside) &&
      outcomeIn(total, slotOf(passage.sentence, beside).place) === other,
  );
}

/** The outcomes that are told of a figure together, by words that stand about as near as a clause is long. */
function totalAt({ sentence, nearness }: Place): Classes | null {
  const { terms } = sentence;
  const { tokens } = sentence.sentence;
  for (const [index, one] of terms.entries()) {
    const two = terms[index + 1];
    if (two?.token !== one.token + 2 || !JOINTS.has(tokens[one.token + 1]?.lower ?? '')) continue;
    if (Math.max(nearness[index] ?? 0, nearness[index + 1] ?? 0) < LEAST_NEARNESS) continue;
    const together = classesTogether(one, two);
    if (together !== null) return together;
  }
  return null;
}

const JOINTS: ReadonlySet<string> = new Set(['or', 'and']);

function outcomeIn({ field }: Classes, { outcomes }: Place): number | undefined {
  return outcomes.find((outcome) => outcome.field === field)?.value;
}

function isCount(quantity: Quantity): boolean {
  return quantity.kind === 'number' && quantity.dimension === 'count';
}
