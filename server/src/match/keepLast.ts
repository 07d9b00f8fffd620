/** Keeping what was worked out last: analyses of articles that cost more memory than their text. */

import type { AnalysedArticle } from '../corpus/index/corpusIndex.ts';

/**
 * Articles whose analyses are kept: those of quotes that stand near each other, at some 50 kB each. With 128 neither a first
 * check of 5,000 words nor a keystroke takes less, and the server some 15 MB more.
 */
const ARTICLES_KEPT = 64;

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
