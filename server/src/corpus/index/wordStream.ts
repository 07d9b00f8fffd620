/** The word stream: all words of all articles on end, each at its place, with the places of every word. */

/** Keys of words in order: an array of them, or what takes less room. */
export type KeyList = Pick<readonly string[], 'length' | 'at'>;

/** The places of one word, ascending. */
export interface Postings {
  readonly places: Uint32Array;
  readonly length: number;
}

/**
 * Articles begin at multiples of this, so that buckets of so many places part an article in the same way wherever it
 * stands: then the same places are found in every order of the articles, and by every backend.
 */
export const ARTICLE_ALIGNMENT = 16;

/** Words by number; number 0 is no word and parts one article from the next. */
export class WordStream {
  readonly #vocabulary = new Map<string, number>();
  readonly #postings: GrowingPostings[] = [new GrowingPostings()];
  #words = new Uint32Array(1024);
  /** The places before the first article are blank, so that every word has a place before it. */
  #length = ARTICLE_ALIGNMENT;

  /** How many places there are; the next word stands there. */
  get length(): number {
    return this.#length;
  }

  /** The numbers of the words in order of their places. Longer than `length`; only its places have a meaning. */
  get words(): Uint32Array {
    return this.#words;
  }

  /** Puts words at the end, and at least one blank after them. */
  append(keys: KeyList): void {
    for (let at = 0; at < keys.length; at += 1) {
      const id = this.numberOf(keys.at(at) ?? '');
      this.#postings[id]?.push(this.#length);
      this.#write(id);
    }
    do this.#write(0);
    while (this.#length % ARTICLE_ALIGNMENT !== 0);
  }

  /** The number of a word; 0 for one that stands nowhere. */
  idOf(key: string): number {
    return this.#vocabulary.get(key) ?? 0;
  }

  postingsOf(id: number): Postings {
    return this.#postings[id] ?? NOWHERE;
  }

  countOf(id: number): number {
    return this.#postings[id]?.length ?? 0;
  }

  /** What the places of a word that stands in `count` places tell: the rarer, the more. */
  weightOf(count: number): number {
    return Math.log(1 + this.#length / (1 + count));
  }

  /** The places that pass at which the words stand one after another. */
  placesOfPhrase(ids: readonly number[], passes: (place: number) => boolean): number[] {
    if (ids.length === 0 || ids.includes(0)) return [];
    const rarest = this.#rarestOf(ids);
    const { places, length } = this.postingsOf(ids[rarest] ?? 0);
    const found: number[] = [];
    for (let index = 0; index < length; index += 1) {
      const start = (places[index] ?? 0) - rarest;
      if (this.#standsAt(ids, start) && passes(start)) found.push(start);
    }
    return found;
  }

  #rarestOf(ids: readonly number[]): number {
    let rarest = 0;
    for (const [index, id] of ids.entries()) {
      if (this.countOf(id) < this.countOf(ids[rarest] ?? 0)) rarest = index;
    }
    return rarest;
  }

  #standsAt(ids: readonly number[], start: number): boolean {
    if (start < 1) return false;
    for (let offset = 0; offset < ids.length; offset += 1) {
      if (this.#words[start + offset] !== ids[offset]) return false;
    }
    return true;
  }

  /** The number of a word, which is given one when it has none. */
  protected numberOf(key: string): number {
    const known = this.#vocabulary.get(key);
    if (known !== undefined) return known;
    const id = this.#postings.length;
    this.#vocabulary.set(key, id);
    this.#postings.push(new GrowingPostings());
    return id;
  }

  #write(id: number): void {
    if (this.#length === this.#words.length) {
      const larger = new Uint32Array(this.#length * 2);
      larger.set(this.#words);
      this.#words = larger;
    }
    this.#words[this.#length] = id;
    this.#length += 1;
  }
}

const NOWHERE: Postings = { places: new Uint32Array(0), length: 0 };

class GrowingPostings implements Postings {
  places = new Uint32Array(2);
  length = 0;

  push(place: number): void {
    if (this.length === this.places.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.places);
      this.places = larger;
    }
    this.places[this.length] = place;
    this.length += 1;
  }
}
