/** The best sentences of a segment while it is scored. */

/** A sentence of the index with its score. */
export interface Scored {
  readonly sentence: number;
  readonly score: number;
}

/**
 * The best `limit` sentences so far: by score, then by the rank of their article, then in their order. So which of equal
 * ones are kept does not depend on the order in which articles were written.
 */
export class BestSentences {
  /** Lower scores need not be added. */
  least: number;
  readonly #limit: number;
  readonly #rankOf: (sentence: number) => number;
  #kept: Scored[] = [];
  /** The rank before which a sentence that scores `least` must stand. */
  #leastRank = Number.POSITIVE_INFINITY;

  /** `least` as others have reached it, 0 where there are none; `rankOf` tells the rank of a sentence's article. */
  constructor(limit: number, least: number, rankOf: (sentence: number) => number) {
    this.#limit = limit;
    this.least = least;
    this.#rankOf = rankOf;
  }

  /** Takes a sentence in, whose score is at least `least`. Those of one article are to come in their order. */
  add(sentence: number, score: number): void {
    if (score === this.least && this.#rankOf(sentence) >= this.#leastRank) return;
    this.#kept.push({ sentence, score });
    if (this.#kept.length >= 2 * this.#limit) this.#sift();
  }

  /** The best first. */
  sentences(): readonly Scored[] {
    this.#sift();
    return this.#kept;
  }

  #sift(): void {
    const rankOf = this.#rankOf;
    this.#kept.sort(
      (a, b) => b.score - a.score || rankOf(a.sentence) - rankOf(b.sentence) || a.sentence - b.sentence,
    );
    this.#kept = this.#kept.slice(0, this.#limit);
    const last = this.#kept[this.#limit - 1];
    if (last === undefined) return;
    this.least = last.score;
    this.#leastRank = rankOf(last.sentence);
  }
}
