/** Keys: what a sentence is filed under in an index, by term and by value. */

import type { Quantity } from '../../quantity/quantity.ts';
import { termOf } from '../../text/terms.ts';
import type { AnalysedSentence } from '../analysed.ts';

/** All keys of a sentence, each once: its terms and the keys of its values. */
export function keysOf(sentence: AnalysedSentence): Set<string> {
  const keys = new Set<string>();
  eachKey(sentence, (key) => keys.add(key));
  return keys;
}

/** Tells every key of a sentence in order, a term as often as the sentence has it: the terms first, then the values. */
export function eachKey(sentence: AnalysedSentence, take: (key: string) => void): void {
  // As `sentence.terms` has them, without an object for each.
  for (const token of sentence.sentence.tokens) {
    const term = termOf(token);
    if (term !== null) take(term);
  }
  for (const quantity of sentence.quantities) for (const key of valueKeys(quantity)) take(key);
}

/** Whether a key is that of a value, not a term. No term holds a number sign. */
export function isValueKey(key: string): boolean {
  return key.startsWith('#');
}

/**
 * The keys of a value: dimension and value in the base unit to three significant digits, so that a value and its
 * usual roundings and conversions meet. Ranges have a key for either end; dates one for each part that is written.
 */
export function valueKeys(quantity: Quantity): string[] {
  if (quantity.kind === 'date') {
    const parts: readonly (readonly [string, number | null])[] = [
      ['year', quantity.year],
      ['month', quantity.month],
      ['day', quantity.day],
      ['weekday', quantity.weekday],
    ];
    return parts.flatMap(([name, value]) => (value === null ? [] : [`#${name}:${value}`]));
  }
  const ends = quantity.low === quantity.high ? [quantity.low] : [quantity.low, quantity.high];
  return ends.map(
    (end) => `#${quantity.dimension}:${((end + quantity.shift) * quantity.factor).toPrecision(3)}`,
  );
}
