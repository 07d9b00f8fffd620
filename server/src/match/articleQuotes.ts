/** The quotations of an article with their speakers, kept for the articles looked at last. */

import { findArticleQuotes, type QuotedSpeech } from '../claims/quote.ts';
import type { AnalysedArticle } from '../corpus/index/corpusIndex.ts';
import type { Span } from '../text/span.ts';
import { isTitleCase } from '../text/titleCase.ts';

/** As many as `articleWords` keeps: both are asked for the same articles. */
const ARTICLES_KEPT = 128;
const kept = new Map<AnalysedArticle, readonly QuotedSpeech[]>();

/** The quotations of an article in order. */
export function articleQuotes(article: AnalysedArticle): readonly QuotedSpeech[] {
  const known = kept.get(article);
  if (known !== undefined) {
    kept.delete(article);
    kept.set(article, known);
    return known;
  }
  const sentences = article.sentences.map(({ sentence }) => sentence);
  const quotes = findArticleQuotes(article.article.text, article.article.prose, sentences);
  const [oldest] = kept.keys();
  if (kept.size >= ARTICLES_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(article, quotes);
  return quotes;
}

/** The stretches between quotation marks, in order, without the titles of works, which are nobody’s words. */
export function quotedParts(article: AnalysedArticle): readonly Span[] {
  const parts = articleQuotes(article).flatMap((quote) => quote.parts);
  return parts.filter(
    (part) =>
      !isTitleCase(article.article.text.slice(part.start, Math.min(part.end, part.start + LONGEST_TITLE))),
  );
}

/** A title is no longer than this, in UTF-16 units. */
const LONGEST_TITLE = 120;
