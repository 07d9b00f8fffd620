/** A quote corpus with a memory: where quotes may stand is not asked again while a writer goes on beside them. */

import type { PassageQuery, QuoteCorpus, QuotePassage } from '../../corpus/index/quoteCorpus.ts';

/** The passages of the questions asked last. */
export type KeptPassages = Map<string, readonly QuotePassage[]>;

/**
 * Questions kept: those of some sixty quotes. Each holds up to a dozen articles, of which quotes of one draft share most.
 */
const MOST_KEPT = 128;

/** `corpus` with its last answers kept in `kept`, which has to be cleared when the articles change. Rejects as `corpus` does. */
export function rememberingQuotes(corpus: QuoteCorpus, kept: KeptPassages): QuoteCorpus {
  return {
    async passages(queries) {
      const keys = queries.map(keyOf);
      const unknown = queries.filter((_, at) => !kept.has(keys[at] ?? ''));
      const answers = unknown.length === 0 ? [] : await corpus.passages(unknown);
      const found = new Map(unknown.map((query, at) => [keyOf(query), answers[at] ?? []] as const));
      const passages = keys.map((key) => found.get(key) ?? kept.get(key) ?? []);
      for (const [at, key] of keys.entries()) keep(kept, key, passages[at] ?? []);
      return passages;
    },
  };
}

function keyOf({ words, mode, limit }: PassageQuery): string {
  return `${mode} ${limit} ${words.join(' ')}`;
}

/** Puts an answer last, so that the first of the map is the one unused for longest. */
function keep(kept: KeptPassages, key: string, passages: readonly QuotePassage[]): void {
  kept.delete(key);
  kept.set(key, passages);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}
