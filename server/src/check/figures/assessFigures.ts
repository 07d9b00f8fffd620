/** Assessment of a draft: asks the index once for all sentences with quantities and assesses each quantity. */

import type { AnalysedSentence, CorpusIndex, Query, Retrieval } from '../../corpus/index/corpusIndex.ts';
import { inverseFrequency } from '../../corpus/index/weights.ts';
import { passagesOf } from '../../match/candidates.ts';
import { carriedTo } from '../../match/owner.ts';
import { queryFor } from '../../match/query.ts';
import type { Weigh } from '../../match/sentencePair.ts';
import type { Pace } from '../pace.ts';
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

/**
 * Assesses the quantities of the sentences `asked` for, in that order. Each assessment depends on its own sentence and
 * query alone, so that it is the same whatever else is asked. Rejects as `CorpusIndex.retrieve` does, and with
 * `CancelledError`.
 */
export async function* assessFigures(
  sentences: readonly AnalysedSentence[],
  asked: readonly number[],
  index: CorpusIndex,
  pace: Pace,
): AsyncGenerator<AssessedSentence, void, undefined> {
  if (asked.length === 0) return;
  const queries = asked.map((at) => queryFor(sentences, at));
  const retrieval = await index.retrieve(queries);
  for (const [position, at] of asked.entries()) {
    await pace.step();
    const sentence = sentences[at];
    const query = queries[position];
    if (sentence === undefined || query === undefined) continue;
    const weigh = weightsOf(query, retrieval);
    const told = { sentence, carried: carriedTo(sentences, at) };
    const passages = passagesOf(retrieval.candidates[position] ?? [], query, weigh);
    yield { at, assessments: assess(told, passages, weigh) };
  }
}

/** The weights of the query's terms; any other term counts as one that stands nowhere. */
function weightsOf({ terms }: Query, { frequencies, sentences }: Retrieval): Weigh {
  const weights = new Map(
    terms.map(({ term }) => [term, inverseFrequency(frequencies.get(term) ?? 0, sentences)] as const),
  );
  const unseen = inverseFrequency(0, sentences);
  return (term) => weights.get(term) ?? unseen;
}
