/** The best sentences of a query while its segments are scored. */

import { highest } from '../index/highest.ts';

/** A sentence of the index with its score. */
export interface Scored {
  readonly sentence: number;
  readonly score: number;
}

/** Sentences that share the lowest score and are still told apart by their articles: more are copies of one text. */
const MOST_EQUAL = 512;

/** The best `limit` sentences so far, and all that share the lowest score among them, up to `MOST_EQUAL`. */
export class BestSentences {
  /** Lower scores need not be added. */
  least = 0;
  readonly #limit: number;
  #kept: Scored[] = [];
  /** How many are kept before the best are selected anew. */
  #room: number;

  constructor(limit: number) {
    this.#limit = limit;
    this.#room = 2 * limit;
  }

  /** Takes a sentence in, whose score is at least `least`. Equal ones are to come in their order. */
  add(scored: Scored): void {
    this.#kept.push(scored);
    if (this.#kept.length < this.#room) return;
    this.#sift();
    this.#room = this.#kept.length + 2 * this.#limit;
  }

  /** In no order. */
  sentences(): readonly Scored[] {
    this.#sift();
    return this.#kept;
  }

  #sift(): void {
    const order = highest(
      this.#kept.map(({ score }) => score),
      this.#limit,
    );
    if (order.length < this.#limit) return;
    const least = this.#kept[order[order.length - 1] ?? 0]?.score ?? 0;
    const above = this.#kept.filter(({ score }) => score > least);
    const equal = this.#kept.filter(({ score }) => score === least).slice(0, MOST_EQUAL);
    this.least = equal.length < MOST_EQUAL ? least : least + Number.EPSILON * least;
    this.#kept = [...above, ...equal];
  }
}
