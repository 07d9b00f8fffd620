/** The dictionary: the number of every term, which stays the same as long as the index exists. */

import { type Database, inTransaction, type Statement } from './database.ts';

/** Looks terms up, and remembers them, also those that no article has had: of a word half typed every article is asked. */
export class TermDictionary {
  readonly #numberOf: Statement;
  readonly #termOf: Statement;
  readonly #known = new Map<string, number>();
  readonly #unknown = new Set<string>();
  readonly #texts = new Map<number, string>();

  constructor(database: Database) {
    this.#numberOf = database.prepare('SELECT number FROM terms WHERE term = ?');
    this.#termOf = database.prepare('SELECT term FROM terms WHERE number = ?');
  }

  /** The number of a term; 0 for one that no article had when `forgetUnknown` was called last. */
  numberOf(term: string): number {
    const known = this.#known.get(term);
    if (known !== undefined) return known;
    if (this.#unknown.has(term)) return 0;
    const number = Number(this.#numberOf.get(term)?.number ?? 0);
    this.#remember(term, number);
    return number;
  }

  /** To be called when articles were added, which may have brought terms with them. */
  forgetUnknown(): void {
    this.#unknown.clear();
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
    const kept = number === 0 ? this.#unknown : this.#known;
    if (kept.size >= MOST_KNOWN) kept.clear();
    if (number === 0) this.#unknown.add(term);
    else this.#known.set(term, number);
  }
}

/** Terms remembered: those of some hundred drafts. */
const MOST_KNOWN = 50_000;

/** Keys of some kinds, without their kind. */
export type KeysByKind = readonly (readonly [kind: string, keys: Iterable<string>])[];

/** Gives numbers to terms on behalf of a writer, and remembers them. */
export class TermNumbers {
  readonly #database: Database;
  /** By kind, so that no string is made to look one up. */
  readonly #known = new Map<string, Map<string, number>>();
  #count = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Makes sure that all terms have a number. A transaction of its own: numbers without a posting do no harm, and the
   * one that writes the postings stays short.
   */
  prepare(terms: KeysByKind): void {
    if (this.#count >= MOST_NUMBERED) this.#forget();
    const unknown = terms.flatMap(([kind, keys]) => this.#unknownOf(kind, keys));
    if (unknown.length === 0) return;
    inTransaction(this.#database, () => {
      const find = this.#database.prepare('SELECT number FROM terms WHERE term = ?');
      const insert = this.#database.prepare('INSERT INTO terms (term) VALUES (?)');
      for (const [kind, key] of unknown) {
        const row = find.get(kind + key);
        const number = Number(row === undefined ? insert.run(kind + key).lastInsertRowid : row.number);
        this.#knownOf(kind).set(key, number);
      }
    });
    this.#count += unknown.length;
  }

  /** The number of a term that was prepared. */
  of(kind: string, key: string): number {
    const number = this.#known.get(kind)?.get(key);
    if (number === undefined) throw new RangeError(`“${kind}${key}” has no number yet`);
    return number;
  }

  #unknownOf(kind: string, keys: Iterable<string>): [kind: string, key: string][] {
    const known = this.#knownOf(kind);
    const unknown: [string, string][] = [];
    for (const key of keys) if (!known.has(key)) unknown.push([kind, key]);
    return unknown;
  }

  #knownOf(kind: string): Map<string, number> {
    const known = this.#known.get(kind) ?? new Map<string, number>();
    this.#known.set(kind, known);
    return known;
  }

  #forget(): void {
    this.#known.clear();
    this.#count = 0;
  }
}

/** Terms a writer remembers: news text has about 100,000 in 10,000 articles. */
const MOST_NUMBERED = 1_000_000;
