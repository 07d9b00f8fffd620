/** Labels of claims: their words in a little of their sentence, on one line. */

import type { Span } from '../text/span.ts';

export interface ClaimLabel {
  readonly text: string;
  /** Where the claim stands in `text`. */
  readonly mark: Span;
}

/** UTF-16 units before the claim: a side bar shows some forty, and the claim has to be among them. */
const LEAD = 18;
/** UTF-16 units of the whole label; what is longer is cut at a space. */
const LONGEST = 90;

/** The label of a claim in its sentence, both spans of `text`. Every unit keeps its width, so that the mark fits. */
export function claimLabel(text: string, sentence: Span, claim: Span): ClaimLabel {
  const from = Math.min(sentence.start, claim.start);
  const start = claim.start - from <= LEAD ? from : wordStart(text, claim.start - LEAD, claim.start);
  const last = Math.max(sentence.end, claim.end);
  const end =
    last - start <= LONGEST ? last : wordEnd(text, start + LONGEST, Math.min(claim.end, start + LONGEST));
  const lead = start > from ? '…' : '';
  const tail = end < last ? '…' : '';
  const shift = lead.length - start;
  return {
    text: lead + oneLine(text.slice(start, end)) + tail,
    mark: { start: claim.start + shift, end: Math.min(claim.end, end) + shift },
  };
}

/** The first place from `at` on where a word starts, at most `limit`. */
function wordStart(text: string, at: number, limit: number): number {
  const space = text.slice(at, limit).search(/\s/u);
  return space === -1 ? limit : at + space + 1;
}

/** The last place up to `at` where a word ends, at least `limit`. */
function wordEnd(text: string, at: number, limit: number): number {
  for (let end = at; end > limit; end -= 1) if (/\s/u.test(text.charAt(end))) return end;
  return limit;
}

/** Breaks, and marks that would turn the direction of the text around, become spaces. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ');
}
