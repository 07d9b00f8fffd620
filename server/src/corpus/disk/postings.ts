/** Postings: how often a term stands in the corpus, and its list in each segment. */

import { LRUCache } from 'lru-cache';
import { sizeOf } from '../cacheSize.ts';
import { type Database, type Statement, UnusableIndex } from './database.ts';
import { decodeAscending } from './numbers.ts';
import { release } from './release.ts';
import { postingId } from './schema.ts';
import type { Segment, Segments } from './segments.ts';
import type { TermDictionary } from './terms.ts';

/** Reads posting lists as of the last refresh of the segments. */
export class Postings {
  readonly #segments: Segments;
  readonly #terms: TermDictionary;
  readonly #count: Statement;
  readonly #list: Statement;
  /** By number of the term. */
  readonly #counts = new Map<number, number>();
  /** By id. */
  readonly #lists = new LRUCache<number, Uint32Array>({
    maxSize: MOST_KEPT,
    maxEntrySize: LONGEST_KEPT,
    sizeCalculation: sizeOf,
  });

  constructor(database: Database, segments: Segments, terms: TermDictionary) {
    this.#segments = segments;
    this.#terms = terms;
    this.#count = database.prepare('SELECT count FROM postings WHERE id = ?');
    this.#list = database.prepare('SELECT list FROM postings WHERE id = ?');
  }

  /** Forgets how often terms stand in the corpus: the segments changed. The list of a segment never does. */
  clear(): void {
    this.#counts.clear();
  }

  /** How often a term, with its kind, stands in the articles that are there. */
  countOf(term: string): number {
    const number = this.#terms.numberOf(term);
    return number === 0 ? 0 : this.countOfNumber(number);
  }

  /** The same by the number of the term. */
  countOfNumber(number: number): number {
    const known = this.#counts.get(number);
    if (known !== undefined) return known;
    let count = 0;
    for (const { id } of this.#segments.all)
      count += Number(this.#count.get(postingId(id, number))?.count ?? 0);
    if (this.#counts.size >= MOST_COUNTS) this.#counts.clear();
    this.#counts.set(number, count);
    return count;
  }

  /** What `read` makes of the bytes of the list of a term in a segment, which are let go of when it returns. */
  read<T>(segment: Segment, term: string, read: (bytes: Uint8Array) => T): T {
    const number = this.#terms.numberOf(term);
    const list = number === 0 ? undefined : this.#list.get(postingId(segment.id, number))?.list;
    if (!(list instanceof Uint8Array)) return read(NOTHING);
    const result = read(list);
    release(list);
    return result;
  }

  /** The ascending list of a term in a segment, of numbers below `end`. Throws `UnusableIndex` when it is none. */
  listOf(segment: Segment, term: string, end: number): Uint32Array {
    const id = postingId(segment.id, this.#terms.numberOf(term));
    const known = this.#lists.get(id);
    if (known !== undefined) return known;
    const list = this.read(segment, term, (bytes) => decodeAscending(bytes, end));
    if (list === null) throw new UnusableIndex('damaged', 'it is damaged');
    this.#lists.set(id, list);
    return list;
  }
}

const NOTHING = new Uint8Array(0);

/** Counts kept: those of the words of some hundred drafts. */
const MOST_COUNTS = 100_000;
/**
 * Numbers of lists kept, 4 bytes each, and of the longest one that is. Among 10,000 articles a claim finds 95 of 100 lists here,
 * and takes a twentieth more of a core with two thirds of them.
 */
const MOST_KEPT = 3_000_000;
const LONGEST_KEPT = 500_000;
