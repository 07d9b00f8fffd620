/** The best sentences of a segment while it is scored. */

/** A sentence of the index with its score. */
export interface Scored {
  readonly sentence: number;
  readonly score: number;
}

/** One that is kept, with the rank of its article. */
interface Kept extends Scored {
  readonly rank: number;
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
  /** In order, the best first. */
  readonly #kept: Kept[] = [];

  /** `least` as others have reached it, 0 where there are none; `rankOf` tells the rank of a sentence's article. */
  constructor(limit: number, least: number, rankOf: (sentence: number) => number) {
    this.#limit = limit;
    this.least = least;
    this.#rankOf = rankOf;
  }

  /** Takes a sentence in, whose score is at least `least`. */
  add(sentence: number, score: number): void {
    const kept = this.#kept;
    const rank = this.#rankOf(sentence);
    let at = kept.length;
    while (at > 0 && isBehind(kept[at - 1], sentence, score, rank)) at -= 1;
    if (at >= this.#limit) return;
    kept.splice(at, 0, { sentence, score, rank });
    if (kept.length > this.#limit) kept.pop();
    if (kept.length === this.#limit) this.least = kept[kept.length - 1]?.score ?? this.least;
  }

  /** The best first. */
  sentences(): readonly Scored[] {
    return this.#kept;
  }
}

/** Whether one that is kept comes behind a sentence with this score and rank. */
function isBehind(kept: Kept | undefined, sentence: number, score: number, rank: number): boolean {
  if (kept === undefined) return false;
  if (kept.score !== score) return kept.score < score;
  return kept.rank === rank ? kept.sentence > sentence : kept.rank > rank;
}
