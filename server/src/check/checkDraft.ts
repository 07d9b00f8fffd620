/** The one entry: checks a draft against the articles of an index and returns one finding a claim, in order. */

import { findAttributions } from '../claims/attribution.ts';
import { findQuotes } from '../claims/quote.ts';
import type { CorpusIndex } from '../corpus/index/corpusIndex.ts';
import { analyseDraft } from '../draft/analyse.ts';
import type { Draft } from '../draft/draft.ts';
import { suppress } from '../draft/suppression.ts';
import type { Sentence } from '../text/sentences.ts';
import { contains } from '../text/span.ts';
import { checkAttributions } from './attributions/checkAttributions.ts';
import { type Cancellation, throwIfCancelled } from './cancellation.ts';
import { checkFigures } from './figures/checkFigures.ts';
import type { Finding } from './finding.ts';
import { type CheckMemory, NO_MEMORY } from './memory.ts';
import { checkNames } from './names/checkNames.ts';
import type { CheckOptions } from './options.ts';
import { checkQuotes } from './quotes/checkQuotes.ts';

/**
 * Finds every claim of `draft`, looks each up in `index` and judges it. Never throws because of the draft's text;
 * rejects with `CancelledError` when cancelled and with the backend's error when the index cannot be reached.
 */
export async function checkDraft(
  draft: Draft,
  index: CorpusIndex,
  options: CheckOptions,
  cancellation: Cancellation,
  memory: CheckMemory = NO_MEMORY,
): Promise<readonly Finding[]> {
  throwIfCancelled(cancellation);
  memory.begin(JSON.stringify([index.revision, options, draft.published]));
  const sentences = analyseDraft(draft);
  const speech = await checkSpeech(
    draft,
    sentences.map(({ sentence }) => sentence),
    index,
    options,
    cancellation,
  );
  const figures = await checkFigures(draft.text, sentences, index, options, memory, cancellation);
  const findings = [...speech, ...figures.filter((figure) => !isSettledByQuote(figure, speech))].sort(
    (a, b) => a.claim.start - b.claim.start || b.claim.end - a.claim.end,
  );
  return suppress(draft.text, findings);
}

/** What is said, by whom, and how everybody is called. */
async function checkSpeech(
  { text, blocks }: Draft,
  sentences: readonly Sentence[],
  index: CorpusIndex,
  options: CheckOptions,
  cancellation: Cancellation,
): Promise<Finding[]> {
  const claims = findQuotes(text, blocks, sentences);
  const attributions = findAttributions(text, sentences, claims);
  return [
    ...(await checkQuotes(text, claims, index.quotes, options, cancellation)),
    ...(await checkAttributions(text, attributions, index.quotes, options, cancellation)),
    ...(await checkNames(text, sentences, claims, index.names, options, cancellation)),
  ];
}

/** A figure inside a quotation stands or falls with the quotation, once the articles are known to have it. */
function isSettledByQuote(figure: Finding, quotes: readonly Finding[]): boolean {
  return quotes.some(
    ({ claim, verdict }) =>
      claim.kind === 'quote' &&
      verdict !== 'not-enough-evidence' &&
      claim.parts.some((part) => contains(part, figure.claim)),
  );
}
