/** JSON reports: version 1 of the format for programs, described in docs/command-line.md. */

import type { Evidence, Finding, SignOff } from '../check/finding.ts';
import { type Lines, linesOf } from '../text/lines.ts';
import { type CheckedDraft, type CheckReport, countVerdicts } from './checkReport.ts';

/** Version of the format. A key that is added does not change it; one that changes its meaning or goes does. */
const VERSION = 1;

/** The report as one JSON object and a line break. `shownPath` turns an absolute path into the one to print. */
export function jsonReport(report: CheckReport, shownPath: (path: string) => string): string {
  const { articles, skipped } = report.corpus;
  const object = {
    version: VERSION,
    corpus: { articles, skipped: skipped.map(({ path, reason }) => ({ path: shownPath(path), reason })) },
    drafts: report.drafts.map((draft) => jsonDraft(draft, shownPath)),
    summary: countVerdicts(report),
  };
  return `${JSON.stringify(object, null, 2)}\n`;
}

function jsonDraft({ draft, findings }: CheckedDraft, shownPath: (path: string) => string): object {
  const lines = linesOf(draft.text);
  return {
    path: shownPath(draft.path),
    claims: findings.map((finding) => jsonClaim(finding, lines, shownPath)),
  };
}

function jsonClaim(finding: Finding, lines: Lines, shownPath: (path: string) => string): object {
  const { claim, verdict, code, severity, message, signedOff } = finding;
  const { line, column } = lines.placeOf(claim.start);
  return {
    kind: claim.kind,
    start: claim.start,
    end: claim.end,
    line,
    column,
    text: claim.text,
    verdict,
    code,
    severity,
    message,
    evidence: finding.evidence.map((evidence) => jsonEvidence(evidence, shownPath)),
    fixes: finding.fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map(({ start, end, newText }) => ({ start, end, newText })),
    })),
    ...(signedOff !== undefined && { signedOff: jsonSignOff(signedOff) }),
  };
}

/** `change` is null while the sign-off holds. */
function jsonSignOff({ person, date, reason, change }: SignOff): object {
  return { person, date, reason, change };
}

function jsonEvidence(evidence: Evidence, shownPath: (path: string) => string): object {
  const { article, path, title, published, start, end, text, value } = evidence;
  return { article, path: shownPath(path), title, published, start, end, text, value };
}
