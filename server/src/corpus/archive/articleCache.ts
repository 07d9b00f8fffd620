/** The article cache: articles of an archive, analysed, those used last kept. */

import { LRUCache } from 'lru-cache';
import { analyseArticle } from '../analyse.ts';
import type { AnalysedArticle } from '../analysed.ts';
import { sizeOf } from '../cacheSize.ts';
import { ARTICLE_FIELDS, articleFrom, documentId } from './documents.ts';
import type { ArchiveRequests } from './requests.ts';

/**
 * UTF-16 units of the texts whose analysis is kept: some 1,000 articles of 500 words, more than on disk, since one that
 * is not kept costs a request. Only sentences that are looked into are analysed.
 */
const MOST_KEPT = 3_000_000;

/** Ids that are told: few enough for one search, which takes 65,536 and reads through all. */
const MOST_TOLD = 10_000;

/** Loads and analyses articles by their ids, many in one request. */
export class ArticleCache {
  readonly #requests: Pick<ArchiveRequests, 'documents'>;
  /** By id. */
  #kept = emptyMap();
  #pinned: ReadonlyMap<string, AnalysedArticle> = new Map();

  constructor(requests: Pick<ArchiveRequests, 'documents'>) {
    this.#requests = requests;
  }

  /** Forgets all: they may be others now. */
  clear(): void {
    this.#kept = emptyMap();
    this.#pinned = new Map();
  }

  /** The ids of those that are kept; of very many some. */
  ids(): readonly string[] {
    return [...new Set([...this.#kept.keys(), ...this.#pinned.keys()])].slice(0, MOST_TOLD);
  }

  /** Whether it is kept. */
  has(id: string): boolean {
    return this.#kept.has(id) || this.#pinned.has(id);
  }

  /**
   * Loads articles and keeps them, however many, until others are pinned: a check asks for them one after the other, each
   * of which would be a request. Rejects with `ArchiveError`.
   */
  async pin(ids: readonly string[]): Promise<void> {
    const generation = this.#kept;
    const loaded = await this.load(ids);
    if (generation === this.#kept) this.#pinned = loaded;
  }

  /** The articles that there are, by their ids. Rejects with `ArchiveError`. */
  async load(ids: readonly string[]): Promise<ReadonlyMap<string, AnalysedArticle>> {
    const take = this.taker();
    const found = new Map<string, AnalysedArticle>();
    const unknown: string[] = [];
    for (const id of new Set(ids)) {
      const known = this.#kept.get(id) ?? this.#pinned.get(id);
      if (known === undefined) unknown.push(id);
      else found.set(id, known);
    }
    if (unknown.length === 0) return found;
    const documents = await this.#requests.documents(unknown.map(documentId), ARTICLE_FIELDS);
    for (const source of documents.values()) {
      const article = take(source);
      found.set(article.article.id, article);
    }
    return found;
  }

  /**
   * Takes articles out of documents that are asked for now, and keeps them unless `clear` is called before they come.
   * Throws on a document without `ARTICLE_FIELDS`.
   */
  taker(): (source: unknown) => AnalysedArticle {
    const generation = this.#kept;
    return (source) => {
      const article = articleFrom(source);
      const known = generation.get(article.id);
      if (known !== undefined) return known;
      const analysed = analyseArticle(article);
      if (generation === this.#kept) generation.set(article.id, analysed);
      return analysed;
    };
  }
}

function emptyMap(): LRUCache<string, AnalysedArticle> {
  return new LRUCache({ maxSize: MOST_KEPT, sizeCalculation: ({ article }) => sizeOf(article.text) });
}
