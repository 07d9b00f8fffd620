/** The dictionary: the number of every term, which stays the same as long as the index exists. */

import { type Database, inTransaction, type Statement } from './database.ts';

/** Looks terms up, and remembers them. */
export class TermDictionary {
  readonly #numberOf: Statement;
  readonly #termOf: Statement;
  readonly #known = new Map<string, number>();
  readonly #texts = new Map<number, string>();

  constructor(database: Database) {
    this.#numberOf = database.prepare('SELECT number FROM terms WHERE term = ?');
    this.#termOf = database.prepare('SELECT term FROM terms WHERE number = ?');
  }

  /** The number of a term; 0 for one that no article has had. */
  numberOf(term: string): number {
    const known = this.#known.get(term);
    if (known !== undefined) return known;
    const number = Number(this.#numberOf.get(term)?.number ?? 0);
    if (number > 0) this.#remember(term, number);
    return number;
  }

  /** The term of a number, without its kind; empty for a number that is none. */
  textOf(number: number): string {
    const known = this.#texts.get(number);
    if (known !== undefined) return known;
    const text = String(this.#termOf.get(number)?.term ?? '').slice(1);
    if (this.#texts.size >= MOST_KNOWN) this.#texts.clear();
    this.#texts.set(number, text);
    return text;
  }

  #remember(term: string, number: number): void {
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(term, number);
  }
}

/** Terms remembered: those of some hundred drafts. */
const MOST_KNOWN = 50_000;

/** Gives numbers to terms on behalf of a writer, and remembers them. */
export class TermNumbers {
  readonly #database: Database;
  readonly #known = new Map<string, number>();

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Makes sure that all `terms` have a number. A transaction of its own: numbers without a posting do no harm, and the
   * one that writes the postings stays short.
   */
  prepare(terms: Iterable<string>): void {
    if (this.#known.size >= MOST_NUMBERED) this.#known.clear();
    const unknown = [...terms].filter((term) => !this.#known.has(term));
    if (unknown.length === 0) return;
    inTransaction(this.#database, () => {
      const find = this.#database.prepare('SELECT number FROM terms WHERE term = ?');
      const insert = this.#database.prepare('INSERT INTO terms (term) VALUES (?)');
      for (const term of unknown) {
        const row = find.get(term);
        this.#known.set(term, Number(row === undefined ? insert.run(term).lastInsertRowid : row.number));
      }
    });
  }

  /** The number of a term that was prepared. */
  of(term: string): number {
    const number = this.#known.get(term);
    if (number === undefined) throw new RangeError(`“${term}” has no number yet`);
    return number;
  }
}

/** Terms a writer remembers: news text has about 100,000 in 10,000 articles. */
const MOST_NUMBERED = 1_000_000;
