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
import { type BoundedTerm, boundedTerms, sentenceScore, topCandidates } from './ranking.ts';

/** A corpus index that can be changed article by article. */
export interface MutableIndex extends CorpusIndex {
  /** Adds an article, or replaces the one with the same id. */
  put(article: Article): void;
  /** Removes an article; unknown ids are no error. */
  remove(id: string): void;
  setSkipped(skipped: readonly SkippedFile[]): void;
  /** Tells how many files are known and not looked into yet: none to begin with. */
  setPending(files: number): void;
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
}

class MemoryIndex implements MutableIndex {
  revision = 0;
  pending = 0;
  skipped: readonly SkippedFile[] = [];
  readonly quotes = createQuoteIndex();
  readonly names = createNameIndex();
  readonly #articles = new Map<string, AnalysedArticle>();
  #postings = new Map<string, number[]>();
  /** In how many sentences of living articles each key stands. */
  readonly #counts = new Map<string, number>();
  /** Rows by sentence number; null where the article was removed. */
  #rows: (Row | null)[] = [];
  /** The number of keys of each row, for length normalisation; `REMOVED` where the article was removed. */
  #lengths: number[] = [];
  #removed = 0;
  /** Room for an answer: what each row has gained so far, 0 between two answers. */
  #gained = new Float64Array(0);
  /** The rows that have gained anything, and in the same places what they score. */
  #touched = new Int32Array(0);
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

  setPending(files: number): void {
    this.pending = files;
  }

  async retrieve(queries: readonly Query[]): Promise<Retrieval> {
    this.#makeRoom();
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
      this.#rows.push({ article: analysed, sentence: index });
      this.#lengths.push(keys.size);
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
      this.#lengths[number] = REMOVED;
      this.#removed += 1;
    }
    if (this.#removed > this.#rows.length * REBUILD_SHARE) this.#rebuild();
    return true;
  }

  #rebuild(): void {
    this.#postings = new Map();
    this.#counts.clear();
    this.#rows = [];
    this.#lengths = [];
    this.#removed = 0;
    for (const analysed of this.#articles.values()) this.#file(analysed);
  }

  #makeRoom(): void {
    if (this.#gained.length >= this.#rows.length) return;
    this.#gained = new Float64Array(this.#rows.length);
    this.#touched = new Int32Array(this.#rows.length);
    this.#scores = new Float64Array(this.#rows.length);
  }

  #answer(query: Query, frequencies: ReadonlyMap<string, number>, sentences: number): Candidate[] {
    const touched = this.#addUp(boundedTerms(query, frequencies, sentences));
    return topCandidates(
      this.#scores.subarray(0, touched),
      (at) => this.#rows[this.#touched[at] ?? 0] ?? null,
      query.limit,
    );
  }

  /** Puts the rows that have any of the terms, and their scores, where there is room; returns how many they are. */
  #addUp(terms: readonly BoundedTerm[]): number {
    const gained = this.#gained;
    const touched = this.#touched;
    let count = 0;
    for (const { term, gain } of terms) {
      for (const row of this.#postings.get(term) ?? NO_ROWS) {
        const sum = gained[row] ?? 0;
        if (sum === 0) touched[count++] = row;
        gained[row] = sum + gain;
      }
    }
    let living = 0;
    for (let at = 0; at < count; at += 1) {
      const row = touched[at] ?? 0;
      const keys = this.#lengths[row] ?? REMOVED;
      const sum = gained[row] ?? 0;
      gained[row] = 0;
      if (keys === REMOVED) continue;
      touched[living] = row;
      this.#scores[living] = sentenceScore(sum, keys);
      living += 1;
    }
    return living;
  }
}

const NO_ROWS: readonly number[] = [];
/** Stands for the number of keys of a row that is no longer there. A row without keys is never asked for. */
const REMOVED = 0;

/** Postings are made anew when half of the rows are of removed articles: amortised, a removal costs its own rows. */
const REBUILD_SHARE = 0.5;
