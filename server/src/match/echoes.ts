/** Echoes: numbers of an article with the draft's value in another role, such as a rank, an age or part of a name. */

import type { AnalysedSentence } from '../corpus/index/corpusIndex.ts';
import type { Quantity } from '../quantity/quantity.ts';
import type { Token } from '../text/tokens.ts';
import type { Slot } from './slot.ts';
import { slotAt } from './slot.ts';

/**
 * The slots of a sentence that hold the number of `quantity` without being comparable to it: “the 10th day” for
 * “10 days”, “season 7” for “seven seasons”. They bear nothing out, but a number that has an echo was hardly made up.
 */
export function echoesOf(quantity: Quantity, sentence: AnalysedSentence): Slot[] {
  const wanted = valuesOf(quantity);
  if (wanted.length === 0) return [];
  const echoes: Slot[] = [];
  for (const other of sentence.quantities) {
    if (valuesOf(other).some((value) => wanted.includes(value)))
      echoes.push(slotAt(sentence, quantity, other.extent));
  }
  for (const token of looseNumbers(sentence)) {
    if (wanted.includes(numberOf(token))) echoes.push(slotAt(sentence, quantity, token));
  }
  return echoes;
}

/** The plain numbers that a quantity is written with. */
function valuesOf(quantity: Quantity): readonly number[] {
  if (quantity.kind !== 'date')
    return quantity.low === quantity.high ? [quantity.low] : [quantity.low, quantity.high];
  const parts = quantity.year === null ? [quantity.day] : [quantity.year];
  return parts.filter((part) => part !== null);
}

const looseKept = new WeakMap<AnalysedSentence, readonly Token[]>();

/** Number tokens that belong to no quantity: those of names, codes and whatever was not understood. */
function looseNumbers(sentence: AnalysedSentence): readonly Token[] {
  const kept = looseKept.get(sentence);
  if (kept !== undefined) return kept;
  const { quantities } = sentence;
  const loose = sentence.sentence.tokens.filter(
    (token) =>
      token.kind === 'number' &&
      !quantities.some(({ extent }) => token.start < extent.end && extent.start < token.end),
  );
  looseKept.set(sentence, loose);
  return loose;
}

function numberOf(token: Token): number {
  return Number(token.text.replaceAll(',', ''));
}
