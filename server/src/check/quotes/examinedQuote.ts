/** A quote once it was looked for in the articles: its words, and the places that have them. */

import type { QuoteClaim } from '../../claims/claim.ts';
import type { QuotedSpeech } from '../../claims/quote.ts';
import type { QuoteLocation } from '../../match/quoteLocation.ts';
import type { NormalWord } from '../../text/normalise.ts';

/** A quote of the draft with everything its verdict rests on. */
export interface ExaminedQuote {
  readonly claim: QuoteClaim;
  /** The whole draft. */
  readonly draft: string;
  readonly words: readonly NormalWord[];
  /** Best first. */
  readonly places: readonly Place[];
  /** Where the stretches between the ellipses stand when one article has them all in another order; else null. */
  readonly reordered: readonly Place[] | null;
  /** Whether the articles have the words, which are few, only where they are about something else. */
  readonly elsewhere: boolean;
}

export interface Place extends QuoteLocation {
  /** The quotations of the article that hold the words, in order; empty where the article does not quote them. */
  readonly quotes: readonly QuotedSpeech[];
  /** Whether the words agree but for spelling, brackets and marked omissions. */
  readonly verbatim: boolean;
}
