/** Lexicon: which words can mean the same, from WordNet's synonym sets. */

import synsets from '../../data/lexicon.json' with { type: 'json' };

/**
 * Numbers of the synonym sets a term belongs to; empty for terms without synonyms. Two terms that share one can mean
 * the same. Terms are stems as `termsOf` makes them. The data are those of WordNet 3.1 (Fellbaum 1998), each word
 * with its first senses only; `scripts/lexicon.ts` writes them.
 */
export function sensesOf(term: string): readonly number[] {
  senses ??= readSenses();
  return senses.get(term) ?? NO_SENSES;
}

const NO_SENSES: readonly number[] = [];
let senses: ReadonlyMap<string, readonly number[]> | undefined;

function readSenses(): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [number, words] of synsets.entries()) {
    for (const word of words.split(' ')) {
      const known = found.get(word);
      if (known === undefined) found.set(word, [number]);
      else known.push(number);
    }
  }
  return found;
}
