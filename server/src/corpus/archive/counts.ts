/** Counts: in how many documents a token stands, asked for once a revision. */

import type { FieldTokens, TokenCounts } from './dialogue.ts';

/** Tokens remembered: those of some hundred drafts. */
const MOST_KNOWN = 100_000;

/** What is still to be asked for tokens of a field. */
export interface Counting {
  /** Part of a step of a dialogue; empty where everything is known. */
  readonly step: { readonly counts?: FieldTokens };
  /** The counts of all the tokens, with those that the step was told. */
  read(told: TokenCounts): TokenCounts;
}

/** Remembers counts of one revision of an archive. */
export class Counts {
  #known = new Map<string, number>();

  clear(): void {
    // Who is counting goes on with the map that he began with.
    this.#known = new Map();
  }

  of(field: string, tokens: readonly string[]): Counting {
    const known = this.#known;
    const keyOf = (token: string): string => `${field} ${token}`;
    const all = [...new Set(tokens)];
    const before = new Map(all.map((token) => [token, known.get(keyOf(token))] as const));
    const unknown = all.filter((token) => before.get(token) === undefined);
    return {
      step: unknown.length === 0 ? {} : { counts: { field, tokens: unknown } },
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
