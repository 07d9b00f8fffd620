/** The quote index in memory: every word of every article at its place, so that a quote is found without a scan. */

import { articleWords } from '../../match/articleWords.ts';
import { spellingKey } from '../../text/spelling.ts';
import type { AnalysedArticle } from './corpusIndex.ts';
import type { PassageQuery, QuoteCorpus, QuotePassage } from './quoteCorpus.ts';

/** A quote corpus that can be changed article by article. */
export interface MutableQuoteCorpus extends QuoteCorpus {
  /** Adds an article, or replaces the one with the same id. */
  put(article: AnalysedArticle): void;
  /** Removes an article; unknown ids are no error. */
  remove(id: string): void;
}

/** An empty index. Everything is answered from memory, so `passages` never rejects. */
export function createQuoteIndex(): MutableQuoteCorpus {
  return new QuoteMemoryIndex();
}

/** Words are numbered in one stream over all articles; a blank place parts one article from the next. */
interface Slot {
  readonly article: AnalysedArticle;
  /** Place of its first word in the stream, and how many words it has. */
  readonly base: number;
  readonly words: number;
}

/** Most places looked at for one query in `near` mode: about a millisecond of work. */
const PLACES = 60_000;
/** Most words of a query that vote; the rarest ones decide. */
const VOTERS = 24;
/** The poll is closed early when so many words have voted and one beginning has this share of what it could have. */
const FEWEST_VOTERS = 5;
const DECIDED = 0.6;
/** Places of words more common than this vote only where the word beside them is that of the quote as well. */
const COMMON = 1_000;
/** Beginnings with a smaller share of the votes of the best one are not worth comparing. */
const LEAST_OF_BEST = 0.4;
/**
 * Each place votes for where the quote would begin if its word stood there. Beginnings are counted in buckets of so many
 * words, two neighbours at a time: changed words shift them by a few, and wider buckets fill up with words that stand
 * there by chance.
 */
const BUCKET_BITS = 4;
const BUCKET = 1 << BUCKET_BITS;
/** Words around a bucket that still belong to the passage: what a writer may have left out in silence. */
const MARGIN = 48;
/** Share of the stream that may belong to removed articles before it is laid out anew. */
const MOST_DEAD = 0.5;

/** The votes of one query while they are counted. */
interface Poll {
  /** Buckets with votes. */
  readonly touched: number[];
  /** Places looked at. */
  places: number;
  /** What a beginning would have if every word so far stood there. */
  possible: number;
  /** The most votes of one bucket. */
  best: number;
}

/**
 * Putting costs time in the length of the article; removing costs nothing until half of the stream is dead, and then
 * one pass over the living.
 */
class QuoteMemoryIndex implements MutableQuoteCorpus {
  #vocabulary = new Map<string, number>();
  #postings: Postings[] = [];
  #stream = new Uint32Array(1024);
  #length = 1;
  #dead = 0;
  #slots: Slot[] = [];
  readonly #slotOfArticle = new Map<string, Slot>();
  #votes = new Float32Array(0);

  put(article: AnalysedArticle): void {
    this.remove(article.article.id);
    const words = articleWords(article);
    const slot: Slot = { article, base: this.#length, words: words.length };
    this.#reserve(words.length + 1);
    for (const word of words) {
      const id = this.#idOf(spellingKey(word.norm));
      this.#stream[this.#length] = id;
      this.#postings[id]?.push(this.#length);
      this.#length += 1;
    }
    // Place 0 of the vocabulary is no word, so that no phrase runs from one article into the next.
    this.#length += 1;
    this.#slots.push(slot);
    this.#slotOfArticle.set(article.article.id, slot);
  }

  remove(id: string): void {
    const slot = this.#slotOfArticle.get(id);
    if (slot === undefined) return;
    this.#slotOfArticle.delete(id);
    this.#dead += slot.words + 1;
    if (this.#dead > this.#length * MOST_DEAD) this.#layOutAnew();
  }

  async passages(queries: readonly PassageQuery[]): Promise<readonly (readonly QuotePassage[])[]> {
    return queries.map((query) => (query.mode === 'phrase' ? this.#phrase(query) : this.#near(query)));
  }

  #layOutAnew(): void {
    const living = [...this.#slotOfArticle.values()].map((slot) => slot.article);
    this.#vocabulary = new Map();
    this.#postings = [];
    this.#length = 1;
    this.#dead = 0;
    this.#slots = [];
    this.#slotOfArticle.clear();
    for (const article of living) this.put(article);
  }

  #reserve(words: number): void {
    if (this.#length + words < this.#stream.length) return;
    const larger = new Uint32Array(Math.max(this.#stream.length * 2, this.#length + words + 1));
    larger.set(this.#stream.subarray(0, this.#length));
    this.#stream = larger;
  }

  #idOf(key: string): number {
    const known = this.#vocabulary.get(key);
    if (known !== undefined) return known;
    if (this.#postings.length === 0) this.#postings.push(new Postings());
    const id = this.#postings.length;
    this.#vocabulary.set(key, id);
    this.#postings.push(new Postings());
    return id;
  }

  #phrase(query: PassageQuery): QuotePassage[] {
    const ids = query.words.map((word) => this.#vocabulary.get(word) ?? 0);
    const rarest = this.#rarestOf(ids);
    const list = this.#postings[ids[rarest] ?? 0];
    if (list === undefined || ids.includes(0)) return [];
    const found: QuotePassage[] = [];
    for (let index = 0; index < list.length && found.length < query.limit; index += 1) {
      const start = list.at(index) - rarest;
      if (!this.#standsAt(ids, start)) continue;
      const passage = this.#passageAt(start, start + ids.length);
      if (passage !== null) found.push(passage);
    }
    return found;
  }

  #rarestOf(ids: readonly number[]): number {
    let rarest = 0;
    for (const [index, id] of ids.entries()) {
      if (this.#countOf(id) < this.#countOf(ids[rarest] ?? 0)) rarest = index;
    }
    return rarest;
  }

  #countOf(id: number): number {
    return this.#postings[id]?.length ?? 0;
  }

  #standsAt(ids: readonly number[], start: number): boolean {
    if (start < 1) return false;
    for (let offset = 0; offset < ids.length; offset += 1) {
      if (this.#stream[start + offset] !== ids[offset]) return false;
    }
    return true;
  }

  #near(query: PassageQuery): QuotePassage[] {
    const ids = query.words.map((word) => this.#vocabulary.get(word) ?? 0);
    const buckets = (this.#length >> BUCKET_BITS) + 2;
    if (this.#votes.length < buckets) this.#votes = new Float32Array(buckets * 2);
    const poll: Poll = { touched: [], places: 0, possible: 0, best: 0 };
    let polled = 0;
    for (const offset of this.#votersOf(ids)) {
      this.#vote(ids, offset, poll);
      polled += 1;
      if (poll.places >= PLACES || (polled >= FEWEST_VOTERS && poll.best >= poll.possible * DECIDED)) break;
    }
    const best = this.#bestBuckets(poll, query.limit);
    for (const bucket of poll.touched) this.#votes[bucket] = 0;
    const length = 2 * BUCKET + query.words.length + MARGIN;
    const passages = best.map((bucket) =>
      this.#passageAt(bucket * BUCKET - MARGIN, bucket * BUCKET + length),
    );
    return passages.filter((passage) => passage !== null);
  }

  /** Lets every place of the word at `offset` vote, until the poll is closed. */
  #vote(ids: readonly number[], offset: number, poll: Poll): void {
    const list = this.#postings[ids[offset] ?? 0];
    if (list === undefined) return;
    const before = ids[offset - 1] ?? 0;
    const after = ids[offset + 1] ?? 0;
    const own = this.#weightOf(list.length);
    const withBefore = before === 0 ? 0 : this.#weightOf(this.#countOf(before));
    const withAfter = after === 0 ? 0 : this.#weightOf(this.#countOf(after));
    const common = list.length > COMMON;
    const stream = this.#stream;
    const votes = this.#votes;
    const looked = Math.min(list.length, PLACES - poll.places);
    for (let index = 0; index < looked; index += 1) {
      const place = list.places[index] ?? 0;
      let weight = own;
      if (before !== 0 && stream[place - 1] === before) weight += withBefore;
      if (after !== 0 && stream[place + 1] === after) weight += withAfter;
      if (common && weight === own) continue;
      const bucket = place < offset ? 0 : (place - offset) >> BUCKET_BITS;
      const sum = (votes[bucket] ?? 0) + weight;
      if (sum === weight) poll.touched.push(bucket);
      if (sum > poll.best) poll.best = sum;
      votes[bucket] = sum;
    }
    poll.places += looked;
    poll.possible += own + withBefore + withAfter;
  }

  #weightOf(count: number): number {
    return Math.log(1 + this.#length / (1 + count));
  }

  /** Offsets of the words of a query that stand anywhere, the rarest first. */
  #votersOf(ids: readonly number[]): number[] {
    const offsets = ids.flatMap((id, offset) => (this.#countOf(id) === 0 ? [] : [offset]));
    const count = (offset: number): number => this.#countOf(ids[offset] ?? 0);
    return offsets.sort((a, b) => count(a) - count(b) || a - b).slice(0, VOTERS);
  }

  /** First buckets of the pairs of neighbours with the most votes, the best first. */
  #bestBuckets(poll: Poll, limit: number): number[] {
    const votes = this.#votes;
    const pair = (bucket: number): number => (votes[bucket] ?? 0) + (votes[bucket + 1] ?? 0);
    const least = poll.best * LEAST_OF_BEST;
    const likely = poll.touched.filter((bucket) => pair(bucket) >= least);
    likely.sort((a, b) => pair(b) - pair(a) || a - b);
    const chosen: number[] = [];
    for (const bucket of likely) {
      if (chosen.length >= limit) break;
      if (!chosen.some((other) => Math.abs(other - bucket) < 2)) chosen.push(bucket);
    }
    return chosen;
  }

  /** The passage of the living article that holds most of the places `from..to`, or null. */
  #passageAt(from: number, to: number): QuotePassage | null {
    const middle = Math.max(1, Math.floor((from + to) / 2));
    const slot = this.#slotAt(middle) ?? this.#slotAt(Math.max(1, from)) ?? null;
    if (slot === null || this.#slotOfArticle.get(slot.article.article.id) !== slot) return null;
    const words = articleWords(slot.article);
    const first = words[Math.max(0, from - slot.base)];
    const last = words[Math.min(slot.words, to - slot.base) - 1];
    if (first === undefined || last === undefined) return null;
    return { article: slot.article, start: first.start, end: last.end };
  }

  #slotAt(place: number): Slot | undefined {
    let low = 0;
    let high = this.#slots.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#slots[middle]?.base ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    const slot = this.#slots[low - 1];
    return slot !== undefined && place < slot.base + slot.words ? slot : undefined;
  }
}

/** The places of one word, ascending. */
class Postings {
  length = 0;
  places = new Uint32Array(2);

  push(place: number): void {
    if (this.length === this.places.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.places);
      this.places = larger;
    }
    this.places[this.length] = place;
    this.length += 1;
  }

  at(index: number): number {
    return this.places[index] ?? 0;
  }
}
