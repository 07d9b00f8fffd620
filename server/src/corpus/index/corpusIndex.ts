/** The index interface: where candidates come from. A backend retrieves; ranking and verdicts are made elsewhere. */

import type { AnalysedArticle, AnalysedSentence } from '../analysed.ts';
import type { ArticleMetadata, SkippedFile } from '../article.ts';
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

/** What a list shows of an article: everything but its text. */
export interface ArticleEntry extends ArticleMetadata {
  readonly id: string;
  readonly path: string;
}

/** A page of the list of articles. */
export interface EntryQuery {
  /** Only articles whose title, outlet or id holds this, letter case aside; empty for all. */
  readonly containing: string;
  /** How many entries of the list are passed over, and the most that are answered after them. */
  readonly offset: number;
  readonly limit: number;
}

/**
 * The articles as the checks see them, in memory, on disk or far away. An index may hold a million articles, so nothing
 * here answers with all of them, and whatever carries text is asynchronous. Objects of equal content may be different
 * objects in two answers: compare articles by `article.id`. Every method rejects when the backend cannot be reached.
 */
export interface CorpusIndex {
  /** Changes with every change of the corpus; equal revisions give equal answers. Cheap to read. */
  readonly revision: number;
  /** How many articles can be looked up now. */
  readonly size: number;
  /**
   * How many files are known and not looked into yet. As long as it is not 0 checks answer with what there is and
   * nothing is refuted, because what is missing may bear the draft out.
   */
  readonly pending: number;
  readonly skipped: readonly SkippedFile[];
  /** The analysed article of that id, or undefined. Kept for a while by backends that have to load it. */
  article(id: string): Promise<AnalysedArticle | undefined>;
  /** The articles of the file at an absolute path, by id: several for files that hold several, none for any other file. */
  inFile(path: string): Promise<readonly ArticleEntry[]>;
  /** A page of the list of all articles: by date, newest first, those without one last; then by title and id. */
  entries(query: EntryQuery): Promise<readonly ArticleEntry[]>;
  /**
   * Of backends too large to be listed: the articles that have any of the keys by which a draft may cite them
   * (`entryKeys`), in the order of the list. Absent where the list is read instead.
   */
  entriesWith?(keys: readonly string[]): Promise<readonly ArticleEntry[]>;
  /** Where the words of quotes stand. */
  readonly quotes: QuoteCorpus;
  /** Whom the articles name. */
  readonly names: NameCorpus;
  /** Answers many queries in one call. Rejects when the backend cannot be reached. */
  retrieve(queries: readonly Query[]): Promise<Retrieval>;
  /**
   * Of backends that are far away: has `ask` ask an index that answers with nothing and notes the questions, then
   * fetches all their answers at once, so that the same questions take no time afterwards. Changes no answer.
   */
  foresee?(ask: (noting: CorpusIndex) => Promise<void>): Promise<void>;
}
