/** Years counted from others: `He left in 2006. Two years later he was sued` tells of 2008. */

import type { Passage } from '../../match/candidates.ts';
import type { Figure, Quantity } from '../../quantity/quantity.ts';
import { countingsOf } from './countedFrom.ts';
import type { Derivation } from './derive.ts';

/** The derivation of a bare year from a year of the passage, or of the sentence before it, and the years told from it. */
export function yearCounted(quantity: Quantity, passage: Passage): Derivation | null {
  if (quantity.kind !== 'date' || quantity.grain !== 'year' || quantity.year === null) return null;
  const { sentence, article } = passage;
  const before = (article.sentences[sentence.sentence.index - 1]?.quantities ?? []).flatMap(endYear);
  const own = sentence.quantities.flatMap(endYear);
  for (const span of sentence.quantities) {
    const years = span.kind === 'duration' ? wholeYears(span) : null;
    if (years === null) continue;
    const from = countingsOf(span.extent, sentence.sentence.tokens, own, before).find(
      ({ start, side }) => start.year + side * years === quantity.year,
    );
    if (from === undefined) continue;
    const { start, side } = from;
    const arithmetic = `${start.year} ${side > 0 ? '+' : '−'} ${years} years = ${quantity.text}`;
    return { kind: 'counted', arithmetic, passage, operands: [start.date, span] };
  }
  return null;
}

/** A date with the year it lies in; of a period (`from 2003 to 2006`) the year it ends in. */
function endYear(date: Quantity): readonly { readonly date: Quantity; readonly year: number }[] {
  if (date.kind !== 'date' || date.to === null || date.relative) return [];
  return date.grain === 'decade' || date.grain === 'century'
    ? []
    : [{ date, year: Number(date.to.slice(0, 4)) }];
}

/** The number of years that a span tells; null where it tells no whole number of them. */
function wholeYears({ low, high, unit, vague }: Figure): number | null {
  return unit !== 'year' || vague || low !== high || !Number.isInteger(low) || low === 0 ? null : low;
}
