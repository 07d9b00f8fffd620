/** Kept claims: the findings on what is said and by whom, and which of them hold for the next version of a draft. */

import { changeOfItems, type Likeness, NOT_WORKED, type Worked } from '../draft/carriedList.ts';
import { type Change, changeBetween, movedBy } from '../draft/change.ts';
import type { Span } from '../text/span.ts';
import { isLikeClaim, type SpokenClaim } from './claimKeys.ts';
import type { Finding } from './finding.ts';

/** The draft's text and how it writes apostrophes. */
export interface StyledText {
  readonly text: string;
  readonly style: string;
}

/** What is kept of the claims of one kind. */
export interface KeptClaims {
  draft: StyledText;
  last: Worked<SpokenClaim, ClaimFindings>;
}

/** Keeps nothing yet. */
export function createKeptClaims(): KeptClaims {
  return { draft: { text: '', style: '' }, last: NOT_WORKED };
}

/** The findings on a claim. */
export interface ClaimFindings {
  /** The stretch of the draft that they depend on; it may reach over the ends of the text. */
  readonly around: Span;
  readonly findings: readonly Finding[];
}

const LIKENESS: Likeness<SpokenClaim> = {
  isSame: (before, claim) =>
    before === claim ||
    (before.start === claim.start && before.sentence === claim.sentence && isLikeClaim(before, claim)),
  isLike: isLikeClaim,
  reach: 0,
};

/** Which claims have changed, or stand beside other words. */
export function changeOfClaims(draft: StyledText, claims: readonly SpokenClaim[], kept: KeptClaims): Change {
  const { items, values } = kept.last;
  if (kept.draft.style !== draft.style) return { prefix: 0, before: items.length, after: claims.length };
  const text = changeBetween(kept.draft.text, draft.text);
  const by = text.after - text.before;
  const change = changeOfItems(items, claims, LIKENESS);
  const stays = ({ around }: ClaimFindings, moved: number): boolean =>
    movedBy(text, around.start + moved, around.end + moved) === moved;
  const first = values.findIndex((value, at) => at >= change.prefix || !stays(value, 0));
  const prefix = first === -1 ? change.prefix : Math.min(first, change.prefix);
  const last = values.findLastIndex(
    (value, at) =>
      at < change.before ||
      !isMovedBy(items[at], claims[at - change.before + change.after], by) ||
      !stays(value, by),
  );
  const before = Math.max(last + 1, change.before, prefix);
  return { prefix, before, after: before - change.before + change.after };
}

function isMovedBy(before: Span | undefined, claim: Span | undefined, by: number): boolean {
  return before !== undefined && claim !== undefined && before.start + by === claim.start;
}
