/** `corroborate check`: checks drafts, prints the report and tells the exit code. */

import type { Severity } from '../check/finding.ts';
import { type CheckedDraft, reaches } from '../report/checkReport.ts';
import { checkDrafts, type DraftChoice } from './checkDrafts.ts';
import type { Format } from './formats.ts';
import { printReport } from './printReport.ts';
import type { Terminal } from './terminal.ts';

/** Findings of this severity or louder make the exit code 1. */
export type Threshold = Severity | 'never';

export interface CheckArguments extends DraftChoice {
  readonly format: Format;
  /** Null for the one of each draft’s configuration, else the default. */
  readonly failOn: Threshold | null;
}

/** Exit codes: nothing at or above the threshold, findings. What cannot run is a `CliError`. */
export type CheckExitCode = 0 | 1;

/** As loud as a refuted claim is. */
const DEFAULT_THRESHOLD: Threshold = 'warning';

/** Runs a check. Rejects with `CliError` when a draft or the corpus cannot be read. */
export async function runCheck(given: CheckArguments, terminal: Terminal): Promise<CheckExitCode> {
  const { report, configs } = await checkDrafts(given, terminal);
  await terminal.write(printReport(report, given.format, terminal));
  const fails = report.drafts.some((draft, index) =>
    failsOn(draft, given.failOn ?? configs[index]?.failOn ?? DEFAULT_THRESHOLD),
  );
  return fails ? 1 : 0;
}

function failsOn({ findings }: CheckedDraft, threshold: Threshold): boolean {
  return threshold !== 'never' && findings.some(({ severity }) => reaches(severity, threshold));
}
