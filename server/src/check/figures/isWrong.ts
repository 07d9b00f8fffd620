/** Wrong or not: whether the articles tell the draft's fact with another figure. */

import { reaches } from '../../match/forest.ts';
import type { DateGrain, Quantity } from '../../quantity/quantity.ts';
import type { Assessment, WeighedCandidate } from './assess.ts';
import { claimFeatures, contestOf } from './claimFeatures.ts';
import { isCountedUp } from './countedUp.ts';
import type { Derivation, DerivationKind } from './derive.ts';
import type { Policy } from './policy.ts';
import { isOtherSide, keepsOrder, sharesDistinct } from './toldTogether.ts';
import { isAnchored } from './valueFeatures.ts';

/** Whether the claim model takes the figure to be wrong, and nothing speaks against asking it. Pure and total. */
export function isWrong(assessment: Assessment, derivation: Derivation | null, policy: Policy): boolean {
  const { agree: likeliest, differ } = contestOf(assessment);
  const agree = likeliest !== null && tellsTheSame(likeliest, differ, policy) ? likeliest : null;
  if (isWorkedOut(agree, policy) || isSure(derivation)) return false;
  // What follows from the articles is only refuted by another figure of theirs.
  if (derivation !== null && differ === null) return false;
  if ((differ?.likeness ?? 0) < rivalFrom(assessment, agree, policy)) return false;
  if (agree !== null && isToldTogether(assessment, agree, differ)) return false;
  if (differ !== null && differ.passage.surroundings.articleCover < policy.tellsFrom) return false;
  if (mayBeMeant(assessment, differ, policy) || leavesRoom(assessment, agree, differ, policy)) return false;
  const stands = agree !== null && !isFar(agree, differ, assessment, policy);
  const isToldThere = agree === null && differ !== null && tellsTheFact(differ, assessment, policy);
  const absent = isToldThere ? Math.min(policy.refutedThereFrom, policy.refutedFrom) : policy.refutedFrom;
  const plain = stands ? policy.refutedElsewhereFrom : absent;
  const from = derivation === null ? plain : policy.refutedDerivedFrom;
  return reaches(policy.claims, claimFeatures(assessment, derivation), from);
}

/** Whether other figures of the draft's sentence say which place is meant: the one that has its figure. */
function isToldTogether(
  assessment: Assessment,
  agree: WeighedCandidate,
  differ: WeighedCandidate | null,
): boolean {
  if (sharesDistinct(assessment, agree)) return true;
  return differ !== null && (keepsOrder(assessment, agree, differ) || isOtherSide(assessment, agree, differ));
}

/**
 * Whether the rival surely stands at the draft's fact: its place is much like the draft's, or its sentence has another figure
 * of the draft's that no two facts share by chance: where both tell 8,480 people, what differs beside it is told of the same
 * event. A draft's `first` is mostly the first that it lists itself.
 */
function tellsTheFact(differ: WeighedCandidate, assessment: Assessment, { thereFrom }: Policy): boolean {
  const { quantity } = assessment;
  if (quantity.kind === 'ordinal' && quantity.low === 1) return false;
  if (differ.likeness >= thereFrom) return true;
  return sharesDistinct(assessment, differ);
}

/**
 * Whether the article that has the figure is the one that tells the fact otherwise, or has it at a place like the draft's.
 * Where the rival's article tells another story, the figure of any article speaks against it.
 */
function tellsTheSame(
  agree: WeighedCandidate,
  differ: WeighedCandidate | null,
  { standsFrom, relatedFrom }: Policy,
): boolean {
  if (differ === null || agree.likeness >= standsFrom) return true;
  const { article, surroundings } = differ.passage;
  return article === agree.passage.article || surroundings.articleCover < relatedFrom;
}

/**
 * `several` of dozens, a second where the article tells of the first, and 70 minutes where it tells of the 70th: the draft's
 * figure is no other than the article's.
 */
function leavesRoom(
  assessment: Assessment,
  agree: WeighedCandidate | null,
  differ: WeighedCandidate | null,
  policy: Policy,
): boolean {
  if (agree === null && isCountedUp(assessment, policy)) return true;
  const { quantity } = assessment;
  const other = differ?.slot.quantity;
  if (quantity.kind === 'date' || other === undefined || other.kind === 'date') return false;
  if (quantity.kind === 'ordinal') return quantity.low === 2 && other.low === 1;
  return quantity.vague && quantity.high <= FEW && other.low > quantity.high;
}

/**
 * The most that `a few`, `several` and `a handful` are taken for. On the development set 3 of 406 right vague words were
 * refuted, and none of 21 in marked errors.
 */
const FEW = 9;

/**
 * Where an article is not dated, its `last year` may be the year of the draft, and stands there rather than another year.
 * On the development sets this spares five false alarms and loses no conflict and no swap.
 */
function mayBeMeant(
  { quantity, candidates }: Assessment,
  differ: WeighedCandidate | null,
  { rivalFrom }: Policy,
): boolean {
  if (quantity.kind !== 'date' || quantity.year === null) return false;
  const undated = candidates.find(
    ({ comparison, slot }) => comparison === 'incomparable' && isUndated(slot.quantity),
  );
  return undated !== undefined && undated.likeness >= Math.max(rivalFrom, differ?.likeness ?? 0);
}

/** A period told from the day of an article whose day is not known. */
function isUndated(quantity: Quantity): boolean {
  return quantity.kind === 'date' && quantity.from === null && UNDATED.has(quantity.grain);
}

const UNDATED: ReadonlySet<DateGrain> = new Set(['month', 'season', 'quarter', 'year']);

/**
 * A sum of what a passage counts, those who are named included, is seldom chance, and a year told from another never is; a
 * difference of two figures often is.
 */
function isSure(derivation: Derivation | null): boolean {
  return derivation !== null && SURE.has(derivation.kind);
}

const SURE: ReadonlySet<DerivationKind> = new Set(['sum', 'beside-others', 'counted']);

/**
 * Whether the likeliest place of the figure is another than the draft's: an ordinal's where it is unlike the draft's and a
 * rival stands there, and any figure's that only holds it, and is unlike the draft's, or less like it than a rival's:
 * the latter finds six swaps for no false alarm.
 */
function isFar(
  agree: WeighedCandidate,
  differ: WeighedCandidate | null,
  { quantity }: Assessment,
  { supportedFrom, thereFrom }: Policy,
): boolean {
  // Of nearly everything there is a second somewhere: where a rival surely stands, one at another place excuses nothing.
  if (quantity.kind === 'ordinal' && (differ?.likeness ?? 0) >= thereFrom)
    return agree.likeness < supportedFrom;
  // A year holds its days, and bears them out wherever another year may stand.
  const rival = quantity.kind === 'date' ? 0 : (differ?.likeness ?? 0);
  return agree.likeness < Math.max(supportedFrom, rival) && isOnlyHeld(quantity, agree);
}

/** Whether the slot has another figure, which the draft's range, bound or vague word holds: `10 to 150` holds 25. */
export function isOnlyHeld(quantity: Quantity, { comparison, slot }: WeighedCandidate): boolean {
  if (comparison !== 'within') return false;
  const other = slot.quantity;
  if (quantity.kind === 'date' || other.kind === 'date') return true;
  return quantity.low !== other.low || quantity.high !== other.high;
}

/** How likely another value must be to stand at the fact. */
function rivalFrom(assessment: Assessment, agree: WeighedCandidate | null, policy: Policy): number {
  const { quantity } = assessment;
  if (quantity.kind === 'ordinal') return policy.rivalOrdinalFrom;
  // `ten days before` is worked out from two dates, which no article need count.
  if (isAnchored(assessment)) return policy.rivalFrom;
  // A year holds its days, and a day of it bears the year out.
  const isAbsent = agree === null || (quantity.kind !== 'date' && isOnlyHeld(quantity, agree));
  return isAbsent ? 0 : policy.rivalFrom;
}

/**
 * Whether the likeliest slot that agrees has the value before it was rounded or put into another unit: neither a slip nor
 * a figure of another fact comes to that.
 */
function isWorkedOut(agree: WeighedCandidate | null, { supportedFrom }: Policy): boolean {
  if (agree === null || agree.likeness < supportedFrom) return false;
  return agree.comparison === 'rounded' || agree.comparison === 'converted';
}
