/** Examination of a quote: its words, where they stand in the articles, and who speaks them there. */

import type { QuoteClaim } from '../../claims/claim.ts';
import type { QuotedSpeech } from '../../claims/quote.ts';
import type { QuoteCorpus } from '../../corpus/index/quoteCorpus.ts';
import { articleQuotes } from '../../match/articleQuotes.ts';
import { isChange } from '../../match/differences.ts';
import { locateQuote, type QuoteLocation } from '../../match/quoteLocation.ts';
import { type NormalWord, normalWordsOfParts } from '../../text/normalise.ts';
import type { Cancellation } from '../cancellation.ts';

/** A quote of the draft with everything its verdict rests on. */
export interface ExaminedQuote {
  readonly claim: QuoteClaim;
  /** The whole draft. */
  readonly draft: string;
  readonly words: readonly NormalWord[];
  /** Best first. */
  readonly places: readonly Place[];
}

export interface Place extends QuoteLocation {
  /** The quotations of the article that hold the words, in order; empty where the article does not quote them. */
  readonly quotes: readonly QuotedSpeech[];
  /** Whether the words agree but for spelling, brackets and marked omissions. */
  readonly verbatim: boolean;
}

/** Locates a quote in the articles. Rejects when the corpus cannot be reached or the check is cancelled. */
export async function examineQuote(
  draft: string,
  claim: QuoteClaim,
  corpus: QuoteCorpus,
  cancellation: Cancellation,
): Promise<ExaminedQuote> {
  const words = normalWordsOfParts(draft, claim.parts);
  const locations = words.length === 0 ? [] : await locateQuote(words, corpus, cancellation);
  return { claim, draft, words, places: locations.map(placeOf) };
}

function placeOf(location: QuoteLocation): Place {
  const quotes = articleQuotes(location.article).filter(
    (quote) => quote.outer.start < location.end && location.start < quote.outer.end,
  );
  return { ...location, quotes, verbatim: !location.differences.some(isChange) };
}
