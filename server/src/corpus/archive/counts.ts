/** Counts: in how many documents a token stands, asked for once a revision. */

import type { FieldTokens, TokenCounts } from './dialogue.ts';

/** Tokens remembered: those of some hundred drafts. */
const MOST_KNOWN = 100_000;

/** What is still to be asked for tokens of a field. */
export interface Counting {
  /** Part of a step of a dialogue; empty where everything is known. */
  readonly step: { readonly counts?: FieldTokens };
  /**
   * The counts as far as they are known, else those of the revision before, else `unheard`, the guess for a word that no
   * draft has asked for yet. Null where most would be that.
   */
  guess(unheard: number): TokenCounts | null;
  /** The counts of all the tokens, with those that the step was told. */
  read(told: TokenCounts): TokenCounts;
}

/** Remembers counts of one revision of an archive. */
export class Counts {
  #known = new Map<string, number>();
  /** Those of the revision before: about right, as a load adds little to an archive. */
  #former: ReadonlyMap<string, number> = new Map();

  /** Another revision counts otherwise. */
  clear(): void {
    // Who is counting goes on with the map that he began with.
    if (this.#known.size > 0) this.#former = this.#known;
    this.#known = new Map();
  }

  of(field: string, tokens: readonly string[]): Counting {
    const known = this.#known;
    const former = this.#former;
    const keyOf = (token: string): string => `${field} ${token}`;
    const all = [...new Set(tokens)];
    const before = new Map(all.map((token) => [token, known.get(keyOf(token))] as const));
    const unknown = all.filter((token) => before.get(token) === undefined);
    return {
      step: unknown.length === 0 ? {} : { counts: { field, tokens: unknown } },
      guess(unheard) {
        const guessed = all.map(
          (token) => [token, before.get(token) ?? former.get(keyOf(token)) ?? null] as const,
        );
        if (2 * guessed.filter(([, count]) => count === null).length > all.length) return null;
        return new Map(guessed.map(([token, count]) => [token, count ?? unheard]));
      },
      read(told) {
        if (known.size > MOST_KNOWN) known.clear();
        const counts = new Map<string, number>();
        for (const token of all) {
          const count = before.get(token) ?? told.get(token);
          if (count === undefined) throw new RangeError(`${keyOf(token)} was not counted`);
          counts.set(token, count);
          known.set(keyOf(token), count);
        }
        return counts;
      },
    };
  }
}
