/** The index interface: where candidates come from. A backend retrieves; ranking and verdicts are made elsewhere. */

import type { AnalysedArticle, AnalysedSentence } from '../analysed.ts';
import type { Article, SkippedFile } from '../article.ts';
import type { NameCorpus } from './nameCorpus.ts';
import type { QuoteCorpus } from './quoteCorpus.ts';

export type { AnalysedArticle, AnalysedSentence };

/** A term, or the key of a value (`valueKey`), with how much it counts. */
export interface QueryTerm {
  readonly term: string;
  readonly weight: number;
}

/** What one claim asks of the index. */
export interface Query {
  readonly terms: readonly QueryTerm[];
  /** Most sentences wanted. */
  readonly limit: number;
}

/** A retrieved sentence. */
export interface Candidate {
  readonly article: AnalysedArticle;
  /** Index of the sentence in its article. */
  readonly sentence: number;
  /** The backend's own score; only its order within one query means anything. */
  readonly score: number;
}

/** The answer to many queries. */
export interface Retrieval {
  /** One list a query, best first. */
  readonly candidates: readonly (readonly Candidate[])[];
  /** In how many sentences each term of the queries stands. Terms that stand nowhere may be missing. */
  readonly frequencies: ReadonlyMap<string, number>;
  /** How many sentences the index holds. */
  readonly sentences: number;
}

export interface CorpusIndex {
  /** Grows with every change of the corpus; equal revisions give equal answers. */
  readonly revision: number;
  readonly articles: readonly Article[];
  readonly skipped: readonly SkippedFile[];
  /** The analysed article of that id, or undefined. */
  article(id: string): AnalysedArticle | undefined;
  /** Where the words of quotes stand. */
  readonly quotes: QuoteCorpus;
  /** Whom the articles name. */
  readonly names: NameCorpus;
  /** Answers many queries in one call. Rejects when the backend cannot be reached. */
  retrieve(queries: readonly Query[]): Promise<Retrieval>;
}
