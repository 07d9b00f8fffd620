/** The sample stream: the words of a few articles that weigh as they do in the whole corpus. */

import { WordStream } from './wordStream.ts';

/** A stream of some articles. What counts are asked for are those of the corpus that the articles are taken from. */
export class SampleStream extends WordStream {
  readonly #counts = new Map<number, number>();
  readonly #total: number;
  /** The number of every word that is not asked for. */
  readonly #other: number;

  /** `counts` are those of the words that will be asked for, `total` how many words the corpus has. */
  constructor(counts: ReadonlyMap<string, number>, total: number) {
    super();
    this.#total = total;
    for (const [key, count] of counts) if (count > 0) this.#counts.set(super.numberOf(key), count);
    this.#other = super.numberOf('');
  }

  override countOf(id: number): number {
    return this.#counts.get(id) ?? 0;
  }

  /** Words that are not asked for need no list of places each. */
  protected override numberOf(key: string): number {
    const known = this.idOf(key);
    return known === 0 ? this.#other : known;
  }

  override weightOf(count: number): number {
    return Math.log(1 + this.#total / (1 + count));
  }
}
