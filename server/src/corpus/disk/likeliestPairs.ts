/** The likeliest pairs of buckets: where in a segment a quote has most votes. */

/** A bucket of an article with its votes and those of the next one of the same article. */
export interface Pair {
  readonly bucket: number;
  readonly votes: number;
  /** The rank of the article among those of the segment. */
  readonly rank: number;
}

/**
 * The `most` pairs with most votes: those with most first, equal ones by the ranks of their articles. There may be half a
 * million of them, so that few are kept.
 */
export class LikeliestPairs {
  /** Pairs with fewer votes need not be added. */
  least = 0;
  readonly #most: number;
  #best: Pair[] = [];
  /** The lowest that is told so far. */
  #last: Pair | null = null;

  constructor(most: number) {
    this.#most = most;
  }

  add(pair: Pair): void {
    if (this.#last !== null && inOrder(this.#last, pair) < 0) return;
    this.#best.push(pair);
    if (this.#best.length >= 4 * this.#most) this.#sift();
  }

  pairs(): readonly Pair[] {
    this.#sift();
    return this.#best;
  }

  #sift(): void {
    this.#best = this.#best.sort(inOrder).slice(0, this.#most);
    this.#last = this.#best[this.#most - 1] ?? null;
    this.least = this.#last?.votes ?? 0;
  }
}

function inOrder(a: Pair, b: Pair): number {
  return b.votes - a.votes || a.rank - b.rank || a.bucket - b.bucket;
}
