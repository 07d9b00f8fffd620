/** The quotations of articles, kept for the articles looked at last. */

import { findArticleQuotes, findQuotedParts, type QuotedSpeech } from '../claims/quote.ts';
import type { AnalysedArticle } from '../corpus/index/corpusIndex.ts';
import type { Span } from '../text/span.ts';
import { isTitleCase } from '../text/titleCase.ts';
import { keepLast } from './keepLast.ts';

/** The quotations of an article with their speakers, in order. The same article gives the same quotations. */
export const articleQuotes: (article: AnalysedArticle) => readonly QuotedSpeech[] = keepLast((article) =>
  findArticleQuotes(
    article.article.text,
    article.article.prose,
    article.sentences.map(({ sentence }) => sentence),
  ),
);

/** The stretches between quotation marks, in order, without the titles of works, which are nobody’s words. */
export const quotedParts: (article: AnalysedArticle) => readonly Span[] = keepLast(({ article }) =>
  findQuotedParts(article.text, article.prose).filter(
    (part) => !isTitleCase(article.text.slice(part.start, Math.min(part.end, part.start + LONGEST_TITLE))),
  ),
);

/** A title is no longer than this, in UTF-16 units. */
const LONGEST_TITLE = 120;
