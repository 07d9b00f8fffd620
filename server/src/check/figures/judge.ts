/** Judgement of a figure or a date: the decision put into verdict, code, message, evidence and fix. */

import type { QuantityClaim } from '../../claims/claim.ts';
import { describeQuantity } from '../../quantity/describe.ts';
import { slipLength } from '../../quantity/slip.ts';
import { articlesDisagreeMessage } from '../../rules/articles-disagree.ts';
import { boundChangedMessage } from '../../rules/bound-changed.ts';
import type { Code } from '../../rules/codes.ts';
import { dateMismatchMessage } from '../../rules/date-mismatch.ts';
import { figureAbsentMessage, figureMismatchMessage } from '../../rules/figure-mismatch.ts';
import { figureNotFoundMessage } from '../../rules/figure-not-found.ts';
import { figureElsewhereMessage, figureOtherFactMessage } from '../../rules/figure-other-fact.ts';
import { figureSupersededMessage } from '../../rules/figure-superseded.ts';
import { derivedMessage, supportedMessage } from '../../rules/supported.ts';
import { unitMismatchMessage } from '../../rules/unit-mismatch.ts';
import { contains } from '../../text/span.ts';
import { evidenceOf } from '../evidence.ts';
import type { Evidence, Finding, Fix, Verdict } from '../finding.ts';
import type { CheckOptions } from '../options.ts';
import { severityOf } from '../severity.ts';
import type { Assessment, WeighedCandidate } from './assess.ts';
import { boundCorrection, correction, valueAgainst, type Written } from './correction.ts';
import { type Decision, decide } from './decide.ts';
import type { Derivation } from './derive.ts';
import { POLICY } from './policy.ts';

/** The finding of one claim. Pure. */
export function judge(claim: QuantityClaim, assessment: Assessment, options: CheckOptions): Finding {
  const said = sayingOf(claim, decide(assessment));
  const severity = said.code === null ? null : severityOf(said.code, options);
  const { verdict, code, message, evidence, fixes, derivation } = said;
  return { claim, verdict, code, severity, message, evidence, fixes, diff: [], derivation };
}

/** What a decision comes to in words. */
interface Saying {
  readonly verdict: Verdict;
  readonly code: Code | null;
  readonly message: string;
  readonly evidence: readonly Evidence[];
  readonly fixes: readonly Fix[];
  readonly derivation: string | null;
}

/** Passages shown with a finding. */
const EVIDENCE_SHOWN = 4;

function sayingOf(claim: QuantityClaim, decision: Decision): Saying {
  switch (decision.kind) {
    case 'supported':
      return supported(decision.by);
    case 'mismatch':
      return mismatch(claim, decision.by);
    case 'other-fact':
      return otherFact(claim, decision);
    case 'unit': {
      const evidence = testify(decision.by, 'against');
      const message = unitMismatchMessage(evidence, writtenValue(decision.by), claim.extentText);
      return refuted('unit-mismatch', message, [evidence], correction(claim, written(decision.by)));
    }
    case 'bound': {
      const evidence = testify(decision.by, 'against');
      const message = boundChangedMessage(evidence, writtenValue(decision.by), claim.extentText);
      return refuted('bound-changed', message, [evidence], boundCorrection(claim, written(decision.by)));
    }
    case 'derived':
      return followed(decision.derivation);
    case 'disagree':
      return disagreement('articles-disagree', decision.pro, decision.contra);
    case 'superseded':
      return disagreement('figure-superseded', decision.pro, decision.contra);
    case 'not-found': {
      const message = figureNotFoundMessage(claim.text);
      return { ...refuted('figure-not-found', message, [], []), verdict: 'not-enough-evidence' };
    }
  }
}

function supported(by: readonly WeighedCandidate[]): Saying {
  const evidence = onePerArticle(by).map((candidate) => testify(candidate, 'for'));
  const [best] = evidence;
  const message = best === undefined ? '' : supportedMessage(best);
  return { verdict: 'supported', code: null, message, evidence, fixes: [], derivation: null };
}

function mismatch(claim: QuantityClaim, by: WeighedCandidate): Saying {
  const evidence = testify(by, 'against');
  const isDate = claim.kind === 'date';
  const code = isDate ? 'date-mismatch' : 'figure-mismatch';
  const own = valueAgainst(claim, by.slot.quantity);
  if (!isNamed(claim, by)) return refuted(code, figureAbsentMessage(evidence, own), [evidence], []);
  const wording = isDate ? dateMismatchMessage : figureMismatchMessage;
  const message = wording(evidence, writtenValue(by), own);
  return refuted(code, message, [evidence], correction(claim, written(by)));
}

/** Whether the value surely stands in the place of the draft's, or a slip of the pen makes the one of the other. */
function isNamed({ quantity }: QuantityClaim, { likeness, slot }: WeighedCandidate): boolean {
  return likeness >= POLICY.namedFrom || slipLength(quantity, slot.quantity) > 0;
}

function otherFact(
  claim: QuantityClaim,
  { by, stands, another }: Extract<Decision, { readonly kind: 'other-fact' }>,
): Saying {
  const other = testify(stands, 'against');
  if (by === null) {
    const message = figureElsewhereMessage(other, claim.text, another);
    return refuted('figure-other-fact', message, [other], []);
  }
  if (claim.kind === 'date') return mismatch(claim, by);
  const evidence = testify(by, 'against');
  const own = valueAgainst(claim, by.slot.quantity);
  const message = figureOtherFactMessage(evidence, writtenValue(by), own, other, another);
  return refuted('figure-other-fact', message, [evidence, other], correction(claim, written(by)));
}

function followed({ arithmetic, passage, operands }: Derivation): Saying {
  const { start, end } = passage.sentence.sentence;
  // A year may be counted from one in the sentence before.
  const within = operands.filter(({ extent }) => contains({ start, end }, extent));
  const marks = within.map(({ extent }) => extent);
  const evidence = evidenceOf(passage.article.article, {
    passage: { start, end },
    marks,
    value: arithmetic,
    agrees: true,
  });
  const message = derivedMessage(evidence, arithmetic);
  return {
    verdict: 'supported',
    code: null,
    message,
    evidence: [evidence],
    fixes: [],

    derivation: arithmetic,
  };
}

function disagreement(
  code: 'articles-disagree' | 'figure-superseded',
  pro: readonly WeighedCandidate[],
  contra: readonly WeighedCandidate[],
): Saying {
  const agreeing = onePerArticle(pro).map((one) => testify(one, 'for'));
  const differing = onePerArticle(contra).map((one) => testify(one, 'against'));
  const wording = code === 'articles-disagree' ? articlesDisagreeMessage : figureSupersededMessage;
  const message = wording(agreeing, differing);
  return {
    ...refuted(code, message, [...agreeing, ...differing], []),
    verdict: 'conflicting-evidence',
  };
}

function refuted(code: Code, message: string, evidence: readonly Evidence[], fixes: readonly Fix[]): Saying {
  return { verdict: 'refuted', code, message, evidence, fixes, derivation: null };
}

/** The best candidate of each article, best first. */
function onePerArticle(candidates: readonly WeighedCandidate[]): WeighedCandidate[] {
  const seen = new Set<string>();
  const best = candidates.filter(({ passage }) => {
    const { id } = passage.article.article;
    return seen.has(id) ? false : seen.add(id);
  });
  return best.slice(0, EVIDENCE_SHOWN);
}

function testify(candidate: WeighedCandidate, side: 'for' | 'against'): Evidence {
  const { article } = candidate.passage.article;
  const { start, end } = candidate.passage.sentence.sentence;
  return evidenceOf(article, {
    passage: { start, end },
    marks: [candidate.slot.quantity.extent],
    value: writtenValue(candidate),
    agrees: side === 'for',
  });
}

function writtenValue({ passage, slot }: WeighedCandidate): string {
  return describeQuantity(slot.quantity, passage.article.article.text);
}

function written({ passage, slot }: WeighedCandidate): Written {
  const { start, end } = slot.quantity.extent;
  return { quantity: slot.quantity, extentText: passage.article.article.text.slice(start, end) };
}
