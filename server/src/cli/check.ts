/** `corroborate check`: checks drafts, prints the report and tells the exit code. */

import type { Severity } from '../check/finding.ts';
import { type CheckReport, reaches } from '../report/checkReport.ts';
import { checkDrafts, type DraftChoice } from './checkDrafts.ts';
import { type Format, printReport } from './printReport.ts';
import type { Terminal } from './terminal.ts';

export interface CheckArguments extends DraftChoice {
  readonly format: Format;
  /** Findings of this severity or louder make the exit code 1. */
  readonly failOn: Severity | 'never';
}

/** Exit codes: nothing at or above the threshold, findings. What cannot run is a `CliError`. */
export type CheckExitCode = 0 | 1;

/** Runs a check. Rejects with `CliError` when a draft or the corpus cannot be read. */
export async function runCheck(given: CheckArguments, terminal: Terminal): Promise<CheckExitCode> {
  const report = await checkDrafts(given, terminal);
  await terminal.write(printReport(report, given.format, terminal));
  return exitCode(report, given.failOn);
}

function exitCode(report: CheckReport, failOn: CheckArguments['failOn']): CheckExitCode {
  if (failOn === 'never') return 0;
  return report.drafts.some(({ findings }) => findings.some(({ severity }) => reaches(severity, failOn)))
    ? 1
    : 0;
}
