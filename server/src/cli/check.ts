/** `corroborate check`: reads the corpus and the drafts, checks, prints the report and tells the exit code. */

import { relative, resolve } from 'node:path';
import { NEVER } from '../check/cancellation.ts';
import { checkDraft } from '../check/checkDraft.ts';
import type { Severity } from '../check/finding.ts';
import type { CorpusIndex } from '../corpus/index/corpusIndex.ts';
import { type CheckedDraft, type CheckReport, reaches } from '../report/checkReport.ts';
import { jsonReport } from '../report/json.ts';
import { prettyReport } from '../report/pretty.ts';
import { readDraftFile } from './draftFile.ts';
import { openCorpus } from './openCorpus.ts';
import { colourFor, DEFAULT_COLUMNS, type Terminal } from './terminal.ts';

export interface CheckArguments {
  /** Paths as given, at least one. */
  readonly drafts: readonly string[];
  /** Folders, files or globs as given; empty for the default. */
  readonly corpus: readonly string[];
  readonly format: 'pretty' | 'json';
  /** Findings of this severity or louder make the exit code 1. */
  readonly failOn: Severity | 'never';
}

/** Exit codes: nothing at or above the threshold, findings. What cannot run is a `CliError`. */
export type CheckExitCode = 0 | 1;

/** Runs a check. Rejects with `CliError` when a draft or the corpus cannot be read. */
export async function runCheck(given: CheckArguments, terminal: Terminal): Promise<CheckExitCode> {
  const drafts = await Promise.all(
    given.drafts.map((path) => readDraftFile(resolve(terminal.cwd, path), path)),
  );
  const index = await openCorpus(given.corpus, drafts, terminal);
  const options = { severities: {}, today: isoDay(terminal.now()) };
  const checked: CheckedDraft[] = [];
  for (const draft of drafts)
    checked.push({ draft, findings: await checkDraft(draft, index, options, NEVER) });
  const report: CheckReport = { corpus: corpusOf(index), drafts: checked };
  await terminal.write(print(report, given.format, terminal));
  return exitCode(report, given.failOn);
}

function print(report: CheckReport, format: CheckArguments['format'], terminal: Terminal): string {
  const shownPath = (path: string): string => shortPath(path, terminal.cwd);
  switch (format) {
    case 'json':
      return jsonReport(report, shownPath);
    case 'pretty':
      return prettyReport(report, {
        colour: colourFor(terminal),
        width: terminal.columns ?? DEFAULT_COLUMNS,
        shownPath,
      });
  }
}

function exitCode(report: CheckReport, failOn: CheckArguments['failOn']): CheckExitCode {
  if (failOn === 'never') return 0;
  return report.drafts.some(({ findings }) => findings.some(({ severity }) => reaches(severity, failOn)))
    ? 1
    : 0;
}

function corpusOf(index: CorpusIndex): CheckReport['corpus'] {
  return { articles: index.size, skipped: index.skipped };
}

/** The path from the working directory where it lies below, else as it is. */
function shortPath(path: string, cwd: string): string {
  const way = relative(cwd, path);
  return way === '' || way.startsWith('..') ? path : way;
}

/** The calendar day of the clock where the writer is. */
function isoDay(now: Date): string {
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
