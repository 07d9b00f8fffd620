/** The index interface: where candidates come from. A backend retrieves; ranking and verdicts are made elsewhere. */

import type { Quantity } from '../../quantity/quantity.ts';
import type { Sentence } from '../../text/sentences.ts';
import type { Term } from '../../text/terms.ts';
import type { Article, SkippedFile } from '../article.ts';
import type { NameCorpus } from './nameCorpus.ts';
import type { QuoteCorpus } from './quoteCorpus.ts';

/** A sentence with what the figure checks look up in it. */
export interface AnalysedSentence {
  readonly sentence: Sentence;
  readonly terms: readonly Term[];
  /** Figures and dates in order of their start. */
  readonly quantities: readonly Quantity[];
}

/** An article with everything the checks look up in it. */
export interface AnalysedArticle {
  readonly article: Article;
  /** In order; `sentences[i].sentence.index` is `i`. */
  readonly sentences: readonly AnalysedSentence[];
}

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
