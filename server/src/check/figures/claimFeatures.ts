/** Claim features: what an assessment says for and against a figure, as the numbers the decision is made from. */

import { PAIR_FEATURES, pairFeature } from '../../match/pairFeatures.ts';
import { compareQuantities } from '../../quantity/compare.ts';
import type { Quantity } from '../../quantity/quantity.ts';
import { slipLength } from '../../quantity/slip.ts';
import { type Assessment, agrees, type Echo, type WeighedCandidate } from './assess.ts';
import type { Derivation, DerivationKind } from './derive.ts';
import { isAnchored, isYear, NONE, valueFeatures, valueRatio } from './valueFeatures.ts';

const CANDIDATE_FEATURES = ['likeness', ...PAIR_FEATURES] as const;

const OWN_FEATURES = [
  'gap',
  'agreeCount',
  'agreeRank',
  'agreeComparison',
  'boundChangedLikeness',
  'otherDimensionLikeness',
  'freeDifferLikeness',
  'siblingsInAgree',
  'siblingsInDiffer',
  'siblings',
  'bestCover',
  'agreeCoverShare',
  'differCoverShare',
  'samePassage',
  'differValueRatio',
  'value',
  'significant',
  'kind',
  'inWords',
  'vague',
  'bound',
  'derivable',
  'terms',
  'isYear',
  'bestArticleCover',
  'echoLikeness',
  'echoCover',
  'echoNearCover',
  'echoContextCover',
  'anchored',
  'slipLikeness',
  'slipLength',
  'differIsSlip',
  'derivation',
] as const;

/** Names of the features, in the order of `claimFeatures`. */
export const CLAIM_FEATURES: readonly string[] = [
  ...CANDIDATE_FEATURES.map((name) => `agree.${name}`),
  ...CANDIDATE_FEATURES.map((name) => `differ.${name}`),
  ...OWN_FEATURES,
];

/** The candidates that decide: the likeliest that agrees and the likeliest of the same dimension that does not. */
export interface Contest {
  readonly agree: WeighedCandidate | null;
  readonly differ: WeighedCandidate | null;
}

export function contestOf(assessment: Assessment): Contest {
  const agree = assessment.candidates.find(({ comparison }) => agrees(comparison)) ?? null;
  const differ = assessment.candidates.find(({ comparison }) => comparison === 'different') ?? null;
  return { agree, differ };
}

/** The features of one assessment, in the order of `CLAIM_FEATURES`; `derivation` is what `derivationOf` gives for it. */
export function claimFeatures(assessment: Assessment, derivation: Derivation | null): number[] {
  const { agree, differ } = contestOf(assessment);
  return [
    ...candidateFeatures(agree),
    ...candidateFeatures(differ),
    ...ownFeatures(assessment, agree, differ),
    DERIVATIONS.indexOf(derivation?.kind ?? 'none'),
  ];
}

function candidateFeatures(candidate: WeighedCandidate | null): readonly number[] {
  return candidate === null
    ? CANDIDATE_FEATURES.map(() => NONE)
    : [candidate.likeness, ...candidate.features];
}

function ownFeatures(
  assessment: Assessment,
  agree: WeighedCandidate | null,
  differ: WeighedCandidate | null,
): readonly number[] {
  const { quantity, candidates } = assessment;
  const siblings = assessment.sentence.quantities.filter((other) => other !== quantity);
  const covers = candidates.map(({ features }) => features[0] ?? 0);
  const bestCover = Math.max(0, ...covers);
  return [
    (agree?.likeness ?? 0) - (differ?.likeness ?? 0),
    candidates.filter(({ comparison }) => agrees(comparison)).length,
    candidates.findIndex(({ comparison }) => agrees(comparison)),
    agree === null ? NONE : COMPARISON_ORDER.indexOf(agree.comparison),
    likeliest(candidates, (candidate) => candidate.comparison === 'bound-changed'),
    likeliest(candidates, (candidate) => candidate.comparison === 'incomparable'),
    likeliest(candidates, (candidate) => candidate.comparison === 'different' && isFree(candidate, siblings)),
    siblingShare(siblings, agree),
    siblingShare(siblings, differ),
    siblings.length,
    bestCover,
    agree === null || bestCover === 0 ? NONE : (agree.features[0] ?? 0) / bestCover,
    differ === null || bestCover === 0 ? NONE : (differ.features[0] ?? 0) / bestCover,
    agree !== null && differ !== null && agree.passage.sentence === differ.passage.sentence ? 1 : 0,
    differ === null ? NONE : valueRatio(quantity, differ.slot.quantity),
    ...valueFeatures(quantity),
    isDerivable(assessment) ? 1 : 0,
    assessment.sentence.terms.length,
    isYear(quantity) ? 1 : 0,
    Math.max(0, ...assessment.passages.map(({ surroundings }) => surroundings.articleCover)),
    ...(assessment.echo === null ? [NONE, NONE, NONE, NONE] : echoFeatures(assessment.echo)),
    isAnchored(assessment) ? 1 : 0,
    ...slipFeatures(assessment, differ),
  ];
}

/** The likeliest value that a slip of the pen could have made the draft's of: its likeness, its length, whether it is the rival. */
function slipFeatures(
  { quantity, candidates }: Assessment,
  differ: WeighedCandidate | null,
): readonly number[] {
  const slip = candidates.find(
    ({ comparison, slot }) => comparison === 'different' && slipLength(quantity, slot.quantity) > 0,
  );
  if (slip === undefined) return [NONE, NONE, 0];
  return [slip.likeness, slipLength(quantity, slip.slot.quantity), slip === differ ? 1 : 0];
}

const DERIVATIONS: readonly (DerivationKind | 'none')[] = [
  'none',
  'sum',
  'beside-others',
  'difference',
  'years',
  'share',
  'counted',
];

/** The features of an echo that tell, beside its likeness. */
const ECHO_FEATURES = ['sentenceCover', 'nearCover', 'contextCover'] as const;

function echoFeatures({ likeness, features }: Echo): readonly number[] {
  return [likeness, ...ECHO_FEATURES.map((name) => pairFeature(features, name))];
}

const COMPARISON_ORDER: readonly string[] = [
  'equal',
  'rounded',
  'converted',
  'within',
  'bound-dropped',
  'bound-added',
];

function likeliest(
  candidates: readonly WeighedCandidate[],
  test: (candidate: WeighedCandidate) => boolean,
): number {
  return candidates.find(test)?.likeness ?? NONE;
}

/** Whether no other quantity of the draft's sentence takes up the candidate's value. */
function isFree(candidate: WeighedCandidate, siblings: readonly Quantity[]): boolean {
  return !siblings.some((sibling) => agrees(compareQuantities(sibling, candidate.slot.quantity)));
}

/** Share of the sentence's other quantities that the candidate's sentence bears out. */
function siblingShare(siblings: readonly Quantity[], candidate: WeighedCandidate | null): number {
  if (candidate === null || siblings.length === 0) return NONE;
  const { quantities } = candidate.passage.sentence;
  const borne = siblings.filter((sibling) =>
    quantities.some((other) => agrees(compareQuantities(sibling, other))),
  );
  return borne.length / siblings.length;
}

/** Whether the value is the sum or the difference of two values of one passage, or of two years of the passages. */
function isDerivable({ quantity, passages }: Assessment): boolean {
  if (quantity.kind === 'date' || quantity.low !== quantity.high) return false;
  const value = quantity.low;
  return passages.some(({ sentence }) => {
    const values = sentence.quantities.flatMap((other) => valueForSum(quantity, other));
    return values.some((a, i) =>
      values.some((b, j) => j > i && (a + b === value || Math.abs(a - b) === value)),
    );
  });
}

function valueForSum(quantity: Quantity, other: Quantity): readonly number[] {
  if (other.kind === 'date') return quantity.kind !== 'date' && other.year !== null ? [other.year] : [];
  return quantity.kind !== 'date' && other.dimension === quantity.dimension ? [other.low] : [];
}
