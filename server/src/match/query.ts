/** Queries: what a sentence of the draft asks of the index, by its fact and by its values. */

import type { AnalysedSentence, Query } from '../corpus/index/corpusIndex.ts';
import { valueKeys } from '../corpus/index/keys.ts';

/** The query for the sentence at `at`: its own terms and values, and with less weight the terms around it. */
export function queryFor(sentences: readonly AnalysedSentence[], at: number): Query {
  const weights = new Map<string, number>();
  const own = sentences[at];
  if (own === undefined) return { terms: [], limit: 0 };
  for (let offset = -QUERY_WINDOW; offset <= QUERY_WINDOW; offset += 1) {
    const weight = offset === 0 ? 1 : CONTEXT_WEIGHT / Math.abs(offset);
    for (const { term } of sentences[at + offset]?.terms ?? []) {
      weights.set(term, Math.max(weights.get(term) ?? 0, weight));
    }
  }
  for (const quantity of own.quantities)
    for (const key of valueKeys(quantity)) weights.set(key, VALUE_WEIGHT);
  return { terms: [...weights].map(([term, weight]) => ({ term, weight })), limit: CANDIDATES };
}

/** Sentences on either side that say what the sentence is about. */
export const QUERY_WINDOW = 3;
const CONTEXT_WEIGHT = 0.25;
const VALUE_WEIGHT = 0.6;
/** Sentences asked for. */
export const CANDIDATES = 48;
