/** The article loader: articles out of the index, those used last kept. */

import { LRUCache } from 'lru-cache';
import type { AnalysedArticle } from '../analysed.ts';
import { checkSumOf, ENTRY_COLUMNS, readEntry } from './articleRows.ts';
import { type Database, type Statement, UnusableIndex } from './database.ts';
import { storedArticle } from './storedArticle.ts';
import { TermDictionary } from './terms.ts';

/**
 * Articles that are kept: those of some claims that stand near each other. With 1,024 a check of 1,000 words took as long
 * and 25 MB more: an article takes thirty times its text once all of its sentences were looked at, as a quote makes it.
 */
const MOST_KEPT = 256;

/** Loads articles by number, which no other article is ever given. Throws `UnusableIndex` when a text is not as it was written. */
export class ArticleLoader {
  readonly #select: Statement;
  /** By number. */
  readonly #kept = new LRUCache<number, AnalysedArticle>({ max: MOST_KEPT });
  readonly #terms: TermDictionary;

  constructor(database: Database, terms: TermDictionary) {
    this.#select = selection(database);
    this.#terms = terms;
  }

  /** The article of that number, or undefined when there is none. */
  load(number: number): AnalysedArticle | undefined {
    const kept = this.#kept.get(number);
    if (kept !== undefined) return kept;
    const loaded = loadRow(this.#select, number, this.#terms);
    if (loaded !== undefined) this.#kept.set(number, loaded);
    return loaded;
  }
}

/** The articles of the numbers, one after the other; numbers that are none are passed over. */
export function* loadArticles(database: Database, numbers: readonly number[]): Generator<AnalysedArticle> {
  const select = selection(database);
  const terms = new TermDictionary(database);
  for (const number of numbers) {
    const loaded = loadRow(select, number, terms);
    if (loaded !== undefined) yield loaded;
  }
}

function selection(database: Database): Statement {
  return database.prepare(
    `SELECT ${ENTRY_COLUMNS}, hash, check_sum, outline, body
     FROM articles JOIN files ON files.number = articles.file JOIN texts ON texts.number = articles.number
     WHERE articles.number = ?`,
  );
}

function loadRow(select: Statement, number: number, terms: TermDictionary): AnalysedArticle | undefined {
  const row = select.get(number);
  if (row === undefined) return undefined;
  const { hash, outline, body } = row;
  if (!(outline instanceof Uint8Array && body instanceof Uint8Array)) return undefined;
  if (checkSumOf(outline, body) !== row.check_sum) throw new UnusableIndex('damaged', 'it is damaged');
  return storedArticle(
    { entry: readEntry(row), hash: typeof hash === 'string' ? hash : null, outline, body },
    terms,
  );
}
