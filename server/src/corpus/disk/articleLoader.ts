/** The article loader: articles out of the index, analysed anew, those used last kept. */

import { analyseArticle } from '../analyse.ts';
import type { AnalysedArticle } from '../analysed.ts';
import { ENTRY_COLUMNS, readArticle, readEntry } from './articleRows.ts';
import type { Database, Statement } from './database.ts';

/**
 * UTF-16 units of the texts whose analysis is kept: some 600 articles of 500 words, which is what a draft of 5,000 words
 * asks for. Analysed, an article takes about thirty times its text.
 */
const MOST_KEPT = 2_000_000;

/** Loads and analyses articles by number, which no other article is ever given. Throws `UnusableIndex` when a text is not as it was written. */
export class ArticleLoader {
  readonly #select: Statement;
  /** By number, those used longest ago first. */
  readonly #kept = new Map<number, AnalysedArticle>();
  #size = 0;

  constructor(database: Database) {
    this.#select = selection(database);
  }

  /** The article of that number, or undefined when there is none. */
  load(number: number): AnalysedArticle | undefined {
    const kept = this.#kept.get(number);
    if (kept !== undefined) {
      this.#kept.delete(number);
      this.#kept.set(number, kept);
      return kept;
    }
    const loaded = loadRow(this.#select, number);
    if (loaded !== undefined) this.#keep(number, loaded);
    return loaded;
  }

  #keep(number: number, article: AnalysedArticle): void {
    this.#kept.set(number, article);
    this.#size += article.article.text.length;
    for (const [longest, { article: oldest }] of this.#kept) {
      if (this.#size <= MOST_KEPT || longest === number) return;
      this.#kept.delete(longest);
      this.#size -= oldest.text.length;
    }
  }
}

/** The articles of the numbers, analysed one after the other; numbers that are none are passed over. */
export function* loadArticles(database: Database, numbers: readonly number[]): Generator<AnalysedArticle> {
  const select = selection(database);
  for (const number of numbers) {
    const loaded = loadRow(select, number);
    if (loaded !== undefined) yield loaded;
  }
}

function selection(database: Database): Statement {
  return database.prepare(
    `SELECT ${ENTRY_COLUMNS}, hash, check_sum, body
     FROM articles JOIN files ON files.number = articles.file JOIN texts ON texts.number = articles.number
     WHERE articles.number = ?`,
  );
}

function loadRow(select: Statement, number: number): AnalysedArticle | undefined {
  const row = select.get(number);
  if (row === undefined) return undefined;
  const { hash, check_sum: checkSum, body } = row;
  if (!(body instanceof Uint8Array)) return undefined;
  const known = typeof hash === 'string' ? hash : null;
  return analyseArticle(readArticle(readEntry(row), known, body, Number(checkSum)));
}
