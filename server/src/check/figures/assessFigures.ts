/** Assessment of a draft: asks the index once for all sentences with quantities and assesses each quantity. */

import type { AnalysedSentence, CorpusIndex, Query } from '../../corpus/index/corpusIndex.ts';
import { inverseFrequency } from '../../corpus/index/weights.ts';
import { passagesOf } from '../../match/candidates.ts';
import { queryFor } from '../../match/query.ts';
import { type Cancellation, throwIfCancelled } from '../cancellation.ts';
import { type Assessment, assess } from './assess.ts';

/** The assessments of the quantities of one sentence. */
export interface AssessedSentence {
  /** Index of the sentence among those of the draft. */
  readonly at: number;
  readonly assessments: readonly Assessment[];
}

/** Indices of the sentences that hold a quantity. */
export function withQuantities(sentences: readonly AnalysedSentence[]): number[] {
  return sentences.flatMap(({ quantities }, at) => (quantities.length > 0 ? [at] : []));
}

/** Assesses the quantities of the sentences `asked` for, in that order. */
export async function assessFigures(
  sentences: readonly AnalysedSentence[],
  asked: readonly number[],
  index: CorpusIndex,
  cancellation: Cancellation,
): Promise<AssessedSentence[]> {
  if (asked.length === 0) return [];
  const queries = asked.map((at) => queryFor(sentences, at));
  const retrieval = await index.retrieve(queries);
  const weigh = (term: string): number =>
    inverseFrequency(retrieval.frequencies.get(term) ?? 0, retrieval.sentences);
  return asked.map((at, position) => {
    throwIfCancelled(cancellation);
    const sentence = sentences[at];
    const query = queries[position] ?? NO_QUERY;
    const passages = passagesOf(retrieval.candidates[position] ?? [], query, weigh);
    const quantities = sentence?.quantities ?? [];
    const assessments = quantities.flatMap((quantity) =>
      sentence === undefined ? [] : [assess(sentence, quantity, passages, weigh)],
    );
    return { at, assessments };
  });
}

const NO_QUERY: Query = { terms: [], limit: 0 };
