/** Counts and ranks: `after 70 minutes` and `since the 70th minute`, `seven goals` and `his seventh goal` tell the same number. */

import type { AnalysedSentence } from '../../corpus/index/corpusIndex.ts';
import type { Figure, Quantity } from '../../quantity/quantity.ts';
import { type Assessment, SMALL_COUNT } from './assess.ts';
import type { Policy } from './policy.ts';

/** Whether an article of the story counts the same thing up to the draft's number, or ranks it by it. */
export function isCountedUp({ sentence, quantity, passages }: Assessment, { tellsFrom }: Policy): boolean {
  if (quantity.kind === 'date' || quantity.vague || quantity.low !== quantity.high) return false;
  if (quantity.low <= SMALL_COUNT) return false;
  const noun = nounOf(sentence, quantity);
  if (noun === null) return false;
  return passages.some(
    ({ surroundings, sentence: told }) =>
      surroundings.articleCover >= tellsFrom &&
      told.quantities.some((other) => isCounterpart(quantity, other) && nounOf(told, other) === noun),
  );
}

function isCounterpart(figure: Figure, other: Quantity): boolean {
  if (other.kind === 'date' || other.low !== figure.low || other.high !== figure.high) return false;
  return (other.kind === 'ordinal') !== (figure.kind === 'ordinal');
}

/** The stem of what is counted or ranked: the word behind the number, which may be its unit. */
function nounOf({ sentence: { tokens }, terms }: AnalysedSentence, { end }: Quantity): string | null {
  const at = tokens.findIndex(({ start, kind }) => start >= end && kind === 'word');
  return terms.find(({ token }) => token === at)?.term ?? null;
}
