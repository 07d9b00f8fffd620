/** Decision: which of the outcomes an assessment comes to, before anything is put into words. */

import { pairFeature } from '../../match/pairFeatures.ts';
import type { Quantity } from '../../quantity/quantity.ts';
import { type Another, anotherFact } from './anotherFact.ts';
import { type Assessment, agrees, CONTRAST_FROM, SMALL_COUNT, type WeighedCandidate } from './assess.ts';
import { contestOf } from './claimFeatures.ts';
import { type Derivation, derivationOf } from './derive.ts';
import { isOnlyHeld, isWrong } from './isWrong.ts';
import { POLICY, type Policy } from './policy.ts';
import { endsTold, isRange } from './rangeEnds.ts';
import { isPartOfTotal } from './totals.ts';
import { isSameNumber, slipOfUnit } from './unitSlip.ts';

export type Decision =
  | { readonly kind: 'supported'; readonly by: readonly WeighedCandidate[] }
  /** The fact is told with another value. */
  | { readonly kind: 'mismatch'; readonly by: WeighedCandidate }
  /** The value is told of another fact of the same story; `by` holds the value of the draft's fact where the articles give one. */
  | {
      readonly kind: 'other-fact';
      readonly by: WeighedCandidate | null;
      readonly stands: WeighedCandidate;
      /** Of whom or of when it is told instead, where the article's own words say so. */
      readonly another?: Another;
    }
  | { readonly kind: 'unit'; readonly by: WeighedCandidate }
  | { readonly kind: 'bound'; readonly by: WeighedCandidate }
  /** No article prints the figure; it follows from what one passage prints. */
  | { readonly kind: 'derived'; readonly derivation: Derivation }
  | {
      readonly kind: 'disagree' | 'superseded';
      readonly pro: readonly WeighedCandidate[];
      readonly contra: readonly WeighedCandidate[];
    }
  | { readonly kind: 'not-found' };

const NOT_FOUND: Decision = { kind: 'not-found' };

/** The outcome for one quantity of the draft. Pure and total. */
export function decide(assessment: Assessment, policy: Policy = POLICY): Decision {
  const derivation = derivationOf(assessment, policy);
  const derived: Decision | null = derivation === null ? null : { kind: 'derived', derivation };
  if (tellsNoFact(assessment) || isArticle(assessment.quantity))
    return supportedOrNotFound(assessment, derived, policy);
  const bound = boundDecision(assessment, policy);
  if (bound !== null) return bound;
  const unit = slipOfUnit(assessment, policy);
  if (unit !== null) return { kind: 'unit', by: unit };
  const end = endAlone(assessment, policy);
  if (end !== null && derived === null) return { kind: 'mismatch', by: end };
  if (isWrong(assessment, derivation, policy)) return refuted(assessment, policy);
  const another = anotherDecision(assessment, policy);
  if (another !== null) return derived ?? another;
  const contrast = contrastDecision(assessment);
  if (contrast !== null) return derived ?? contrast;
  return disagreement(assessment, policy) ?? supportedOrNotFound(assessment, derived, policy);
}

/** A cell of a table or a bare heading does not say which fact it tells; `She was 71.` does. */
function tellsNoFact({ sentence, quantity }: Assessment): boolean {
  return sentence.terms.length < LEAST_TERMS && quantity.kind !== 'age';
}

/** `a day`, `within the hour`: what such words count is seldom told as a fact of its own. */
function isArticle({ text }: Quantity): boolean {
  return /^(?:an?|the)$/i.test(text);
}

const LEAST_TERMS = 2;

function supportedOrNotFound(assessment: Assessment, derived: Decision | null, policy: Policy): Decision {
  const { supportedFrom } = policy;
  const agreeing = agreeingOnBothEnds(assessment).filter((one) => bearsOut(one, policy));
  const best = agreeing[0]?.likeness ?? 0;
  if (best < supportedFrom) return derived ?? NOT_FOUND;
  return { kind: 'supported', by: agreeing.filter(({ likeness }) => likeness >= best / 2) };
}

/** The candidates that agree; those that tell a figure inside the draft's range only where both ends of it are told. */
function agreeingOnBothEnds({ quantity, candidates }: Assessment): readonly WeighedCandidate[] {
  const agreeing = candidates.filter(({ comparison }) => agrees(comparison));
  if (!isRange(quantity)) return agreeing;
  const [lower, upper] = endsTold(quantity, candidates);
  if (lower.length > 0 && upper.length > 0) return agreeing;
  return agreeing.filter((one) => !isOnlyHeld(quantity, one));
}

/** Whether the article tells the draft's story, or the place is so like the draft's that it does not matter. */
function bearsOut({ likeness, passage }: WeighedCandidate, policy: Policy): boolean {
  return (
    passage.surroundings.articleCover >= policy.supportTellsFrom || likeness >= policy.supportedAnywhereFrom
  );
}

function refuted(assessment: Assessment, policy: Policy): Decision {
  const { quantity, candidates } = assessment;
  const { agree, differ } = contestOf(assessment);
  const unit = candidates.find((candidate) => isSameNumber(quantity, candidate)) ?? null;
  if (unit !== null && unit.likeness >= Math.max(agree?.likeness ?? 0, differ?.likeness ?? 0)) {
    return { kind: 'unit', by: unit };
  }
  if (differ === null) return NOT_FOUND;
  const by = newestLike(differ, candidates);
  const stands = standsElsewhere(assessment, by, policy);
  return stands === undefined ? { kind: 'mismatch', by } : { kind: 'other-fact', by, stands };
}

/**
 * Where the draft's figure stands at another fact: in the rival's own article if it is there, else in another that tells the
 * draft's story. What some other story counts the same number of explains nothing.
 */
function standsElsewhere(
  { quantity, candidates }: Assessment,
  by: WeighedCandidate,
  { relatedFrom }: Policy,
): WeighedCandidate | undefined {
  const same = candidates.filter((one) => agrees(one.comparison) && !isOnlyHeld(quantity, one));
  return (
    same.find(({ passage }) => passage.article === by.passage.article) ??
    same.find(({ passage }) => passage.surroundings.articleCover >= relatedFrom)
  );
}

/** Of the candidates about as likely as `best`, and of the same names, the one from the newest article: tolls rise, counts are corrected. */
function newestLike(best: WeighedCandidate, candidates: readonly WeighedCandidate[]): WeighedCandidate {
  const alike = candidates.filter(
    (one) =>
      one.comparison === 'different' &&
      one.likeness >= best.likeness * ABOUT_AS_LIKELY &&
      pairFeature(one.features, 'ownersCover') >= pairFeature(best.features, 'ownersCover'),
  );
  return alike.reduce((newest, one) => (publishedOf(one) > publishedOf(newest) ? one : newest), best);
}

/** Two articles that tell one fact in their own words differ by about this much in likeness. */
const ABOUT_AS_LIKELY = 0.6;

/** Day of publication, in an order that strings keep; the empty string where it is not known. */
function publishedOf({ passage }: WeighedCandidate): string {
  return passage.article.article.published ?? '';
}

/** The same number of the same fact under a bound that points the other way. */
function boundDecision(assessment: Assessment, { boundFrom }: Policy): Decision | null {
  const bound = assessment.candidates.find(({ comparison }) => comparison === 'bound-changed');
  const { agree } = contestOf(assessment);
  if (bound === undefined || bound.likeness < boundFrom || (agree?.likeness ?? 0) > bound.likeness / 2)
    return null;
  return { kind: 'bound', by: bound };
}

/** The one end of the draft's range that the articles tell, at a place like the draft's, where none of them has the other. */
function endAlone({ quantity, candidates }: Assessment, { namedFrom }: Policy): WeighedCandidate | null {
  if (!isRange(quantity)) return null;
  const best = candidates.find(({ comparison }) => agrees(comparison));
  if (best === undefined || best.comparison !== 'within' || best.likeness < namedFrom) return null;
  const [lower, upper] = endsTold(quantity, candidates);
  if (lower.length > 0 === upper.length > 0) return null;
  return [...lower, ...upper].includes(best) ? best : null;
}

/** Every place where the figure may be meant is told of another person or another time. */
function anotherDecision(assessment: Assessment, policy: Policy): Decision | null {
  const { candidates } = assessment;
  const { supportedFrom, standsFrom, thereFrom } = policy;
  const agreeing = candidates.filter(({ comparison }) => agrees(comparison));
  const rival = candidates.find(({ comparison }) => comparison === 'different');
  const [best] = agreeing;
  // At a place unlike the draft's the figure is no other fact's unless something else surely stands at the draft's.
  const from = (rival?.likeness ?? 0) >= thereFrom ? standsFrom : supportedFrom;
  if (best === undefined || best.likeness < from) return null;
  const meant = agreeing.filter(({ likeness }) => likeness >= Math.max(standsFrom, best.likeness / 2));
  const others = meant.flatMap((one) => anotherFact(assessment, one, policy) ?? []);
  const [another] = others;
  if (another === undefined || others.length < meant.length) return null;
  const by = another.kind === 'time' ? another.rival : null;
  return { kind: 'other-fact', by, stands: best, another };
}

/** What becomes of people is told of counts of them, and not of when, how long or in which order. */
const UNCONTRASTED: ReadonlySet<Quantity['kind']> = new Set(['age', 'ordinal', 'duration']);

/** Wherever the number stands, the words beside it exclude the draft's: wounded for killed, children for adults. */
function contrastDecision(assessment: Assessment): Decision | null {
  const { candidates, quantity } = assessment;
  if (quantity.kind === 'date' || UNCONTRASTED.has(quantity.kind)) return null;
  if (quantity.vague || quantity.high <= SMALL_COUNT) return null;
  // A slot that is excluded keeps a tenth of its likeness, so one that still comes first has no real rival.
  const best = candidates.find(({ comparison }) => agrees(comparison));
  if (best === undefined) return null;
  if (isPartOfTotal(assessment, best)) return { kind: 'other-fact', by: null, stands: best };
  if (pairFeature(best.features, 'contrast') < CONTRAST_FROM) return null;
  const rival = candidates.find(
    ({ comparison, likeness }) => comparison === 'different' && likeness >= best.likeness,
  );
  const by = rival === undefined ? null : newestLike(rival, candidates);
  return { kind: 'other-fact', by, stands: best };
}

/** Another article surely gives another value for what this one bears out. */
function disagreement({ candidates }: Assessment, { disagreeFrom }: Policy): Decision | null {
  const agreeing = candidates.filter(({ comparison }) => agrees(comparison));
  const pro = agreeing.filter(({ likeness }) => likeness >= disagreeFrom);
  if (pro.length === 0) return null;
  const contra = candidates.filter(
    (candidate) =>
      candidate.comparison === 'different' &&
      candidate.likeness >= disagreeFrom &&
      !agreeing.some(({ passage }) => passage.article === candidate.passage.article),
  );
  if (contra.length === 0) return null;
  const newestPro = pro.map(publishedOf).sort().at(-1) ?? '';
  const isNewer = newestPro !== '' && contra.every((one) => publishedOf(one) > newestPro);
  return { kind: isNewer ? 'superseded' : 'disagree', pro, contra };
}
