/** Years counted from others: `He left in 2006. Two years later he was sued` tells of 2008. */

import type { Passage } from '../../match/candidates.ts';
import type { Figure, Quantity } from '../../quantity/quantity.ts';
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import type { Derivation } from './derive.ts';

/** The derivation of a bare year from a year of the passage, or of the sentence before it, and the years told from it. */
export function yearCounted(quantity: Quantity, passage: Passage): Derivation | null {
  if (quantity.kind !== 'date' || quantity.grain !== 'year' || quantity.year === null) return null;
  const { sentence, article } = passage;
  const before = article.sentences[sentence.sentence.index - 1]?.quantities ?? [];
  const dates = [...sentence.quantities, ...before].flatMap(endYear);
  for (const span of sentence.quantities) {
    const years = span.kind === 'duration' ? yearsFrom(span, passage) : 0;
    const from = years === 0 ? undefined : dates.find(({ year }) => year + years === quantity.year);
    if (from === undefined) continue;
    const sign = years > 0 ? '+' : '−';
    const arithmetic = `${from.year} ${sign} ${Math.abs(years)} years = ${quantity.text}`;
    return { kind: 'counted', arithmetic, passage, operands: [from.date, span] };
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

/** How many years `two years later` and `two years before` lie from what they are counted from; 0 for any other span. */
function yearsFrom({ low, high, unit, vague, extent }: Figure, { sentence }: Passage): number {
  if (unit !== 'year' || vague || low !== high || !Number.isInteger(low)) return 0;
  return low * directionBehind(extent, sentence.sentence.tokens);
}

/** 1 where `later` or `after` stands behind a span of time, -1 for `earlier` and `before`, 0 for anything else. */
export function directionBehind(extent: Span, tokens: readonly Token[]): -1 | 0 | 1 {
  return DIRECTIONS.get(tokens.find(({ start }) => start >= extent.end)?.lower ?? '') ?? 0;
}

const DIRECTIONS: ReadonlyMap<string, 1 | -1> = new Map([
  ['later', 1],
  ['after', 1],
  ['earlier', -1],
  ['before', -1],
]);
