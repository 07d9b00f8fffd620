/** Figures and dates: looks the quantities of a draft up in the index and judges each. */

import { quantityClaim } from '../../claims/quantityClaim.ts';
import type { AnalysedSentence, CorpusIndex } from '../../corpus/index/corpusIndex.ts';
import { inverseFrequency } from '../../corpus/index/weights.ts';
import { passagesOf } from '../../match/candidates.ts';
import { queryFor } from '../../match/query.ts';
import { type Cancellation, throwIfCancelled } from '../cancellation.ts';
import type { Finding } from '../finding.ts';
import type { CheckOptions } from '../options.ts';
import { type Assessment, assess } from './assess.ts';
import { judge } from './judge.ts';

/** One finding a quantity, in order. Rejects as `CorpusIndex.retrieve` does, and with `CancelledError`. */
export async function checkFigures(
  text: string,
  sentences: readonly AnalysedSentence[],
  index: CorpusIndex,
  options: CheckOptions,
  cancellation: Cancellation,
): Promise<Finding[]> {
  const assessments = await assessFigures(sentences, index, cancellation);
  return assessments.map((assessment) =>
    judge(quantityClaim(text, assessment.sentence, assessment.quantity), assessment, options),
  );
}

/** The assessment of every quantity of the sentences, in order. */
export async function assessFigures(
  sentences: readonly AnalysedSentence[],
  index: CorpusIndex,
  cancellation: Cancellation,
): Promise<Assessment[]> {
  const asked = sentences.flatMap((sentence, at) =>
    sentence.quantities.length > 0 ? [{ sentence, at }] : [],
  );
  const retrieval = await index.retrieve(asked.map(({ at }) => queryFor(sentences, at)));
  const weigh = (term: string): number =>
    inverseFrequency(retrieval.frequencies.get(term) ?? 0, retrieval.sentences);
  return asked.flatMap(({ sentence }, position) => {
    throwIfCancelled(cancellation);
    const passages = passagesOf(retrieval.candidates[position] ?? []);
    return sentence.quantities.map((quantity) => assess(sentence, quantity, passages, weigh));
  });
}
