/** Name samples: which mentions of a name are kept of one that very many sentences have. */

import { orderOf, ROW, titleOf } from './nameRecord.ts';

/**
 * Mentions kept of a name in a list: those of the articles that come first by `mentionOrder`, which is as good as chance.
 * What is told of a name is its first 64, how it is mostly written and its offices, so that thousands tell no less than all;
 * of a million articles they were 71 MB in memory and half of the time of a check.
 */
export const MOST_KEPT = 4_096;
/** Mentions with one title that are kept in any case: an office that is rarely given is an office too. */
const KEPT_OF_TITLE = 16;

/**
 * The numbers of the rows that are kept of the first `length` of `rows`, ascending. A sample of samples is the sample of
 * all, so that it does not depend on how articles lie in segments, as long as none of them goes.
 */
export function sampleOf(rows: Uint32Array, length: number): Uint32Array {
  const every = Uint32Array.from({ length }, (_, row) => row);
  if (length <= MOST_KEPT) return every;
  const first = new Lowest(orders(rows, every), MOST_KEPT);
  const byTitle = new Map(
    [...rowsByTitle(rows, length)].map(([title, own]) => [
      title,
      new Lowest(orders(rows, Uint32Array.from(own)), KEPT_OF_TITLE),
    ]),
  );
  return every.filter((row) => {
    const order = orderOf(rows, row * ROW);
    // Both count what they take.
    const isOfTitle = byTitle.get(titleOf(rows, row * ROW))?.takes(order) === true;
    return first.takes(order) || isOfTitle;
  });
}

/** Takes so many of the lowest numbers of a list; of equal ones those that it is asked of first. */
class Lowest {
  readonly #limit: number;
  #ofLimit: number;

  constructor(numbers: Uint32Array, most: number) {
    const sorted = numbers.toSorted();
    this.#limit = sorted[Math.min(most, sorted.length) - 1] ?? 0;
    this.#ofLimit = Math.min(most, sorted.length) - sorted.indexOf(this.#limit);
  }

  takes(number: number): boolean {
    if (number === this.#limit) {
      this.#ofLimit -= 1;
      return this.#ofLimit >= 0;
    }
    return number < this.#limit;
  }
}

function orders(rows: Uint32Array, numbers: Uint32Array): Uint32Array {
  return numbers.map((row) => orderOf(rows, row * ROW));
}

function rowsByTitle(rows: Uint32Array, length: number): ReadonlyMap<number, readonly number[]> {
  const byTitle = new Map<number, number[]>();
  for (let row = 0; row < length; row += 1) {
    const title = titleOf(rows, row * ROW);
    if (title === 0) continue;
    const own = byTitle.get(title);
    if (own === undefined) byTitle.set(title, [row]);
    else own.push(row);
  }
  return byTitle;
}
