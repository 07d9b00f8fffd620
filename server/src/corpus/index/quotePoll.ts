/** The poll: where in a word stream a quote may begin whose words are not all there, by the votes of its rarer words. */

import { ARTICLE_ALIGNMENT, type WordStream } from './wordStream.ts';

/**
 * Each place of a word votes for where the quote would begin if that word of it stood there. Beginnings are counted in
 * buckets of so many places, two neighbours at a time: changed words shift them by a few, and wider buckets fill up
 * with words that stand there by chance.
 */
export const BUCKET = ARTICLE_ALIGNMENT;
const BUCKET_BITS = Math.log2(BUCKET);

/** Most places looked at for one quote: about a millisecond of work. */
const PLACES = 40_000;
/** Most words of a quote that vote; the rarest ones decide. */
export const VOTERS = 24;
/** The poll is closed early when so many words have voted and one beginning has this share of what it could have. */
const FEWEST_VOTERS = 5;
const DECIDED = 0.6;
/** Places of words more common than this vote only where the word beside them is that of the quote as well. */
export const COMMON = 1_000;
/** Beginnings with a smaller share of the votes of the best one are not worth comparing. */
const LEAST_OF_BEST = 0.4;

/** A word that stands beside a voter in the quote. */
interface Neighbour {
  readonly id: number;
  readonly weight: number;
}

/** Counts votes over one stream, one quote at a time. */
export class QuotePoll {
  readonly #stream: WordStream;
  #votes = new Float32Array(0);
  /** Buckets with votes. */
  #touched: number[] = [];
  /** Places looked at so far. */
  #places = 0;
  /** What a beginning would have if every word so far stood there, and the most that one has. */
  #possible = 0;
  #best = 0;

  constructor(stream: WordStream) {
    this.#stream = stream;
  }

  /**
   * The first places of the pairs of buckets in which the quote most likely begins, those that pass, the likeliest first.
   * `compare` orders places that are equally likely, as `sort` has it.
   */
  beginnings(
    ids: readonly number[],
    limit: number,
    passes: (first: number) => boolean,
    compare: (a: number, b: number) => number,
  ): number[] {
    const buckets = (this.#stream.length >> BUCKET_BITS) + 2;
    if (this.#votes.length < buckets) this.#votes = new Float32Array(buckets * 2);
    let voted = 0;
    for (const offset of this.#votersOf(ids)) {
      this.#vote(ids, offset);
      voted += 1;
      if (this.#places >= PLACES || (voted >= FEWEST_VOTERS && this.#best >= this.#possible * DECIDED)) break;
    }
    const best = this.#bestBuckets(limit, passes, compare);
    this.#clear();
    return best.map((bucket) => bucket * BUCKET);
  }

  /** Offsets of the words of a quote that stand anywhere, the rarest first. */
  #votersOf(ids: readonly number[]): number[] {
    const count = (offset: number): number => this.#stream.countOf(ids[offset] ?? 0);
    const offsets = ids.flatMap((id, offset) => (id === 0 ? [] : [offset]));
    return offsets.sort((a, b) => count(a) - count(b) || a - b).slice(0, VOTERS);
  }

  /** Lets every place of the word at `offset` vote, until the poll is closed. */
  #vote(ids: readonly number[], offset: number): void {
    const { places, length } = this.#stream.postingsOf(ids[offset] ?? 0);
    const count = this.#stream.countOf(ids[offset] ?? 0);
    const own = this.#stream.weightOf(count);
    // A pair of words is counted at the rarer one, which has fewer places to look at.
    const before = this.#neighbour(ids[offset - 1] ?? 0, count + 1);
    const after = this.#neighbour(ids[offset + 1] ?? 0, count);
    const alone = count > COMMON ? 0 : own;
    if (alone + before.weight + after.weight === 0) return;
    const words = this.#stream.words;
    const looked = Math.min(length, PLACES - this.#places);
    for (let index = 0; index < looked; index += 1) {
      const place = places[index] ?? 0;
      const more = weightBeside(words, place, before, after);
      const weight = more === 0 ? alone : own + more;
      if (weight > 0) this.#count(place < offset ? 0 : (place - offset) >> BUCKET_BITS, weight);
    }
    this.#places += looked;
    this.#possible += own + before.weight + after.weight;
  }

  /** The word beside a voter in the quote, when it stands in at least so many places; else one that agrees with none. */
  #neighbour(id: number, least: number): Neighbour {
    const count = this.#stream.countOf(id);
    return count < least ? { id: -1, weight: 0 } : { id, weight: this.#stream.weightOf(count) };
  }

  #count(bucket: number, weight: number): void {
    const before = this.#votes[bucket] ?? 0;
    if (before === 0) this.#touched.push(bucket);
    this.#votes[bucket] = before + weight;
    this.#best = Math.max(this.#best, before + weight);
  }

  /** The likeliest buckets, `limit` of them, none beside another. Each has two beside it, so three times as many suffice. */
  #bestBuckets(
    limit: number,
    passes: (first: number) => boolean,
    compare: (a: number, b: number) => number,
  ): number[] {
    const chosen: number[] = [];
    for (const bucket of this.#likeliest(3 * limit, passes, compare)) {
      if (chosen.length >= limit) break;
      if (!chosen.some((other) => Math.abs(other - bucket) < 2)) chosen.push(bucket);
    }
    return chosen;
  }

  /**
   * The `count` likeliest buckets that pass, the likeliest first. They are selected and not sorted: thousands may have
   * equal votes, and `compare` looks their articles up.
   */
  #likeliest(
    count: number,
    passes: (first: number) => boolean,
    compare: (a: number, b: number) => number,
  ): number[] {
    const best: number[] = [];
    let least = this.#best * LEAST_OF_BEST;
    for (const bucket of this.#touched) {
      const votes = this.#pairOf(bucket);
      if (votes < least) continue;
      const isBefore = (other: number): boolean => {
        const difference = votes - this.#pairOf(other);
        return difference === 0 ? compare(bucket * BUCKET, other * BUCKET) < 0 : difference > 0;
      };
      let at = best.length;
      while (at > 0 && isBefore(best[at - 1] ?? 0)) at -= 1;
      if (at === count || !passes(bucket * BUCKET)) continue;
      best.splice(at, 0, bucket);
      if (best.length > count) best.pop();
      if (best.length === count) least = this.#pairOf(best[count - 1] ?? 0);
    }
    return best;
  }

  /** The votes of a bucket and the one after it. */
  #pairOf(bucket: number): number {
    return (this.#votes[bucket] ?? 0) + (this.#votes[bucket + 1] ?? 0);
  }

  #clear(): void {
    for (const bucket of this.#touched) this.#votes[bucket] = 0;
    this.#touched = [];
    this.#places = 0;
    this.#possible = 0;
    this.#best = 0;
  }
}

/** What the neighbours of a place add to its vote when they are those of the quote. */
function weightBeside(words: Uint32Array, place: number, before: Neighbour, after: Neighbour): number {
  const left = words[place - 1] === before.id ? before.weight : 0;
  return words[place + 1] === after.id ? left + after.weight : left;
}
