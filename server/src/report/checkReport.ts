/** Check reports: what a check of some drafts found, before it is put into words or JSON. */

import type { Finding, Severity, Verdict } from '../check/finding.ts';
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
  for (const { findings } of report.drafts) for (const { verdict } of findings) counts[verdict]++;
  return counts;
}

/** Whether a severity is as loud as `threshold` or louder; what is not reported never is. */
export function reaches(severity: Severity | null, threshold: Severity): boolean {
  return severity !== null && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}
