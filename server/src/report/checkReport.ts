/** Check reports: what a check of some drafts found, before it is put into words or JSON. */

import type { Finding, Severity, Verdict } from '../check/finding.ts';
import { isStatement } from '../claims/claim.ts';
import type { SkippedFile } from '../corpus/article.ts';
import type { Draft } from '../draft/draft.ts';

export interface CheckedDraft {
  readonly draft: Draft;
  readonly findings: readonly Finding[];
}

export interface CheckReport {
  readonly corpus: { readonly articles: number; readonly skipped: readonly SkippedFile[] };
  readonly drafts: readonly CheckedDraft[];
}

/** How many claims got each verdict. */
export type VerdictCounts = Readonly<Record<Verdict, number>>;

/** Severities from the loudest to the quietest. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Severity[];

/** The claims of all drafts by verdict. */
export function countVerdicts(report: CheckReport): VerdictCounts {
  const counts = { supported: 0, refuted: 0, 'conflicting-evidence': 0, 'not-enough-evidence': 0 };
  for (const { findings } of report.drafts) {
    for (const { claim, verdict } of findings) if (isStatement(claim)) counts[verdict]++;
  }
  return counts;
}

/** One verdict of a summary: `9 supported`. */
export interface CountedVerdict {
  readonly verdict: Verdict;
  readonly words: string;
}

/** The verdicts that some claims got, in the order and words of a summary. */
export function countedVerdicts(report: CheckReport): readonly CountedVerdict[] {
  const counts = countVerdicts(report);
  return SUMMARY.filter(([verdict]) => counts[verdict] > 0).map(([verdict, words]) => ({
    verdict,
    words: `${counts[verdict]} ${words}`,
  }));
}

const SUMMARY: readonly (readonly [Verdict, string])[] = [
  ['supported', 'supported'],
  ['refuted', 'refuted'],
  ['conflicting-evidence', 'on which the articles disagree'],
  ['not-enough-evidence', 'not found'],
];

/** Whether a severity is as loud as `threshold` or louder; what is not reported never is. */
export function reaches(severity: Severity | null, threshold: Severity): boolean {
  return severity !== null && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}
