/** Pair features: what a slot of the draft and a slot of an article have in common, their values left aside. */

import type { Quantity } from '../quantity/quantity.ts';
import { contrastBetween } from './contrasts.ts';
import { matchOwners } from './owner.ts';
import { type Matches, NO_MATCH, type Surroundings, sentencePair, type Weigh } from './sentencePair.ts';
import type { Slot } from './slot.ts';

export type { Surroundings, Weigh };

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

/** The features of the pair, each in 0..1, in the order of `PAIR_FEATURES`; `carried` is the name the draft’s sentence takes over. */
export function pairFeatures(
  draft: Slot,
  carried: ReadonlySet<string>,
  article: Slot,
  surroundings: Surroundings,
  weigh: Weigh,
): number[] {
  const pair = sentencePair({ sentence: draft.sentence, carried }, article.sentence, surroundings, weigh);
  const { matches, back } = pair;
  const head = draft.right[0];
  const contrast = contrastBetween(draft, article);
  return [
    pair.cover,
    pair.coverBack,
    pair.contextCover,
    pair.nameCover,
    surroundings.articleShare,
    surroundings.articleCover,
    nearCover(draft, article, matches, weigh),
    nearCover(article, draft, back, weigh),
    sideMatch(draft.left, article.left, matches),
    sideMatch(draft.right, article.right, matches),
    Math.max(sideMatch(draft.left, article.right, matches), sideMatch(draft.right, article.left, matches)),
    head !== undefined && (matches[head] ?? NO_MATCH).indices.includes(article.right[0] ?? -1) ? 1 : 0,
    head === undefined ? 0 : nearestOf((matches[head] ?? NO_MATCH).indices, article),
    sameToken(draft, article, 'previous'),
    sameToken(draft, article, 'next'),
    ...likeness(draft.quantity, article.quantity),
    Math.min(1, draft.sentence.terms.length / MANY_TERMS),
    contrast.conflict,
    contrast.accord,
    nearContextCover(draft, matches, surroundings, weigh),
    nearestName(draft, matches, surroundings),
    matchOwners(draft, carried, article, surroundings.carried),
    pair.subject,
    pair.owners,
  ];
}

/** Longer sentences than this say no more about how much a cover can be trusted. */
const MANY_TERMS = 20;

/** Cover of the terms near the quantity by terms near the other quantity. */
function nearCover(from: Slot, to: Slot, matches: Matches, weigh: Weigh): number {
  let sum = 0;
  let all = 0;
  for (const [index, { term }] of from.sentence.terms.entries()) {
    const weight = weigh(term) * (from.nearness[index] ?? 0);
    all += weight;
    const match = matches[index] ?? NO_MATCH;
    sum += weight * match.credit * Math.sqrt(nearestOf(match.indices, to));
  }
  return all === 0 ? 0 : sum / all;
}

/** Cover of the terms near the quantity by the sentence or what stands around it, wherever in it. */
function nearContextCover(from: Slot, matches: Matches, around: Surroundings, weigh: Weigh): number {
  let sum = 0;
  let all = 0;
  for (const [index, { term }] of from.sentence.terms.entries()) {
    const weight = weigh(term) * (from.nearness[index] ?? 0) ** 2;
    all += weight;
    sum += weight * (around.neighbours.has(term) ? 1 : (matches[index]?.credit ?? 0));
  }
  return all === 0 ? 0 : sum / all;
}

/** Whether the name nearest to the quantity is in the article's sentence (1), around it (0.5) or neither; 0.75 without names. */
function nearestName(from: Slot, matches: Matches, around: Surroundings): number {
  let nearest = -1;
  for (const [index, { isName }] of from.sentence.terms.entries()) {
    if (isName && (from.nearness[index] ?? 0) > (from.nearness[nearest] ?? 0)) nearest = index;
  }
  const term = from.sentence.terms[nearest]?.term;
  if (term === undefined) return 0.75;
  if ((matches[nearest]?.credit ?? 0) > 0) return 1;
  return around.neighbours.has(term) ? 0.5 : 0;
}

function nearestOf(indices: readonly number[], slot: Slot): number {
  let nearest = 0;
  for (const index of indices) nearest = Math.max(nearest, slot.nearness[index] ?? 0);
  return nearest;
}

/** How many of the two nearest terms on one side are among the three nearest of the other slot's side. */
function sideMatch(from: readonly number[], to: readonly number[], matches: Matches): number {
  const near = to.slice(0, 3);
  let found = 0;
  for (const index of from.slice(0, 2))
    if ((matches[index] ?? NO_MATCH).indices.some((other) => near.includes(other))) found += 1;
  return found / 2;
}

function sameToken(draft: Slot, article: Slot, side: 'previous' | 'next'): number {
  const own = tokenBeside(draft, side);
  return own !== undefined && own === tokenBeside(article, side) ? 1 : 0;
}

function tokenBeside(slot: Slot, side: 'previous' | 'next'): string | undefined {
  const index = side === 'previous' ? slot.firstToken - 1 : slot.lastToken;
  return slot.sentence.sentence.tokens[index]?.lower;
}

function likeness(draft: Quantity, article: Quantity): readonly number[] {
  const isDate = draft.kind === 'date';
  const kind = draft.kind === article.kind;
  if (draft.kind === 'date' || article.kind === 'date') {
    const grain = draft.kind === 'date' && article.kind === 'date' && draft.grain === article.grain;
    return [kind, kind, grain, kind, draft.bound === article.bound, isDate].map(Number);
  }
  return [
    kind,
    draft.dimension === article.dimension,
    draft.unit === article.unit,
    draft.per === article.per,
    draft.bound === article.bound,
    isDate,
  ].map(Number);
}
