/** The table of rules: one entry a code, in the order the documentation lists them. */

import { articlesDisagree } from './articles-disagree.ts';
import { boundChanged } from './bound-changed.ts';
import { citationMismatch } from './citation-mismatch.ts';
import { citationMissing } from './citation-missing.ts';
import { citationUnknownKey } from './citation-unknown-key.ts';
import { citationUnused } from './citation-unused.ts';
import type { Code } from './codes.ts';
import { dateMismatch } from './date-mismatch.ts';
import { draftInconsistent } from './draft-inconsistent.ts';
import { figureMismatch } from './figure-mismatch.ts';
import { figureNotFound } from './figure-not-found.ts';
import { figureOtherFact } from './figure-other-fact.ts';
import { figureSuperseded } from './figure-superseded.ts';
import { misattributed } from './misattributed.ts';
import { nameMismatch } from './name-mismatch.ts';
import { quoteAltered } from './quote-altered.ts';
import { quoteElision } from './quote-elision.ts';
import { quoteNotFound } from './quote-not-found.ts';
import type { Rule } from './rule.ts';
import { signOffOutdated } from './sign-off-outdated.ts';
import { spelling } from './spelling.ts';
import { suppressionUnknownCode } from './suppression-unknown-code.ts';
import { suppressionUnused } from './suppression-unused.ts';
import { titleMismatch } from './title-mismatch.ts';
import { unitMismatch } from './unit-mismatch.ts';

export const RULES: readonly Rule[] = [
  figureMismatch,
  figureOtherFact,
  unitMismatch,
  boundChanged,
  dateMismatch,
  articlesDisagree,
  figureSuperseded,
  draftInconsistent,
  figureNotFound,
  quoteAltered,
  quoteElision,
  quoteNotFound,
  misattributed,
  nameMismatch,
  titleMismatch,
  spelling,
  signOffOutdated,
  citationMissing,
  citationMismatch,
  citationUnknownKey,
  citationUnused,
  suppressionUnknownCode,
  suppressionUnused,
];

const BY_CODE = new Map(RULES.map((rule) => [rule.code, rule] as const));

/** The rule of a code, or undefined for a code without one. */
export function ruleOf(code: Code): Rule | undefined {
  return BY_CODE.get(code);
}
