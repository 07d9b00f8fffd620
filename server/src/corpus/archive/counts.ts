/** Counts: in how many documents a token stands, asked for once a revision. */

import type { Dialogue } from './dialogue.ts';
import { countSearch } from './search.ts';

/** Tokens remembered: those of some hundred drafts. */
const MOST_KNOWN = 100_000;

/** Remembers counts of one revision of an archive. */
export class Counts {
  readonly #known = new Map<string, number>();

  clear(): void {
    this.#known.clear();
  }

  /** How many documents have each of the tokens in the field. One step, unless all are known. */
  *of(field: string, tokens: readonly string[]): Dialogue<ReadonlyMap<string, number>> {
    const all = [...new Set(tokens)];
    const unknown = all.filter((token) => !this.#known.has(`${field} ${token}`));
    const counts = new Map(
      all.flatMap((token) => {
        const count = this.#known.get(`${field} ${token}`);
        return count === undefined ? [] : [[token, count] as const];
      }),
    );
    if (unknown.length === 0) return counts;
    const { answers } = yield {
      searches: unknown.map((token) => countSearch(field, token)),
      articles: [],
    };
    if (this.#known.size > MOST_KNOWN) this.#known.clear();
    for (const [at, token] of unknown.entries()) {
      const count = answers[at]?.total ?? 0;
      counts.set(token, count);
      this.#known.set(`${field} ${token}`, count);
    }
    return counts;
  }
}
