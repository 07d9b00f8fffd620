/** GitHub reports: workflow commands that become annotations beside the lines of a pull request. */

import type { Evidence, Finding, Severity } from '../check/finding.ts';
import { longDate } from '../cite/longDate.ts';
import { placeInWords } from '../corpus/place.ts';
import { countOf } from '../text/countOf.ts';
import { linesOf } from '../text/lines.ts';
import { type CheckedDraft, type CheckReport, countedVerdicts } from './checkReport.ts';

/** Passages told in one annotation. The first is the one that decides; more make the box too tall to read. */
const MOST_PASSAGES = 2;

type ShownPath = (path: string) => string;

/**
 * The reported findings as workflow commands, one a line, and behind them one line that sums up. `shownPath` turns an
 * absolute path into one relative to the repository, with `/`.
 */
export function githubReport(report: CheckReport, shownPath: ShownPath): string {
  const skipped = report.corpus.skipped.map(({ path, reason }) =>
    command('warning', { file: shownPath(path), title: 'Article not read' }, reason),
  );
  const annotations = report.drafts.flatMap((draft) => annotationsOf(draft, shownPath));
  return `${[...annotations, ...skipped, summaryOf(report)].join('\n')}\n`;
}

function annotationsOf({ draft, findings }: CheckedDraft, shownPath: ShownPath): readonly string[] {
  const lines = linesOf(draft.text);
  return findings.flatMap((finding) => {
    const { claim, severity, code } = finding;
    if (severity === null || code === null) return [];
    const from = lines.placeOf(claim.start);
    const to = lines.placeOf(claim.end);
    const place = { file: shownPath(draft.path), line: from.line, endLine: to.line };
    // GitHub takes columns within one line only.
    const columns = from.line === to.line ? { col: from.column, endColumn: to.column } : {};
    return [
      command(commandOf(severity), { ...place, ...columns, title: code }, messageOf(finding, shownPath)),
    ];
  });
}

function commandOf(severity: Severity): 'error' | 'warning' | 'notice' {
  switch (severity) {
    case 'error':
    case 'warning':
      return severity;
    case 'information':
    case 'hint':
      return 'notice';
  }
}

/** What the articles say, the passages, and what the quick fixes would write. */
function messageOf({ message, evidence, fixes }: Finding, shownPath: ShownPath): string {
  const passages = evidence.slice(0, MOST_PASSAGES).map((each) => passageOf(each, shownPath));
  return [message, ...passages, ...fixes.map(({ title }) => `Fix: ${title}`)].join('\n');
}

function passageOf(evidence: Evidence, shownPath: ShownPath): string {
  const { outlet, published, path, line, place: within, text } = evidence;
  const source = [outlet, published === null ? null : longDate(published)].filter((part) => part !== null);
  const file = shownPath(path);
  const words = within === undefined ? '' : placeInWords(within);
  const place =
    within === undefined ? `${file}:${line}` : [file, words].filter((part) => part !== '').join(', ');
  const named = source.length === 0 ? place : `${source.join(', ')} (${place})`;
  return `${named}: ${text.replace(/\s+/g, ' ').trim()}`;
}

function summaryOf(report: CheckReport): string {
  const claims = report.drafts.reduce((sum, { findings }) => sum + findings.length, 0);
  const told = countedVerdicts(report).map(({ words }) => words);
  const found = told.length === 0 ? '' : `: ${told.join(', ')}`;
  return `${countOf(claims, 'claim')}${found}; checked against ${countOf(report.corpus.articles, 'article')}`;
}

/** `::warning file=a.md,line=3::message`, escaped as the runner reads it (actions/toolkit, core/src/command.ts). */
function command(
  name: 'error' | 'warning' | 'notice',
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const listed = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${listed.join(',')}::${escapeData(message)}`;
}

/** A line break would end the command, and what follows could be one of its own. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
