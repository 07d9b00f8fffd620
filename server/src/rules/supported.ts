/** Supported: what a hover says of a claim that the articles bear out. */

import type { Evidence } from '../check/finding.ts';
import { asSentence, midSentence, sourceName } from './wording.ts';

export function supportedMessage(evidence: Evidence): string {
  return evidence.value === null
    ? `${sourceName(evidence)} bears this out.`
    : asSentence(`${sourceName(evidence)} says ${midSentence(evidence.value)}`);
}

/** For a quote that stands in the articles word for word. */
export function supportedQuoteMessage(evidence: Evidence): string {
  return `${sourceName(evidence)} has these words.`;
}

/** `arithmetic` shows how the figure follows from those of the passage. */
export function derivedMessage(evidence: Evidence, arithmetic: string): string {
  return asSentence(`Follows from ${sourceName(evidence)}: ${arithmetic}`);
}
