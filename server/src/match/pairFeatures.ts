/** Pair features: what a slot of the draft and a slot of an article have in common, their values left aside. */

import type { Quantity } from '../quantity/quantity.ts';
import { contrastBetween } from './contrasts.ts';
import { matchOwners } from './owner.ts';
import type { Meeting, SentencePair } from './sentencePair.ts';
import type { Place, Slot } from './slot.ts';

/** Names of the features, in the order of the vectors that `pairFeatures` makes. All lie between 0 and 1. */
export const PAIR_FEATURES = [
  'sentenceCover',
  'sentenceCoverBack',
  'contextCover',
  'nameCover',
  'articleShare',
  'articleCover',
  'nearCover',
  'nearCoverBack',
  'leftMatch',
  'rightMatch',
  'crossMatch',
  'headMatch',
  'headNear',
  'previousTokenSame',
  'nextTokenSame',
  'sameKind',
  'sameDimension',
  'sameUnit',
  'samePer',
  'sameBound',
  'isDate',
  'draftTerms',
  'contrast',
  'accord',
  'nearContextCover',
  'nearestName',
  'owner',
  'subject',
  'ownersCover',
] as const;

/** The feature of that name in a vector that `pairFeatures` made. */
export function pairFeature(features: readonly number[], name: (typeof PAIR_FEATURES)[number]): number {
  return features[PLACES.get(name) ?? -1] ?? 0;
}

const PLACES: ReadonlyMap<string, number> = new Map(PAIR_FEATURES.map((name, at) => [name, at]));

/**
 * The features of a slot of the draft and one of an article, each in 0..1, in the order of `PAIR_FEATURES`; `pair` is
 * that of their sentences. Pure.
 */
export function pairFeatures(draft: Slot, article: Slot, pair: SentencePair): number[] {
  const { surroundings, forth, back } = pair;
  const own = draft.place;
  const other = article.place;
  const head = own.right[0];
  const headMet = head === undefined ? NOTHING : (forth.indices[head] ?? NOTHING);
  const contrast = contrastBetween(own.outcomes, other.outcomes);
  const likeness = compareKinds(draft.quantity, article.quantity);
  // One list of numbers, written as such, is stored without a box for each.
  return [
    pair.cover,
    pair.coverBack,
    pair.contextCover,
    pair.nameCover,
    surroundings.articleShare,
    surroundings.articleCover,
    nearCover(own, other, forth),
    nearCover(other, own, back),
    sideMatch(own.left, other.left, forth),
    sideMatch(own.right, other.right, forth),
    Math.max(sideMatch(own.left, other.right, forth), sideMatch(own.right, other.left, forth)),
    Number(headMet.includes(other.right[0] ?? -1)),
    nearestOf(headMet, other),
    Number(own.previous !== undefined && own.previous === other.previous),
    Number(own.next !== undefined && own.next === other.next),
    Number(likeness.kind),
    Number(likeness.dimension),
    Number(likeness.unit),
    Number(likeness.per),
    Number(likeness.bound),
    Number(draft.quantity.kind === 'date'),
    Math.min(1, own.sentence.terms.length / MANY_TERMS),
    contrast.conflict,
    contrast.accord,
    nearContextCover(own, pair),
    nearestName(own, pair),
    matchOwners(own.owner, pair.draft.carried, other.owner, surroundings.carried),
    pair.subject,
    pair.owners,
  ];
}

const NOTHING: readonly number[] = [];

/** Longer sentences than this say no more about how much a cover can be trusted. */
const MANY_TERMS = 20;

/** Cover of the terms near one place by terms near the other. */
function nearCover(from: Place, to: Place, { weights, credits, indices }: Meeting): number {
  let sum = 0;
  let all = 0;
  for (let at = 0; at < weights.length; at += 1) {
    const weight = (weights[at] ?? 0) * (from.nearness[at] ?? 0);
    all += weight;
    const credit = credits[at] ?? 0;
    if (credit > 0) sum += weight * credit * Math.sqrt(nearestOf(indices[at] ?? NOTHING, to));
  }
  return all === 0 ? 0 : sum / all;
}

/** Cover of the terms near the quantity by the sentence or what stands around it, wherever in it. */
function nearContextCover({ nearness }: Place, { forth, isAround }: SentencePair): number {
  let sum = 0;
  let all = 0;
  for (let at = 0; at < nearness.length; at += 1) {
    const near = nearness[at] ?? 0;
    const weight = (forth.weights[at] ?? 0) * (near * near);
    all += weight;
    sum += weight * (isAround[at] ? 1 : (forth.credits[at] ?? 0));
  }
  return all === 0 ? 0 : sum / all;
}

/** Whether the name nearest to the quantity is in the article's sentence (1), around it (0.5) or neither; 0.75 without names. */
function nearestName({ sentence: { terms }, nearness }: Place, { forth, isAround }: SentencePair): number {
  let nearest = -1;
  let most = 0;
  for (let at = 0; at < terms.length; at += 1) {
    const near = nearness[at] ?? 0;
    if (near <= most || terms[at]?.isName !== true) continue;
    nearest = at;
    most = near;
  }
  if (nearest === -1) return 0.75;
  if ((forth.credits[nearest] ?? 0) > 0) return 1;
  return isAround[nearest] ? 0.5 : 0;
}

function nearestOf(indices: readonly number[], { nearness }: Place): number {
  let nearest = 0;
  for (let at = 0; at < indices.length; at += 1) {
    const near = nearness[indices[at] ?? -1] ?? 0;
    if (near > nearest) nearest = near;
  }
  return nearest;
}

/** How many of the two nearest terms on one side are among the `BESIDE` nearest of the other slot's side. */
function sideMatch(from: readonly number[], to: readonly number[], { indices }: Meeting): number {
  const first = meetsOneOf(indices[from[0] ?? -1] ?? NOTHING, to);
  const second = meetsOneOf(indices[from[1] ?? -1] ?? NOTHING, to);
  return (Number(first) + Number(second)) / 2;
}

function meetsOneOf(met: readonly number[], side: readonly number[]): boolean {
  for (let at = 0; at < met.length; at += 1) if (side.includes(met[at] ?? -1)) return true;
  return false;
}

/** In which ways two quantities are of one sort. */
interface Likeness {
  readonly kind: boolean;
  readonly dimension: boolean;
  readonly unit: boolean;
  readonly per: boolean;
  readonly bound: boolean;
}

/** Dates have a grain where figures have a unit; a date and a figure have nothing in common but, perhaps, their bound. */
function compareKinds(draft: Quantity, article: Quantity): Likeness {
  const kind = draft.kind === article.kind;
  const bound = draft.bound === article.bound;
  if (draft.kind === 'date' || article.kind === 'date') {
    const unit = draft.kind === 'date' && article.kind === 'date' && draft.grain === article.grain;
    return { kind, dimension: kind, unit, per: kind, bound };
  }
  return {
    kind,
    dimension: draft.dimension === article.dimension,
    unit: draft.unit === article.unit,
    per: draft.per === article.per,
    bound,
  };
}
