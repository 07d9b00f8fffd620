/** The in-memory index: postings of sentences by term and by value, for corpora that fit in memory. */

import { analyseArticle } from '../analyse.ts';
import type { Article, SkippedFile } from '../article.ts';
import type {
  AnalysedArticle,
  ArticleEntry,
  Candidate,
  CorpusIndex,
  EntryQuery,
  Query,
  Retrieval,
} from './corpusIndex.ts';
import { inListOrder, isContaining } from './entryList.ts';
import { keysOf } from './keys.ts';
import { createNameIndex } from './nameMemoryIndex.ts';
import { createQuoteIndex } from './quoteMemoryIndex.ts';
import { boundedTerms, sentenceScore, topCandidates } from './ranking.ts';

/** A corpus index that can be changed article by article. */
export interface MutableIndex extends CorpusIndex {
  /** Adds an article, or replaces the one with the same id. */
  put(article: Article): void;
  /** Removes an article; unknown ids are no error. */
  remove(id: string): void;
  setSkipped(skipped: readonly SkippedFile[]): void;
  /** The ids of all articles. */
  ids(): readonly string[];
  /** The article as it was put, or undefined. */
  known(id: string): Article | undefined;
}

/** An empty index. Everything is answered from memory, so nothing rejects. */
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
  readonly pending = 0;
  skipped: readonly SkippedFile[] = [];
  readonly quotes = createQuoteIndex();
  readonly names = createNameIndex();
  readonly #articles = new Map<string, AnalysedArticle>();
  #postings = new Map<string, number[]>();
  /** In how many sentences of living articles each key stands. */
  readonly #counts = new Map<string, number>();
  /** Rows by sentence number; null where the article was removed. */
  #rows: (Row | null)[] = [];
  #removed = 0;
  #scores = new Float64Array(0);

  get size(): number {
    return this.#articles.size;
  }

  ids(): readonly string[] {
    return [...this.#articles.keys()];
  }

  known(id: string): Article | undefined {
    return this.#articles.get(id)?.article;
  }

  async article(id: string): Promise<AnalysedArticle | undefined> {
    return this.#articles.get(id);
  }

  async inFile(path: string): Promise<readonly ArticleEntry[]> {
    return this.#entries().filter((entry) => entry.path === path);
  }

  async entries({ containing, offset, limit }: EntryQuery): Promise<readonly ArticleEntry[]> {
    const wanted = this.#entries().filter((entry) => isContaining(entry, containing));
    return wanted.sort(inListOrder).slice(offset, offset + limit);
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
      for (const { term } of query.terms) frequencies.set(term, this.#counts.get(term) ?? 0);
    }
    const sentences = this.#rows.length - this.#removed;
    return {
      candidates: queries.map((query) => this.#answer(query, frequencies, sentences)),
      frequencies,
      sentences,
    };
  }

  #entries(): ArticleEntry[] {
    return [...this.#articles.values()].map(({ article }) => article);
  }

  #file(analysed: AnalysedArticle): void {
    for (const [index, sentence] of analysed.sentences.entries()) {
      const row = this.#rows.length;
      const keys = keysOf(sentence);
      this.#rows.push({ article: analysed, sentence: index, length: keys.size });
      for (const key of keys) {
        this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
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
    for (const sentence of gone.sentences) {
      for (const key of keysOf(sentence)) this.#counts.set(key, (this.#counts.get(key) ?? 0) - 1);
    }
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
    this.#counts.clear();
    this.#rows = [];
    this.#removed = 0;
    for (const analysed of this.#articles.values()) this.#file(analysed);
  }

  #answer(query: Query, frequencies: ReadonlyMap<string, number>, sentences: number): Candidate[] {
    const scores = this.#scores;
    const touched: number[] = [];
    for (const { term, gain } of boundedTerms(query, frequencies, sentences)) {
      for (const row of this.#postings.get(term) ?? []) {
        const sum = scores[row] ?? 0;
        if (sum === 0) touched.push(row);
        scores[row] = sum + gain;
      }
    }
    const living: Row[] = [];
    const ranked: number[] = [];
    for (const number of touched) {
      const row = this.#rows[number];
      const sum = scores[number] ?? 0;
      scores[number] = 0;
      if (row === null || row === undefined) continue;
      living.push(row);
      ranked.push(sentenceScore(sum, row.length));
    }
    return topCandidates(living, ranked, query.limit);
  }
}

/** Postings are made anew when half of the rows are of removed articles: amortised, a removal costs its own rows. */
const REBUILD_SHARE = 0.5;
