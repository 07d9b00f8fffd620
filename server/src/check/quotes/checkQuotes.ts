/** The check of quotes: every quotation of a draft compared with the articles, word for word. */

import type { QuoteClaim } from '../../claims/claim.ts';
import type { QuoteCorpus } from '../../corpus/index/quoteCorpus.ts';
import { type Cancellation, throwIfCancelled } from '../cancellation.ts';
import type { Finding } from '../finding.ts';
import type { CheckOptions } from '../options.ts';
import { examineQuote } from './examine.ts';
import type { ExaminedQuote } from './examinedQuote.ts';
import { judgeQuote } from './judgeQuote.ts';
import { isNear } from './nearness.ts';
import { isUnmarked } from './terms.ts';

/**
 * One finding for each quote of `draft` that holds a word, in order, but for block quotes that turn out to be none; after
 * that of a quote with other words and another speaker stands one on the speaker, whose claim has the same
 * `attribution`. Rejects with `CancelledError` when cancelled and with the backend's error when the corpus cannot be
 * reached.
 */
export async function checkQuotes(
  draft: string,
  claims: readonly QuoteClaim[],
  corpus: QuoteCorpus,
  options: CheckOptions,
  cancellation: Cancellation,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const claim of claims) {
    throwIfCancelled(cancellation);
    const quote = await examineQuote(draft, claim, corpus, cancellation);
    if (quote.words.length > 0 && isQuotation(quote)) findings.push(...judgeQuote(quote, options));
  }
  return findings;
}

/** A block without quotation marks is a quotation when it names its speaker or an article quotes what it says. */
function isQuotation(quote: ExaminedQuote): boolean {
  if (!isUnmarked(quote) || quote.claim.attribution !== null) return true;
  return quote.places.some((place) => place.quotes.length > 0 && (place.verbatim || isNear(quote, place)));
}
