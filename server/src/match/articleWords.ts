/** The normalised words of an article, kept for the articles looked at last. */

import type { AnalysedArticle } from '../corpus/index/corpusIndex.ts';
import { type NormalWord, normalWordsOf } from '../text/normalise.ts';
import type { Span } from '../text/span.ts';

/** Normalised words are some fifty times the size of the text, so only those of the articles in use are kept. */
const ARTICLES_KEPT = 128;
const kept = new Map<AnalysedArticle, readonly NormalWord[]>();

/** The normalised words of an article's prose, in order. The same article gives the same words. */
export function articleWords(article: AnalysedArticle): readonly NormalWord[] {
  const known = kept.get(article);
  if (known !== undefined) {
    // Put back last, so that the first of the map is the one unused for longest.
    kept.delete(article);
    kept.set(article, known);
    return known;
  }
  const words = normalWordsOf(
    article.article.text,
    article.sentences.flatMap(({ sentence }) => sentence.tokens),
  );
  const [oldest] = kept.keys();
  if (kept.size >= ARTICLES_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(article, words);
  return words;
}

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
