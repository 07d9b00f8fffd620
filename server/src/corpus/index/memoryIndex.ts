/** The in-memory index: postings of sentences by term and by value, for corpora that fit in memory. */

import { analyseArticle } from '../analyse.ts';
import type { Article, SkippedFile } from '../article.ts';
import type { AnalysedArticle, Candidate, CorpusIndex, Query, Retrieval } from './corpusIndex.ts';
import { highest } from './highest.ts';
import { keysOf } from './keys.ts';
import { createNameIndex } from './nameMemoryIndex.ts';
import { createQuoteIndex } from './quoteMemoryIndex.ts';
import { inverseFrequency } from './weights.ts';

/** A corpus index that can be changed article by article. */
export interface MutableIndex extends CorpusIndex {
  /** Adds an article, or replaces the one with the same id. */
  put(article: Article): void;
  /** Removes an article; unknown ids are no error. */
  remove(id: string): void;
  setSkipped(skipped: readonly SkippedFile[]): void;
}

/** An empty index. Everything is answered from memory, so `retrieve` never rejects. */
export function createMemoryIndex(): MutableIndex {
  return new MemoryIndex();
}

interface Row {
  readonly article: AnalysedArticle;
  readonly sentence: number;
  /** Number of keys, for length normalisation. */
  readonly length: number;
}

class MemoryIndex implements MutableIndex {
  revision = 0;
  skipped: readonly SkippedFile[] = [];
  readonly quotes = createQuoteIndex();
  readonly names = createNameIndex();
  readonly #articles = new Map<string, AnalysedArticle>();
  #postings = new Map<string, number[]>();
  /** Rows by sentence number; null where the article was removed. */
  #rows: (Row | null)[] = [];
  #removed = 0;
  #scores = new Float64Array(0);

  get articles(): readonly Article[] {
    return [...this.#articles.values()].map(({ article }) => article);
  }

  article(id: string): AnalysedArticle | undefined {
    return this.#articles.get(id);
  }

  put(article: Article): void {
    this.#drop(article.id);
    const analysed = analyseArticle(article);
    this.#articles.set(article.id, analysed);
    this.quotes.put(analysed);
    this.names.put(analysed);
    this.#file(analysed);
    this.revision += 1;
  }

  remove(id: string): void {
    if (!this.#drop(id)) return;
    this.revision += 1;
  }

  setSkipped(skipped: readonly SkippedFile[]): void {
    this.skipped = skipped;
    this.revision += 1;
  }

  async retrieve(queries: readonly Query[]): Promise<Retrieval> {
    if (this.#scores.length < this.#rows.length) this.#scores = new Float64Array(this.#rows.length);
    const frequencies = new Map<string, number>();
    for (const query of queries) {
      for (const { term } of query.terms) frequencies.set(term, this.#postings.get(term)?.length ?? 0);
    }
    return {
      candidates: queries.map((query) => this.#answer(query)),
      frequencies,
      sentences: this.#rows.length - this.#removed,
    };
  }

  #file(analysed: AnalysedArticle): void {
    for (const [index, sentence] of analysed.sentences.entries()) {
      const row = this.#rows.length;
      const keys = keysOf(sentence);
      this.#rows.push({ article: analysed, sentence: index, length: keys.size });
      for (const key of keys) {
        const posting = this.#postings.get(key);
        if (posting === undefined) this.#postings.set(key, [row]);
        else posting.push(row);
      }
    }
  }

  #drop(id: string): boolean {
    const gone = this.#articles.get(id);
    if (gone === undefined) return false;
    this.#articles.delete(id);
    this.quotes.remove(id);
    this.names.remove(id);
    for (const [number, row] of this.#rows.entries()) {
      if (row?.article !== gone) continue;
      this.#rows[number] = null;
      this.#removed += 1;
    }
    if (this.#removed > this.#rows.length * REBUILD_SHARE) this.#rebuild();
    return true;
  }

  #rebuild(): void {
    this.#postings = new Map();
    this.#rows = [];
    this.#removed = 0;
    for (const analysed of this.#articles.values()) this.#file(analysed);
  }

  #answer(query: Query): Candidate[] {
    const scores = this.#scores;
    const touched: number[] = [];
    for (const { term, weight } of query.terms) {
      const posting = this.#postings.get(term);
      if (posting === undefined) continue;
      const gain = weight * inverseFrequency(posting.length, this.#rows.length);
      for (const row of posting) {
        const sum = scores[row] ?? 0;
        if (sum === 0) touched.push(row);
        scores[row] = sum + gain;
      }
    }
    return this.#best(touched, query.limit);
  }

  /** The best of the rows `touched`, whose sums are set back to 0. */
  #best(touched: readonly number[], limit: number): Candidate[] {
    const rows = this.#rows;
    const sums = this.#scores;
    const final = touched.map((number) => {
      const row = rows[number];
      const sum = sums[number] ?? 0;
      sums[number] = 0;
      return row === null || row === undefined ? REMOVED : sum / (1 + LENGTH_PENALTY * row.length);
    });
    return highest(final, limit).flatMap((at) => {
      const row = rows[touched[at] ?? -1];
      const score = final[at] ?? REMOVED;
      return row === null || row === undefined
        ? []
        : [{ article: row.article, sentence: row.sentence, score }];
    });
  }
}

/** Below every score, which are positive: rows of removed articles come last. */
const REMOVED = Number.NEGATIVE_INFINITY;

/** Postings are made anew when half of the rows are of removed articles: amortised, a removal costs its own rows. */
const REBUILD_SHARE = 0.5;

/** Long sentences match more terms by chance. Chosen by hand; no other value has been measured. */
const LENGTH_PENALTY = 0.03;
