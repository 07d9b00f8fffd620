/** The index in an archive, as the checks see it: far away, so that many questions make one request. */

import type { SkippedFile } from '../article.ts';
import type {
  AnalysedArticle,
  ArticleEntry,
  Candidate,
  CorpusIndex,
  EntryQuery,
  Query,
  Retrieval,
} from '../index/corpusIndex.ts';
import type { KnownName, NameAnswer, NameCorpus } from '../index/nameCorpus.ts';
import type { PassageQuery, QuoteCorpus, QuotePassage } from '../index/quoteCorpus.ts';
import { Answers } from './answers.ts';
import { ArticleCache } from './articleCache.ts';
import { CitedEntries } from './citedEntries.ts';
import { Counts } from './counts.ts';
import { type Dialogue, hold } from './dialogue.ts';
import { entryFrom } from './documents.ts';
import { ArchiveExchange } from './exchange.ts';
import { entrySearch, fileSearch } from './lists.ts';
import { nameAnswer, officeHolders } from './names.ts';
import { createNotes, type Notes } from './notes.ts';
import { type FoundPassage, nearPassages, phrasePassages } from './quotes.ts';
import type { ArchiveRequests } from './requests.ts';
import { type FoundSentences, sentencesFor } from './sentences.ts';
import { EMPTY_STATE, type LiveState } from './state.ts';

/** An index whose numbers are those of the last look at the archive. */
export interface ArchiveIndex extends CorpusIndex {
  /** Takes another look. Rejects with `ArchiveError`. */
  look(): Promise<void>;
  entriesWith(keys: readonly string[]): Promise<readonly ArticleEntry[]>;
  foresee(ask: (noting: CorpusIndex) => Promise<void>): Promise<void>;
}

/** The index of an archive. Nothing is asked before the first `look`. Every answer rejects with `ArchiveError`. */
export function createArchiveIndex(requests: ArchiveRequests): ArchiveIndex {
  return new RemoteIndex(requests);
}

class RemoteIndex implements ArchiveIndex {
  readonly quotes: QuoteCorpus;
  readonly names: NameCorpus;
  readonly #requests: ArchiveRequests;
  readonly #exchange: ArchiveExchange;
  readonly #articles: ArticleCache;
  readonly #cited: CitedEntries;
  readonly #counts = new Counts();
  readonly #answers: {
    readonly sentences: Answers<Query, FoundSentences>;
    readonly passages: Answers<PassageQuery, readonly FoundPassage[]>;
    readonly names: Answers<readonly string[], NameAnswer>;
    readonly offices: Answers<string, readonly KnownName[]>;
  };
  #state: LiveState = EMPTY_STATE;

  constructor(requests: ArchiveRequests) {
    this.#requests = requests;
    this.#articles = new ArticleCache(requests);
    this.#cited = new CitedEntries(requests);
    this.#exchange = new ArchiveExchange(requests, this.#articles, () => this.#state);
    this.#answers = {
      sentences: new Answers((query) => sentencesFor(query, this.#counts, this.#state.sentences)),
      passages: new Answers((query) =>
        query.mode === 'phrase'
          ? phrasePassages(query)
          : nearPassages(query, this.#counts, this.#state.words),
      ),
      names: new Answers(nameAnswer),
      offices: new Answers(officeHolders),
    };
    this.quotes = { passages: (queries) => this.#passages(queries) };
    this.names = {
      names: (queries) => this.#ask(this.#answers.names, queries),
      holders: (offices) => this.#ask(this.#answers.offices, offices),
      article: (id) => this.article(id),
    };
  }

  get revision(): number {
    return this.#state.revision;
  }

  get size(): number {
    return this.#state.articles;
  }

  get pending(): number {
    return this.#state.pending;
  }

  get skipped(): readonly SkippedFile[] {
    return this.#state.skipped;
  }

  async look(): Promise<void> {
    const state = await this.#requests.state();
    const isNew = state.revision !== this.#state.revision;
    this.#state = state;
    if (!isNew) return;
    this.#articles.clear();
    this.#cited.clear();
    this.#counts.clear();
    this.#exchange.clear();
    for (const answers of Object.values(this.#answers)) answers.clear();
  }

  async article(id: string): Promise<AnalysedArticle | undefined> {
    return (await this.#articles.load([id])).get(id);
  }

  async inFile(path: string): Promise<readonly ArticleEntry[]> {
    const [answer] = await this.#requests.search([fileSearch(path)], 'shard');
    return (answer?.hits ?? []).map(({ source }) => entryFrom(source));
  }

  async entries(query: EntryQuery): Promise<readonly ArticleEntry[]> {
    const search = entrySearch(query);
    if (search === null) return [];
    const [answer] = await this.#requests.search([search], 'shard');
    return (answer?.hits ?? []).map(({ source }) => entryFrom(source));
  }

  entriesWith(keys: readonly string[]): Promise<readonly ArticleEntry[]> {
    return this.#cited.load(keys);
  }

  async retrieve(queries: readonly Query[]): Promise<Retrieval> {
    const found = await this.#ask(this.#answers.sentences, queries);
    const ids = found.flatMap(({ sentences }) => sentences.map(({ article }) => article));
    const articles = await this.#articles.load(ids);
    const candidates = found.map(({ sentences }) =>
      sentences.flatMap(({ article: id, at, score }): Candidate[] => {
        const article = articles.get(id);
        // One that is replaced at this moment may have fewer sentences than it had.
        return article?.sentences[at] === undefined ? [] : [{ article, sentence: at, score }];
      }),
    );
    const frequencies = new Map(found.flatMap((each) => [...each.frequencies]));
    return { candidates, frequencies, sentences: this.#state.sentences };
  }

  async foresee(ask: (noting: CorpusIndex) => Promise<void>): Promise<void> {
    const notes = createNotes();
    await ask(this.#noting(notes));
    const { sentences, passages, names, offices } = this.#answers;
    const dialogues: readonly Dialogue<readonly string[]>[] = [
      ...notes.queries.map((query) => picking(sentences.to(query), (found) => articlesOf(found.sentences))),
      ...notes.passages.map((query) => picking(passages.to(wide(query)), articlesOf)),
      ...notes.names.map((words) => picking(names.to(words), ({ similar }) => firstArticles(similar))),
      ...notes.offices.map((office) => picking(offices.to(office), () => [])),
    ];
    const wanted = await hold(dialogues, this.#exchange.ask);
    await this.#articles.pin(wanted.flat());
  }

  /** Answers with nothing and remembers what it was asked. */
  #noting(notes: Notes): CorpusIndex {
    const { revision, size, pending, skipped } = this;
    const sentences = this.#state.sentences;
    return {
      ...{ revision, size, pending, skipped },
      article: async () => undefined,
      inFile: async () => [],
      entries: async () => [],
      quotes: {
        async passages(queries) {
          notes.passages.push(...queries);
          return queries.map(() => []);
        },
      },
      names: {
        async names(queries) {
          notes.names.push(...queries);
          return queries.map((): NameAnswer => ({ known: [], similar: [] }));
        },
        async holders(offices) {
          notes.offices.push(...offices);
          return offices.map(() => []);
        },
        article: async () => undefined,
      },
      async retrieve(queries) {
        notes.queries.push(...queries);
        return { candidates: queries.map(() => []), frequencies: new Map(), sentences };
      },
    };
  }

  async #passages(queries: readonly PassageQuery[]): Promise<readonly (readonly QuotePassage[])[]> {
    const found = await this.#ask(this.#answers.passages, queries.map(wide));
    const articles = await this.#articles.load(found.flat().map(({ article }) => article));
    return found.map((passages, at) =>
      passages.slice(0, queries[at]?.limit).flatMap(({ article: id, start, end }): QuotePassage[] => {
        const article = articles.get(id);
        return article === undefined ? [] : [{ article, start, end }];
      }),
    );
  }

  /** The answers to questions of one kind, by one exchange for all that are not known. */
  #ask<Q, T>(answers: Answers<Q, T>, questions: readonly Q[]): Promise<readonly T[]> {
    return hold(
      questions.map((question) => answers.to(question)),
      this.#exchange.ask,
    );
  }
}

/** A dialogue that ends with what is picked from the result of another one. */
function* picking<T, P>(dialogue: Dialogue<T>, pick: (result: T) => P): Dialogue<P> {
  return pick(yield* dialogue);
}

function articlesOf(found: readonly { readonly article: string }[]): readonly string[] {
  return found.map(({ article }) => article);
}

/** The articles that a finding on a misspelt name tells of. */
function firstArticles(names: readonly KnownName[]): readonly string[] {
  return articlesOf(names.map(({ first }) => first));
}

/** Passages asked for in place of fewer: how many a check wants depends on what it found before. The best come first. */
const WIDE = 12;

function wide(query: PassageQuery): PassageQuery {
  return { ...query, limit: Math.max(query.limit, WIDE) };
}
