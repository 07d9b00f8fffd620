/** Figures and dates: looks the quantities of a draft up in the index and judges each. */

import { quantityClaim } from '../../claims/quantityClaim.ts';
import type { AnalysedSentence, CorpusIndex } from '../../corpus/index/corpusIndex.ts';
import { QUERY_WINDOW } from '../../match/query.ts';
import type { Cancellation } from '../cancellation.ts';
import type { Finding } from '../finding.ts';
import type { CheckMemory } from '../memory.ts';
import type { CheckOptions } from '../options.ts';
import { assessFigures, withQuantities } from './assessFigures.ts';
import { judge } from './judge.ts';

/**
 * One finding a quantity, in order. Sentences that `memory` knows in the same surroundings are not checked again.
 * Rejects as `CorpusIndex.retrieve` does, and with `CancelledError`.
 */
export async function checkFigures(
  text: string,
  sentences: readonly AnalysedSentence[],
  index: CorpusIndex,
  options: CheckOptions,
  memory: CheckMemory,
  cancellation: Cancellation,
): Promise<Finding[]> {
  const known = new Map<number, readonly Finding[]>();
  const asked: number[] = [];
  for (const at of withQuantities(sentences)) {
    const sentence = sentences[at]?.sentence;
    const kept = sentence === undefined ? undefined : memory.recall(keyOf(text, sentences, at), sentence);
    if (kept === undefined) asked.push(at);
    else known.set(at, kept);
  }
  for (const { at, assessments } of await assessFigures(sentences, asked, index, cancellation)) {
    const findings = assessments.map((assessment) =>
      judge(quantityClaim(text, assessment.sentence, assessment.quantity), assessment, options),
    );
    const sentence = sentences[at]?.sentence;
    if (sentence !== undefined) memory.store(keyOf(text, sentences, at), sentence, findings);
    known.set(at, findings);
  }
  return [...known].sort(([a], [b]) => a - b).flatMap(([, findings]) => findings);
}

/** Everything in the draft that a sentence's findings depend on: the text around it and how it parts into sentences. */
function keyOf(text: string, sentences: readonly AnalysedSentence[], at: number): string {
  const own = sentences[at]?.sentence;
  const around = sentences.slice(Math.max(0, at - QUERY_WINDOW), at + QUERY_WINDOW + 1);
  const first = around[0]?.sentence.start ?? 0;
  const last = around.at(-1)?.sentence.end ?? 0;
  const places = around.map(({ sentence }) => sentence.start - (own?.start ?? 0));
  return `${places.join()}\n${text.slice(first, last)}`;
}
