/** Answers: what an archive said to one kind of question, kept for one revision. */

import type { Dialogue } from './dialogue.ts';

/** Answers kept of one kind: those of some drafts. They hold names of articles, not the articles. */
const MOST_KEPT = 5_000;

/** Keeps answers by their questions, which are plain data. */
export class Answers<Q, T> {
  readonly #ask: (question: Q) => Dialogue<T>;
  #kept = new Map<string, T>();

  constructor(ask: (question: Q) => Dialogue<T>) {
    this.#ask = ask;
  }

  clear(): void {
    // A dialogue that is under way keeps its answer in the map that it began with, which nobody asks any more.
    this.#kept = new Map();
  }

  /** A dialogue that ends with the answer: at once, where it is known. */
  *to(question: Q): Dialogue<T> {
    const kept = this.#kept;
    const key = JSON.stringify(question);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const answer = yield* this.#ask(question);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, answer);
    return answer;
  }
}
