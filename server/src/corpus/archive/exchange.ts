/** The exchange: answers one step of many dialogues by as few requests as there can be, side by side. */

import type { AnalysedArticle } from '../analysed.ts';
import type { ArticleCache } from './articleCache.ts';
import { placeIn, reading } from './columns.ts';
import { countSearches, type DocumentCounts, readCounts } from './counting.ts';
import type { Exchange, FieldTokens, Questions, Replies, TokenCounts } from './dialogue.ts';
import { ARTICLE_FIELDS, PACKED_FIELDS, unpackedFrom } from './documents.ts';
import type { ArchiveRequests } from './requests.ts';
import type { Hit, Search, Weighing } from './search.ts';
import type { LiveState } from './state.ts';

/**
 * Tokens that are counted by searches in the request that is made anyway, each less than a millisecond of a core; more
 * are looked up in the dictionary by a request of their own, beside it.
 */
const MOST_SEARCHED = 24;

/**
 * Searches for sentences that bring their articles, which an edit makes: a hundred copies of two kilobytes for each. More
 * are made by a new draft, whose articles are fetched once each by a request that follows.
 */
const MOST_BRINGING = 6;

/** The same for articles that may have a quote: each brings as many as are looked into, of those that are not known. */
const MOST_BRINGING_ARTICLES = 2;

/** The exchange of an archive, and what it found out about one revision. */
export class ArchiveExchange {
  readonly #requests: ArchiveRequests;
  readonly #articles: ArticleCache;
  readonly #state: () => LiveState;
  /** Whether the dictionary of this revision may count no more documents than there are. */
  #isExact = true;

  constructor(requests: ArchiveRequests, articles: ArticleCache, state: () => LiveState) {
    this.#requests = requests;
    this.#articles = articles;
    this.#state = state;
  }

  /** Forgets what was found out: the archive is another now. */
  clear(): void {
    this.#isExact = true;
  }

  readonly ask: Exchange = async (questions) => {
    const isFew = questions.counts.reduce((sum, { tokens }) => sum + tokens.length, 0) <= MOST_SEARCHED;
    const counted = isFew ? questions.counts : [];
    const [{ counts, ...answered }, articles, looked] = await Promise.all([
      this.#search(questions, counted),
      questions.articles.length === 0 ? NO_ARTICLES : this.#articles.load(questions.articles),
      isFew ? NO_COUNTS : this.#count(questions.counts),
    ]);
    return { ...answered, articles, counts: new Map([...counts, ...looked]) };
  };

  /** All searches by one request, with those that count. */
  async #search(
    { searches, wholes, sentences, candidates }: Questions,
    counted: readonly FieldTokens[],
  ): Promise<Omit<Replies, 'articles'>> {
    const isBringing = sentences.length <= MOST_BRINGING;
    const parts = [
      searches,
      wholes.map((search) => reading(search, ARTICLE_FIELDS)),
      isBringing ? sentences.map((search) => reading(search, PACKED_FIELDS)) : sentences,
      candidates,
      candidates.length <= MOST_BRINGING_ARTICLES ? candidates.map((search) => this.#unknownOf(search)) : [],
      countSearches(counted),
    ] as const;
    const take = this.#articles.taker();
    const all = parts.flat();
    const told = all.length === 0 ? [] : await this.#requests.search(all, this.#weighing);
    const [answers = [], articles = [], found = [], chosen = [], brought = [], counts = []] = cut(
      told,
      parts,
    );
    for (const { hits } of brought) for (const { source } of hits) take(source);
    if (isBringing) for (const { hits } of found) for (const hit of hits) this.#keepArticle(hit, take);
    return {
      answers,
      wholes: articles.map(({ hits }) => hits.map(({ source }) => take(source))),
      sentences: found,
      candidates: chosen,
      counts: readCounts(counted, counts),
    };
  }

  /** The search for those hits of another one that are not known, which come whole. */
  #unknownOf(search: Search): Search {
    const without = [{ terms: { id: this.#articles.ids() } }];
    return reading(
      { ...search, query: { bool: { must: [search.query], must_not: without } } },
      ARTICLE_FIELDS,
    );
  }

  /** Keeps the article that came with a sentence. */
  #keepArticle(hit: Hit, take: (source: unknown) => AnalysedArticle): void {
    if (this.#articles.has(placeIn(hit).article)) return;
    const document = unpackedFrom(hit.source);
    if (document !== null) take(document);
  }

  /** Out of the dictionary where that is exact; it is not asked again after it was not, until the next revision. */
  async #count(asked: readonly FieldTokens[]): Promise<ReadonlyMap<string, TokenCounts>> {
    const { shards, sentences, articles } = this.#state();
    const documents: DocumentCounts = new Map([
      ['keys', sentences],
      ['words', articles],
    ]);
    if (shards === 1 && this.#isExact) {
      const found = await this.#requests.dictionary(asked, documents);
      if (found !== null) return found;
      this.#isExact = false;
    }
    return readCounts(asked, await this.#requests.search(countSearches(asked), this.#weighing));
  }

  get #weighing(): Weighing {
    return this.#state().shards === 1 ? 'shard' : 'archive';
  }
}

/** The answers to the searches of each part. */
function cut<T>(answers: readonly T[], parts: readonly (readonly unknown[])[]): (readonly T[])[] {
  let at = 0;
  return parts.map(({ length }) => {
    at += length;
    return answers.slice(at - length, at);
  });
}

const NO_ARTICLES: ReadonlyMap<string, AnalysedArticle> = new Map();
const NO_COUNTS: ReadonlyMap<string, TokenCounts> = new Map();
