/** The normalised words of an article, kept for the articles looked at last. */

import type { AnalysedArticle } from '../corpus/index/corpusIndex.ts';
import { type NormalWord, normalWordsOf } from '../text/normalise.ts';
import type { Span } from '../text/span.ts';
import { keepLast } from './keepLast.ts';

/** The normalised words of an article's prose, in order. The same article gives the same words. */
export const articleWords: (article: AnalysedArticle) => readonly NormalWord[] = keepLast((article) =>
  normalWordsOf(
    article.article.text,
    article.sentences.flatMap(({ sentence }) => sentence.tokens),
  ),
);

/** The words that stand within `span`: indices `from` (inclusive) to `to` (exclusive). */
export function wordsWithin(
  words: readonly NormalWord[],
  span: Span,
): { readonly from: number; readonly to: number } {
  return { from: firstAt(words, span.start), to: firstAt(words, span.end) };
}

/** Index of the first word that starts at or after `offset`. */
function firstAt(words: readonly NormalWord[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
