/** Word pairs: where two words stand beside each other, those looked up last kept. */

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
  /** By segment and words, those used longest ago first. */
  readonly #kept = new Map<string, Uint32Array>();
  #size = 0;

  constructor(postings: Postings) {
    this.#postings = postings;
  }

  /** The places of `word`, ascending from the first of the segment, that have `next` right after them. */
  placesOf(segment: Segment, word: string, next: string): Uint32Array {
    const key = `${segment.id} ${word} ${next}`;
    const known = this.#kept.get(key);
    const places = known ?? this.#read(segment, word, next);
    if (known !== undefined) this.#kept.delete(key);
    else if (places.length > LONGEST_KEPT) return places;
    else this.#makeRoom(places.length);
    this.#kept.set(key, places);
    return places;
  }

  /** The list of the rarer word, sifted by that of the other, which is read without an array for it. */
  #read(segment: Segment, word: string, next: string): Uint32Array {
    const [own, after] = [KIND.word + word, KIND.word + next];
    if (this.#postings.countOf(own) <= this.#postings.countOf(after)) {
      const places = this.#postings.listOf(segment, own, segment.words);
      return standingIn(places, 1, this.#postings.bytesOf(segment, after));
    }
    const places = this.#postings.listOf(segment, after, segment.words);
    return standingIn(places, -1, this.#postings.bytesOf(segment, own)).map((place) => place - 1);
  }

  #makeRoom(count: number): void {
    this.#size += count;
    for (const [oldest, { length }] of this.#kept) {
      if (this.#size <= MOST_KEPT) break;
      this.#kept.delete(oldest);
      this.#size -= length;
    }
  }
}
