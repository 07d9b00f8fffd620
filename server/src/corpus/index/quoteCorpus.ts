/** The quote corpus: where the words of a quote may stand in the articles. A backend retrieves; the comparison is made elsewhere. */

import type { Span } from '../../text/span.ts';
import type { AnalysedArticle } from '../analysed.ts';

/** What one quote asks for. Words are spelling keys of normalised words, in order. */
export interface PassageQuery {
  readonly words: readonly string[];
  /** `phrase` wants the words one after another and nothing between; `near` wants most of the rarer ones close together. */
  readonly mode: 'phrase' | 'near';
  /** Most passages wanted. */
  readonly limit: number;
}

/** A stretch of an article in which the words may stand. Offsets are those of the article's text. */
export interface QuotePassage extends Span {
  readonly article: AnalysedArticle;
}

export interface QuoteCorpus {
  /** Passages of many queries in one call, best first. Rejects when the backend cannot be reached. */
  passages(queries: readonly PassageQuery[]): Promise<readonly (readonly QuotePassage[])[]>;
}
