/** Keys of claims: everything in a draft that the findings on what is said and by whom depend on. */

import type { AttributionClaim, QuoteClaim } from '../claims/claim.ts';
import { type Carrier, createCarrier, type Read } from '../draft/carrier.ts';
import type { Span } from '../text/span.ts';
import { sourceReach } from './quotes/speakers.ts';

export type SpokenClaim = QuoteClaim | AttributionClaim;

/** The keys of the claims of one kind, by where these start. */
export type ClaimKeys = Carrier<KeyedClaim>;

interface KeyedClaim {
  readonly claim: SpokenClaim;
  readonly style: string;
  readonly key: string;
}

/** Keeps nothing yet. */
export function createClaimKeys(): ClaimKeys {
  return createCarrier((keyed) => keyed);
}

/**
 * The key of a claim in a draft that writes apostrophes in that style: the same string as long as it says the same, so
 * that it is not read again. `keys` has begun with `text`.
 */
export function keyAt(text: string, claim: SpokenClaim, style: string, keys: ClaimKeys): string {
  const isSame = (known: KeyedClaim): boolean =>
    known.style === style && isLike(known.claim, claim, claim.start - known.claim.start);
  const read = (): Read<KeyedClaim> => {
    const { start, end } = surroundingsOf(claim);
    return { start, end, value: { claim, style, key: `${style} ${keyOf(text, claim)}` } };
  };
  return keys.at(claim.start, isSame, read).key;
}

/**
 * UTF-16 units on either side of a claim and its sentence that its findings may depend on: what announces a title
 * stands within 30 before a quote, and the next word tells where a correction ends.
 */
const AROUND = 40;

/** Whether two claims of one kind have the same speaker, and all their places are `by` UTF-16 units apart. */
function isLike(known: SpokenClaim, claim: SpokenClaim, by: number): boolean {
  if (known.attribution?.speaker !== claim.attribution?.speaker) return false;
  const [before, now] = [placesOf(known), placesOf(claim)];
  return (
    before.length === now.length &&
    before.every(({ start, end }, at) => start + by === now[at]?.start && end + by === now[at]?.end)
  );
}

/** The stretch of the draft that the findings on a claim may depend on; it may reach over the ends of the text. */
function surroundingsOf(claim: SpokenClaim): Span {
  const spans = placesOf(claim);
  const first = Math.min(...spans.map(({ start }) => start)) - AROUND;
  return {
    start: Math.min(first, claim.start - sourceReach(claim)),
    end: Math.max(...spans.map(({ end }) => end)) + AROUND,
  };
}

/** Everything in the draft that the findings on a claim depend on, but for the style of its apostrophes. */
function keyOf(text: string, claim: SpokenClaim): string {
  const { start, end } = surroundingsOf(claim);
  const from = Math.max(0, start);
  const places = placesOf(claim).map((one) => `${one.start - claim.start}-${one.end - claim.start}`);
  const speaker = claim.attribution?.speaker ?? '';
  return `${claim.kind} ${claim.start - from} ${places.join()} ${speaker}\n${text.slice(from, end)}`;
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
