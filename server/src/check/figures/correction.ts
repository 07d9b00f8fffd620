/** Corrections of figures and dates: what is written over the draft's words so that they tell the article's value. */

import type { QuantityClaim } from '../../claims/claim.ts';
import type { Quantity } from '../../quantity/quantity.ts';
import { areInterchangeable, unitsDiffer, wordsWithUnit } from '../../quantity/write/unitWords.ts';
import { writeLike } from '../../quantity/write.ts';
import { midSentence, onOneLine, sentenceStart } from '../../rules/wording.ts';
import type { Fix } from '../finding.ts';

/** A quantity with its extent as written. */
export interface Written {
  readonly quantity: Quantity;
  readonly extentText: string;
}

/**
 * The source's value in the draft's own style. Where the units differ, the source's words for number and unit take the
 * place of the draft's: a number that is worked out from them is one that nobody wrote. None where the draft has the same
 * already, or where those words do not fit in.
 */
export function correction(draft: Written, source: Written): readonly Fix[] {
  if (unitsDiffer(draft.quantity, source.quantity)) return unitCorrection(draft, source);
  const { start, end, text } = draft.quantity;
  const newText = writeLike(source.quantity, draft.quantity);
  return newText === text ? [] : [change(start, end, newText)];
}

/** Writes the article's bound and figure over the draft's. */
export function boundCorrection({ quantity, extentText }: Written, source: Written): readonly Fix[] {
  const { start, end } = quantity.extent;
  return [change(start, end, inPlaceOf(extentText, onOneLine(source.extentText)))];
}

/** The draft's value as a message sets it against the source's: with its unit where that is another one. */
export function valueAgainst(claim: QuantityClaim, source: Quantity): string {
  const { quantity, extentText, text } = claim;
  return unitsDiffer(quantity, source) ? wordsWithUnit(quantity, extentText) : text;
}

function unitCorrection(draft: Written, source: Written): readonly Fix[] {
  const { quantity: to } = draft;
  const { quantity: from } = source;
  if (to.kind === 'date' || from.kind === 'date') return [];
  const own = wordsWithUnit(to, draft.extentText);
  const other = onOneLine(wordsWithUnit(from, source.extentText));
  if (!areInterchangeable(from, other, to, own)) return [];
  return [change(to.start, to.extent.end, inPlaceOf(own, other))];
}

/** `words` with a capital where those they replace have one. */
function inPlaceOf(replaced: string, words: string): string {
  const opens = replaced.charAt(0) !== replaced.charAt(0).toLowerCase();
  return opens ? sentenceStart(words) : midSentence(words);
}

function change(start: number, end: number, newText: string): Fix {
  return { title: `Change to ${newText}`, edits: [{ start, end, newText }] };
}
