/** Assessment of a draft: asks the index once for all sentences with quantities and assesses each quantity. */

import type { AnalysedSentence, CorpusIndex, Query, Retrieval } from '../../corpus/index/corpusIndex.ts';
import { inverseFrequency } from '../../corpus/index/weights.ts';
import { passagesOf } from '../../match/candidates.ts';
import { CARRIED_FROM, carriedTo } from '../../match/owner.ts';
import { queryFor } from '../../match/query.ts';
import type { DraftSide, Weigh } from '../../match/sentencePair.ts';
import type { Pace } from '../pace.ts';
import { type Assessment, assess } from './assess.ts';

/** The assessments of the quantities of one sentence. */
export interface AssessedSentence<One extends Asked> {
  readonly asked: One;
  readonly assessments: readonly Assessment[];
}

/** Indices of the sentences that hold a quantity, of those from `from` to before `to`. */
export function withQuantities(
  sentences: readonly AnalysedSentence[],
  from = 0,
  to = sentences.length,
): number[] {
  const found: number[] = [];
  for (let at = from; at < to; at += 1) if ((sentences[at]?.quantities.length ?? 0) > 0) found.push(at);
  return found;
}

/** A sentence of the draft as it is looked up: its assessments depend on nothing else in the draft. */
export interface Asked {
  /** Index of the sentence among those of the draft. */
  readonly at: number;
  readonly told: DraftSide;
  readonly query: Query;
}

/** What is asked about the sentence at `at`; null where there is none. */
export function askAbout(sentences: readonly AnalysedSentence[], at: number): Asked | null {
  const sentence = sentences[at];
  if (sentence === undefined) return null;
  const before = sentences.slice(Math.max(0, at - CARRIED_FROM), at);
  return {
    at,
    told: { sentence, before, carried: carriedTo(sentences, at) },
    query: queryFor(sentences, at),
  };
}

/**
 * Assesses the quantities of `all` sentences, in that order. Each assessment depends on its own sentence and
 * query alone, so that it is the same whatever else is asked. Rejects as `CorpusIndex.retrieve` does, and with
 * `CancelledError`.
 */
export async function* assessFigures<One extends Asked>(
  all: readonly One[],
  index: CorpusIndex,
  pace: Pace,
): AsyncGenerator<AssessedSentence<One>, void, undefined> {
  if (all.length === 0) return;
  const retrieval = await index.retrieve(all.map(({ query }) => query));
  for (const [position, asked] of all.entries()) {
    await pace.step();
    const { told, query } = asked;
    const weigh = weightsOf(query, retrieval);
    const passages = passagesOf(retrieval.candidates[position] ?? [], query, weigh);
    yield { asked, assessments: assess(told, passages, weigh) };
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
