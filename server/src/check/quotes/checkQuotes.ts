/** The check of quotes: every quotation of a draft compared with the articles, word for word. */

import type { QuoteClaim } from '../../claims/claim.ts';
import type { QuoteCorpus } from '../../corpus/index/quoteCorpus.ts';
import { type Cancellation, throwIfCancelled } from '../cancellation.ts';
import type { Finding } from '../finding.ts';
import type { CheckOptions } from '../options.ts';
import { examineQuote } from './examine.ts';
import { judgeQuote } from './judgeQuote.ts';

/**
 * One finding for each quote of `draft` that holds a word, in order. Rejects with `CancelledError` when cancelled and
 * with the backend's error when the corpus cannot be reached.
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
    if (quote.words.length > 0) findings.push(judgeQuote(quote, options));
  }
  return findings;
}
