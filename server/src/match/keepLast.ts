/** Keeping what was worked out last: analyses of articles that cost more memory than their text. */

import type { AnalysedArticle } from '../corpus/index/corpusIndex.ts';

/** Articles whose analyses are kept: those that the quotes of a long draft come from, at some 50 kB each. */
const ARTICLES_KEPT = 128;

/** `analyse`, which must be pure, with its results kept for the articles asked for last. */
export function keepLast<T>(analyse: (article: AnalysedArticle) => T): (article: AnalysedArticle) => T {
  const kept = new Map<AnalysedArticle, { readonly result: T }>();
  return (article) => {
    const known = kept.get(article) ?? { result: analyse(article) };
    // Put back last, so that the first of the map is the one unused for longest.
    kept.delete(article);
    kept.set(article, known);
    const [oldest] = kept.keys();
    if (kept.size > ARTICLES_KEPT && oldest !== undefined) kept.delete(oldest);
    return known.result;
  };
}
