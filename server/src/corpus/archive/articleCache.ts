/** The article cache: articles of an archive, analysed, those used last kept. */

import { analyseArticle } from '../analyse.ts';
import type { AnalysedArticle } from '../analysed.ts';
import { ARTICLE_FIELDS, articleFrom, documentId } from './documents.ts';
import type { ArchiveRequests } from './requests.ts';

/**
 * UTF-16 units of the texts whose analysis is kept: some 1,000 articles of 500 words, more than on disk, since one that
 * is not kept costs a request. Only sentences that are looked into are analysed.
 */
const MOST_KEPT = 3_000_000;

/** Loads and analyses articles by their ids, many in one request. */
export class ArticleCache {
  readonly #requests: Pick<ArchiveRequests, 'documents'>;
  /** By id, those used longest ago first. */
  #kept = new Map<string, AnalysedArticle>();
  #pinned: ReadonlyMap<string, AnalysedArticle> = new Map();
  #size = 0;

  constructor(requests: Pick<ArchiveRequests, 'documents'>) {
    this.#requests = requests;
  }

  /** Forgets all: they may be others now. */
  clear(): void {
    this.#kept = new Map();
    this.#pinned = new Map();
    this.#size = 0;
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
      const kept = this.#kept.get(id);
      const known = kept ?? this.#pinned.get(id);
      if (known === undefined) unknown.push(id);
      else found.set(id, known);
      if (kept === undefined) continue;
      this.#kept.delete(id);
      this.#kept.set(id, kept);
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
      if (generation === this.#kept) this.#keep(analysed);
      return analysed;
    };
  }

  #keep(article: AnalysedArticle): void {
    const { id, text } = article.article;
    this.#kept.set(id, article);
    this.#size += text.length;
    for (const [oldest, { article: gone }] of this.#kept) {
      if (this.#size <= MOST_KEPT || oldest === id) return;
      this.#kept.delete(oldest);
      this.#size -= gone.text.length;
    }
  }
}
