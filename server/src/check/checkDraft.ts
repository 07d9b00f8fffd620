/** The one entry: checks a draft against the articles of an index and returns one finding a claim, in order. */

import type { CorpusIndex } from '../corpus/index/corpusIndex.ts';
import { analyseBlocks, type DraftSentence } from '../draft/analyse.ts';
import type { Draft } from '../draft/draft.ts';
import { readingOf } from '../draft/reading.ts';
import { suppress } from '../draft/suppression.ts';
import { contains, lastStartingBefore, type Span } from '../text/span.ts';
import { asWritten } from './asWritten.ts';
import type { Cancellation } from './cancellation.ts';
import { checkCitations } from './citations/checkCitations.ts';
import { checkFigures } from './figures/checkFigures.ts';
import { withConsistency } from './figures/consistency.ts';
import type { Finding } from './finding.ts';
import { whileIncomplete } from './incomplete.ts';
import { type CheckMemory, createCheckMemory, foreseeing } from './memory.ts';
import type { CheckOptions } from './options.ts';
import { createPace, type Pace } from './pace.ts';
import { checkSpeech } from './speech.ts';
import { suppressionFindings } from './suppressionFindings.ts';

/**
 * Finds every claim of `draft`, looks each up in `index` and judges it. Never throws because of the draft's text;
 * rejects with `CancelledError` when cancelled and with the backend's error when the index cannot be reached. `memory`
 * is that of the same draft's last check, if there was one; the findings are the same without it.
 */
export async function checkDraft(
  draft: Draft,
  index: CorpusIndex,
  options: CheckOptions,
  cancellation: Cancellation,
  memory: CheckMemory = createCheckMemory(),
): Promise<readonly Finding[]> {
  const pace = createPace(cancellation);
  await pace.step();
  memory.begin(index, options);
  const isIncomplete = index.pending > 0;
  const reading = readingOf(draft);
  await foresee(reading?.draft ?? draft, index, options, memory, pace);
  const { sentences, findings } = await checkReading(reading?.draft ?? draft, index, options, memory, pace);
  const judged = {
    draft,
    findings: asWritten(draft, reading, findings),
    reading: { text: (reading?.draft ?? draft).text, sentences },
    asRead: findings,
  };
  const cited = await checkCitations(judged, { index, options, memory, pace });
  memory.end();
  const knowledge = isIncomplete || index.pending > 0 ? 'incomplete' : 'complete';
  const judgedNow = knowledge === 'incomplete' ? cited.map(whileIncomplete) : cited;
  const comments = suppressionFindings(draft, judgedNow, options, knowledge);
  return [...suppress(draft, judgedNow), ...comments].sort(inOrder);
}

/** Has an index that is far away fetch at once what the check is going to ask for claims that are not known. */
async function foresee(
  draft: Draft,
  index: CorpusIndex,
  options: CheckOptions,
  memory: CheckMemory,
  pace: Pace,
): Promise<void> {
  await index.foresee?.(async (noting) => {
    await checkReading(draft, noting, options, foreseeing(memory), pace);
  });
}

/** The findings on a draft that reads as it is written, with their places in it. */
async function checkReading(
  draft: Draft,
  index: CorpusIndex,
  options: CheckOptions,
  memory: CheckMemory,
  pace: Pace,
): Promise<{ readonly sentences: readonly DraftSentence[]; readonly findings: readonly Finding[] }> {
  const sentences = await analyse(draft, memory, pace);
  const speech = await checkSpeech(
    draft,
    sentences.map(({ sentence }) => sentence),
    index,
    options,
    memory,
    pace,
  );
  const judged = await checkFigures(draft.text, sentences, index, options, memory.figures, pace);
  const figures = withConsistency(draft.text, sentences, judged, options, memory.heads);
  const settled = settledByQuotes(speech);
  const findings = [...speech, ...figures.filter(({ claim }) => !isWithin(settled, claim))].sort(inOrder);
  return { sentences, findings };
}

/** By their claims: what starts first, and of two that start together the longer one. */
function inOrder(a: Finding, b: Finding): number {
  return a.claim.start - b.claim.start || b.claim.end - a.claim.end;
}

async function analyse(draft: Draft, { analysis }: CheckMemory, pace: Pace): Promise<DraftSentence[]> {
  const sentences: DraftSentence[] = [];
  let blocks = 0;
  for (const block of analyseBlocks(draft, analysis)) {
    sentences.push(...block);
    blocks += 1;
    if (blocks % BLOCKS_PER_STEP === 0) await pace.step();
  }
  return sentences;
}

/** Blocks analysed between two steps of the pace: a new paragraph takes about a tenth of a millisecond. */
const BLOCKS_PER_STEP = 16;

/** The parts of quotations that the articles are known to have, in order: a figure in one stands or falls with it. */
function settledByQuotes(findings: readonly Finding[]): Span[] {
  const parts = findings.flatMap(({ claim, verdict }) =>
    claim.kind === 'quote' && verdict !== 'not-enough-evidence' ? claim.parts : [],
  );
  return parts.sort((a, b) => a.start - b.start);
}

/** Whether one of `spans`, in order and apart, holds `span`. */
function isWithin(spans: readonly Span[], span: Span): boolean {
  const outer = spans[lastStartingBefore(spans, span.start)];
  return outer !== undefined && contains(outer, span);
}
