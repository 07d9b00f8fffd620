/** The index on disk, as the checks see it. */

import { setImmediate as nextTurn } from 'node:timers/promises';
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
import { ArticleLoader } from './articleLoader.ts';
import { ENTRY_COLUMNS, readEntry } from './articleRows.ts';
import { asUnusable, type Database, endTransaction, UnusableIndex } from './database.ts';
import { DiskNames } from './diskNames.ts';
import { passagesOf } from './diskQuotes.ts';
import { KeyCounts } from './keyCounts.ts';
import { readMeta } from './meta.ts';
import { Postings } from './postings.ts';
import { answer, type Shelf } from './retrieval.ts';
import { KIND } from './schema.ts';
import { Segments } from './segments.ts';
import { TermDictionary } from './terms.ts';
import { WordKeys } from './wordKeys.ts';
import { WordPairs } from './wordPairs.ts';

/** What an index is told by who keeps it, and tells him. */
export interface IndexKeeper {
  /** Called with the error that an answer rejects with. */
  readonly failed?: (error: UnusableIndex) => void;
  /** Whether files may have changed of which the index does not know; one counts as pending then. */
  readonly isBehind?: () => boolean;
}

/**
 * An index over an open database, which stays the caller's. Other connections may write to it at any time; each question
 * is answered from one state. Rejects with `UnusableIndex`. Gives way to other work between two questions of a call.
 */
export function createDiskIndex(database: Database, keeper: IndexKeeper = {}): CorpusIndex {
  return new DiskIndex(database, keeper);
}

class DiskIndex implements CorpusIndex {
  readonly quotes: QuoteCorpus;
  readonly names: NameCorpus;
  readonly #database: Database;
  readonly #keeper: IndexKeeper;
  readonly #shelf: Shelf;
  readonly #terms: TermDictionary;
  readonly #names: DiskNames;
  #skipped: { readonly revision: number; readonly files: readonly SkippedFile[] } = {
    revision: -1,
    files: [],
  };

  constructor(database: Database, keeper: IndexKeeper) {
    this.#database = database;
    this.#keeper = keeper;
    this.#terms = new TermDictionary(database);
    const segments = new Segments(database);
    const postings = new Postings(database, segments, this.#terms);
    const articles = new ArticleLoader(database, this.#terms);
    const keyCounts = new KeyCounts(database);
    const [wordKeys, wordPairs] = [new WordKeys(articles), new WordPairs(postings)];
    this.#shelf = { segments, postings, articles, keyCounts, wordKeys, wordPairs };
    const names = new DiskNames(database, this.#shelf, this.#terms);
    this.#names = names;
    this.quotes = { passages: (queries) => this.#passages(queries) };
    this.names = {
      names: (queries) => this.#each(queries, (words): NameAnswer => names.answer(words)),
      holders: (offices) => this.#each(offices, (office): readonly KnownName[] => names.holders(office)),
      article: (id) => this.article(id),
    };
  }

  get revision(): number {
    return this.#telling(() => readMeta(this.#database, 'revision'));
  }

  get size(): number {
    return this.#telling(() => readMeta(this.#database, 'articles'));
  }

  get pending(): number {
    const known = this.#telling(() => readMeta(this.#database, 'pending'));
    return known === 0 && this.#keeper.isBehind?.() === true ? 1 : known;
  }

  get skipped(): readonly SkippedFile[] {
    const { revision } = this;
    if (this.#skipped.revision !== revision)
      this.#skipped = { revision, files: this.#telling(() => this.#readSkipped()) };
    return this.#skipped.files;
  }

  async article(id: string): Promise<AnalysedArticle | undefined> {
    return this.#read(() => {
      const row = this.#database.prepare('SELECT number FROM articles WHERE id = ?').get(id);
      return row === undefined ? undefined : this.#shelf.articles.load(Number(row.number));
    });
  }

  async inFile(path: string): Promise<readonly ArticleEntry[]> {
    return this.#read(() => {
      const select = `SELECT ${ENTRY_COLUMNS} FROM files JOIN articles ON articles.file = files.number`;
      return this.#database
        .prepare(`${select} WHERE files.path = ? ORDER BY articles.id`)
        .all(path)
        .map(readEntry);
    });
  }

  async entries({ containing, offset, limit }: EntryQuery): Promise<readonly ArticleEntry[]> {
    return this.#read(() => {
      const select = `SELECT ${ENTRY_COLUMNS} FROM articles JOIN files ON files.number = articles.file`;
      const order = 'ORDER BY published DESC, title, articles.id LIMIT ? OFFSET ?';
      if (containing === '') {
        return this.#database.prepare(`${select} ${order}`).all(limit, offset).map(readEntry);
      }
      const where =
        "WHERE instr(lower(title || char(10) || ifnull(outlet, '') || char(10) || articles.id), ?) > 0";
      const sought = containing.toLowerCase();
      return this.#database.prepare(`${select} ${where} ${order}`).all(sought, limit, offset).map(readEntry);
    });
  }

  async retrieve(queries: readonly Query[]): Promise<Retrieval> {
    const frequencies = new Map<string, number>();
    const candidates = await this.#each(queries, (query): Candidate[] => {
      for (const { term } of query.terms) {
        frequencies.set(term, this.#shelf.postings.countOf(KIND.sentence + term));
      }
      return answer(this.#shelf, query, frequencies);
    });
    return { candidates, frequencies, sentences: this.#shelf.segments.sentences };
  }

  async #passages(queries: readonly PassageQuery[]): Promise<readonly (readonly QuotePassage[])[]> {
    const found: (readonly QuotePassage[])[] = [];
    for (const query of queries) found.push(await this.#read(() => passagesOf(this.#shelf, query)));
    return found;
  }

  /** Answers question after question, and lets others have a turn between them. */
  async #each<Q, A>(questions: readonly Q[], ask: (question: Q) => A): Promise<A[]> {
    const answers: A[] = [];
    for (const [at, question] of questions.entries()) {
      if (at > 0) await nextTurn();
      answers.push(this.#read(() => ask(question)));
    }
    return answers;
  }

  /** Runs `work`, which is over when it returns, on one state of the database. */
  #read<T>(work: () => T): T {
    return this.#telling(() => {
      try {
        this.#database.exec('BEGIN');
        if (this.#shelf.segments.refresh()) {
          this.#terms.forgetUnknown();
          this.#shelf.postings.clear();
          this.#names.clear();
        }
        return work();
      } finally {
        endTransaction(this.#database, 'COMMIT');
      }
    });
  }

  /** Runs `work`, and tells of an index that cannot be used. */
  #telling<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      const problem = asUnusable(error);
      if (problem instanceof UnusableIndex) this.#keeper.failed?.(problem);
      throw problem;
    }
  }

  #readSkipped(): SkippedFile[] {
    const rows = this.#database
      .prepare('SELECT path, member, reason FROM skipped ORDER BY path, rowid')
      .all();
    return rows.map(({ path, member, reason }) => ({
      path: String(path),
      ...(member !== null && { member: String(member) }),
      reason: String(reason),
    }));
  }
}
