/** Judgement of a figure or a date: from the assessment to verdict, code, message and fix. */

import type { QuantityClaim } from '../../claims/claim.ts';
import { probability } from '../../match/forest.ts';
import { CLAIM_MODEL } from '../../match/models.ts';
import { writeLike } from '../../quantity/write.ts';
import { articlesDisagreeMessage } from '../../rules/articles-disagree.ts';
import { boundChangedMessage } from '../../rules/bound-changed.ts';
import { dateMismatchMessage } from '../../rules/date-mismatch.ts';
import { figureMismatchMessage } from '../../rules/figure-mismatch.ts';
import { figureNotFoundMessage } from '../../rules/figure-not-found.ts';
import { figureOtherFactMessage } from '../../rules/figure-other-fact.ts';
import { supportedMessage } from '../../rules/supported.ts';
import { unitMismatchMessage } from '../../rules/unit-mismatch.ts';
import { evidenceOf } from '../evidence.ts';
import type { Evidence, Finding, Fix } from '../finding.ts';
import type { CheckOptions } from '../options.ts';
import { severityOf } from '../severity.ts';
import { type Assessment, agrees, type WeighedCandidate } from './assess.ts';
import { claimFeatures, contestOf } from './claimFeatures.ts';

/** The finding of one claim. Pure. */
export function judge(claim: QuantityClaim, assessment: Assessment, options: CheckOptions): Finding {
  const wrong = probability(CLAIM_MODEL, claimFeatures(assessment));
  const { agree, differ } = contestOf(assessment);
  if (wrong >= REFUTED_FROM) {
    const refuted = refute(claim, assessment, options);
    if (refuted !== null) return refuted;
  }
  if (agree === null || wrong >= REFUTED_FROM || agree.likeness < SUPPORTED_FROM)
    return notFound(claim, options);
  return disagreement(claim, assessment, agree, differ, options) ?? supported(claim, assessment, agree);
}

/** Above this probability a claim is refuted. Chosen on held-out folds, see docs/accuracy.md. */
export const REFUTED_FROM = 0.67;
/** A slot with an agreeing value supports the claim from this likeness on. */
const SUPPORTED_FROM = 0.1;
/** Two articles disagree only where both surely speak of the same fact. */
const DISAGREE_FROM = 0.8;
/** Passages shown with a finding. */
const EVIDENCE_SHOWN = 4;

function refute(claim: QuantityClaim, assessment: Assessment, options: CheckOptions): Finding | null {
  const { agree, differ } = contestOf(assessment);
  const bound = assessment.candidates.find(({ comparison }) => comparison === 'bound-changed') ?? null;
  const unit = assessment.candidates.find((candidate) => sameNumber(claim, candidate)) ?? null;
  const written = withExtent(claim);
  const likeliest = (candidate: WeighedCandidate): boolean =>
    candidate.likeness >= Math.max(agree?.likeness ?? 0, differ?.likeness ?? 0);
  if (bound !== null && likeliest(bound)) {
    const evidence = testify(bound, false);
    return finding(
      claim,
      'bound-changed',
      boundChangedMessage(evidence, said(bound), written),
      [evidence],
      [],
      options,
    );
  }
  if (unit !== null && likeliest(unit)) {
    const evidence = testify(unit, false);
    return finding(
      claim,
      'unit-mismatch',
      unitMismatchMessage(evidence, said(unit), written),
      [evidence],
      [],
      options,
    );
  }
  if (differ === null) return null;
  const evidence = testify(differ, false);
  const fixes = fixesOf(claim, differ);
  if (claim.kind === 'date') {
    const message = dateMismatchMessage(evidence, said(differ), claim.text);
    return finding(claim, 'date-mismatch', message, [evidence], fixes, options);
  }
  if (agree === null) {
    const message = figureMismatchMessage(evidence, said(differ), claim.text);
    return finding(claim, 'figure-mismatch', message, [evidence], fixes, options);
  }
  const other = testify(agree, false);
  const message = figureOtherFactMessage(evidence, said(differ), claim.text, other);
  return finding(claim, 'figure-other-fact', message, [evidence, other], fixes, options);
}

function supported(claim: QuantityClaim, assessment: Assessment, best: WeighedCandidate): Finding {
  const all = assessment.candidates.filter(
    (candidate) => agrees(candidate.comparison) && candidate.likeness >= best.likeness / 2,
  );
  const evidence = distinct(all).map((candidate) => testify(candidate, true));
  return {
    claim,
    verdict: 'supported',
    code: null,
    severity: null,
    message: supportedMessage(evidence[0] ?? testify(best, true)),
    evidence,
    fixes: [],
    diff: [],
    derivation: null,
  };
}

/** Another article surely gives another value for what this one bears out. */
function disagreement(
  claim: QuantityClaim,
  assessment: Assessment,
  agree: WeighedCandidate,
  differ: WeighedCandidate | null,
  options: CheckOptions,
): Finding | null {
  if (differ === null || agree.likeness < DISAGREE_FROM) return null;
  const agreeing = distinct(assessment.candidates.filter(({ comparison }) => agrees(comparison)));
  const against = distinct(
    assessment.candidates.filter(
      (candidate) =>
        candidate.comparison === 'different' &&
        candidate.likeness >= DISAGREE_FROM &&
        !agreeing.some(({ passage }) => passage.article === candidate.passage.article),
    ),
  );
  if (against.length === 0) return null;
  const pro = agreeing.filter(({ likeness }) => likeness >= DISAGREE_FROM).map((one) => testify(one, true));
  const contra = against.map((one) => testify(one, false));
  const message = articlesDisagreeMessage(pro, contra);
  return {
    ...finding(claim, 'articles-disagree', message, [...pro, ...contra], [], options),
    verdict: 'conflicting-evidence',
  };
}

function notFound(claim: QuantityClaim, options: CheckOptions): Finding {
  const message = figureNotFoundMessage(claim.text);
  return { ...finding(claim, 'figure-not-found', message, [], [], options), verdict: 'not-enough-evidence' };
}

function finding(
  claim: QuantityClaim,
  code: NonNullable<Finding['code']>,
  message: string,
  evidence: readonly Evidence[],
  fixes: readonly Fix[],
  options: CheckOptions,
): Finding {
  const severity = severityOf(code, options);
  return { claim, verdict: 'refuted', code, severity, message, evidence, fixes, diff: [], derivation: null };
}

function fixesOf(claim: QuantityClaim, differ: WeighedCandidate): readonly Fix[] {
  const newText = writeLike(differ.slot.quantity, claim.quantity);
  if (newText === claim.text) return [];
  return [{ title: `Change to ${newText}`, edits: [{ start: claim.start, end: claim.end, newText }] }];
}

/** The same digits with another unit or scale. */
function sameNumber(claim: QuantityClaim, { comparison, slot }: WeighedCandidate): boolean {
  if (comparison !== 'incomparable' || claim.quantity.kind === 'date' || slot.quantity.kind === 'date')
    return false;
  return (
    claim.quantity.low === slot.quantity.low && claim.quantity.unit !== null && slot.quantity.unit !== null
  );
}

/** One candidate an article and value, best first. */
function distinct(candidates: readonly WeighedCandidate[]): WeighedCandidate[] {
  const seen = new Set<string>();
  return candidates
    .filter(({ passage }) => {
      if (seen.has(passage.article.article.id)) return false;
      seen.add(passage.article.article.id);
      return true;
    })
    .slice(0, EVIDENCE_SHOWN);
}

function testify({ passage, slot }: WeighedCandidate, agreeing: boolean): Evidence {
  const { article } = passage.article;
  const { start, end } = passage.sentence.sentence;
  return evidenceOf(article, {
    passage: { start, end },
    marks: [slot.quantity.extent],
    value: article.text.slice(slot.quantity.extent.start, slot.quantity.extent.end),
    agrees: agreeing,
  });
}

function said({ passage, slot }: WeighedCandidate): string {
  return passage.article.article.text.slice(slot.quantity.extent.start, slot.quantity.extent.end);
}

function withExtent(claim: QuantityClaim): string {
  return claim.extentText;
}
