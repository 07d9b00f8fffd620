/** Word pairs: where two words stand beside each other, those looked up last kept. */

import { LRUCache } from 'lru-cache';
import { sizeOf } from '../cacheSize.ts';
import { standingIn } from './numbers.ts';
import type { Postings } from './postings.ts';
import { KIND } from './schema.ts';
import type { Segment } from './segments.ts';

/**
 * Places that are kept, 4 bytes each, and of the most common pair that is. Common words stand in lists of a hundred
 * thousand places, pairs of them in a few hundred: those of all quotes of a draft of 5,000 words have room in these, so
 * that a key pressed in a quote costs the lists of the word that it changes and no others.
 */
const MOST_KEPT = 1_000_000;
const LONGEST_KEPT = 100_000;

/** The pairs of words of an index. */
export class WordPairs {
  readonly #postings: Postings;
  /** By segment and words. */
  readonly #kept = new LRUCache<string, Uint32Array>({
    maxSize: MOST_KEPT,
    maxEntrySize: LONGEST_KEPT,
    sizeCalculation: sizeOf,
  });

  constructor(postings: Postings) {
    this.#postings = postings;
  }

  /** The places of `word`, ascending from the first of the segment, that have `next` right after them. */
  placesOf(segment: Segment, word: string, next: string): Uint32Array {
    const key = `${segment.id} ${word} ${next}`;
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const places = this.#read(segment, word, next);
    this.#kept.set(key, places);
    return places;
  }

  /** The list of the rarer word, sifted by that of the other, which is read without an array for it. */
  #read(segment: Segment, word: string, next: string): Uint32Array {
    const [own, after] = [KIND.word + word, KIND.word + next];
    if (this.#postings.countOf(own) <= this.#postings.countOf(after)) {
      const places = this.#postings.listOf(segment, own, segment.words);
      return this.#postings.read(segment, after, (bytes) => standingIn(places, 1, bytes));
    }
    const places = this.#postings.listOf(segment, after, segment.words);
    return this.#postings
      .read(segment, own, (bytes) => standingIn(places, -1, bytes))
      .map((place) => place - 1);
  }
}
