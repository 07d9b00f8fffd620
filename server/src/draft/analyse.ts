/** Analysis of a draft: its sentences with their terms and quantities, made once a block. */

import type { IsoDate } from '../corpus/article.ts';
import type { AnalysedSentence } from '../corpus/index/corpusIndex.ts';
import { findQuantities } from '../quantity/findQuantities.ts';
import { splitSentences } from '../text/sentences.ts';
import { termsOf } from '../text/terms.ts';
import type { Draft } from './draft.ts';

/** The sentences of a draft in order, as the articles' sentences are analysed. Pure; never throws. */
export function analyseDraft(draft: Draft): AnalysedSentence[] {
  return analyseBlocks(draft, draft.published);
}

function analyseBlocks(draft: Draft, reference: IsoDate | null): AnalysedSentence[] {
  return splitSentences(draft.text, draft.blocks).map((sentence) => ({
    sentence,
    terms: termsOf(sentence),
    quantities: findQuantities(sentence.tokens, draft.text, reference),
  }));
}
