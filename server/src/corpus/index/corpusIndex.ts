/** The index interface: where candidates come from. A backend retrieves; ranking and verdicts are made elsewhere. */

import type { Quantity } from '../../quantity/quantity.ts';
import type { Sentence } from '../../text/sentences.ts';
import type { Article, SkippedFile } from '../article.ts';

/** An article with everything the checks look up in it. */
export interface AnalysedArticle {
  readonly article: Article;
  readonly sentences: readonly Sentence[];
  /** Figures and dates in order of their start. */
  readonly quantities: readonly Quantity[];
}

/** What one claim asks of the index. Terms are lemmas; values are in base units. */
export interface Query {
  readonly terms: readonly string[];
  readonly values: readonly number[];
  /** Most sentences wanted. */
  readonly limit: number;
}

/** A retrieved sentence. */
export interface Candidate {
  readonly article: AnalysedArticle;
  readonly sentence: Sentence;
}

export interface CorpusIndex {
  /** Grows with every change of the corpus; equal revisions give equal answers. */
  readonly revision: number;
  readonly articles: readonly Article[];
  readonly skipped: readonly SkippedFile[];
  /** The analysed article of that id, or undefined. */
  article(id: string): AnalysedArticle | undefined;
  /** Candidates of many queries in one call, best first. Rejects when the backend cannot be reached. */
  candidates(queries: readonly Query[]): Promise<readonly (readonly Candidate[])[]>;
}
