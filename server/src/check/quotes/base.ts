/** The finding of a quote before anything is known of it. */

import type { Finding } from '../finding.ts';
import type { ExaminedQuote } from './examinedQuote.ts';

export function emptyFinding(quote: ExaminedQuote): Finding {
  return {
    claim: quote.claim,
    verdict: 'not-enough-evidence',
    code: null,
    severity: null,
    message: '',
    evidence: [],
    fixes: [],
    diff: [],
    derivation: null,
  };
}
