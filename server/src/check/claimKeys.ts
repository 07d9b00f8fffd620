/** Keys of claims: everything in a draft that the findings on what is said and by whom depend on. */

import type { AttributionClaim, QuoteClaim } from '../claims/claim.ts';
import type { Span } from '../text/span.ts';
import { sourceReach } from './quotes/speakers.ts';

export type SpokenClaim = QuoteClaim | AttributionClaim;

/**
 * UTF-16 units on either side of a claim and its sentence that its findings may depend on: what announces a title
 * stands within 30 before a quote, and the next word tells where a correction ends.
 */
const AROUND = 40;

/** Whether two claims of one kind have the same speaker, and all their places are as far apart as they are. */
export function isLikeClaim(known: SpokenClaim, claim: SpokenClaim): boolean {
  if (known === claim) return true;
  const by = claim.start - known.start;
  if (known.attribution?.speaker !== claim.attribution?.speaker) return false;
  const [before, now] = [placesOf(known), placesOf(claim)];
  return (
    before.length === now.length &&
    before.every(({ start, end }, at) => start + by === now[at]?.start && end + by === now[at]?.end)
  );
}

/** The stretch of the draft that the findings on a claim may depend on; it may reach over the ends of the text. */
export function surroundingsOf(claim: SpokenClaim): Span {
  const spans = placesOf(claim);
  const first = Math.min(...spans.map(({ start }) => start)) - AROUND;
  return {
    start: Math.min(first, claim.start - sourceReach(claim)),
    end: Math.max(...spans.map(({ end }) => end)) + AROUND,
  };
}

/** Everything that the findings on a claim depend on in a draft that writes apostrophes in that style. */
export function keyOf(text: string, claim: SpokenClaim, style: string): string {
  const { start, end } = surroundingsOf(claim);
  const from = Math.max(0, start);
  const places = placesOf(claim).map((one) => `${one.start - claim.start}-${one.end - claim.start}`);
  const speaker = claim.attribution?.speaker ?? '';
  return `${style} ${claim.kind} ${claim.start - from} ${places.join()} ${speaker}\n${text.slice(from, end)}`;
}

/** All the places of a claim, always in the same order. */
function placesOf(claim: SpokenClaim): readonly Span[] {
  return [claim, claim.sentence, ...spansOf(claim)];
}

/** The places of a claim beside its own span, always in the same order. */
function spansOf(claim: SpokenClaim): readonly Span[] {
  const { attribution } = claim;
  const said = attribution === null ? [] : [attribution.source, attribution.cue, attribution.content];
  return claim.kind === 'quote' ? [...said, ...claim.parts] : said;
}
