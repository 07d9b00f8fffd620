/** JSON reports: version 1 of the format for programs, described in docs/command-line.md. */

import type { Evidence, Finding, SignOff } from '../check/finding.ts';
import type { SkippedFile } from '../corpus/article.ts';
import type { Place } from '../corpus/place.ts';
import { type Lines, linesOf } from '../text/lines.ts';
import { type CheckedDraft, type CheckReport, countVerdicts } from './checkReport.ts';

/** Version of the format. A key that is added does not change it; one that changes its meaning or goes does. */
const VERSION = 1;

/** The report as one JSON object and a line break. `shownPath` turns an absolute path into the one to print. */
export function jsonReport(report: CheckReport, shownPath: (path: string) => string): string {
  const { articles, skipped } = report.corpus;
  const object = {
    version: VERSION,
    corpus: { articles, skipped: skipped.map((each) => jsonSkipped(each, shownPath)) },
    drafts: report.drafts.map((draft) => jsonDraft(draft, shownPath)),
    summary: countVerdicts(report),
  };
  return `${JSON.stringify(object, null, 2)}\n`;
}

/** `member` says what in the file could not be read, where that is not all of it. */
function jsonSkipped({ path, member, reason }: SkippedFile, shownPath: (path: string) => string): object {
  return { path: shownPath(path), ...(member !== undefined && { member }), reason };
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
    // Where the kind is turned off there is nothing to report; the verdict still says how the claim stands.
    code: severity === null ? null : code,
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
  const { article, path, title, published, start, end, text, value, place } = evidence;
  const where = place === undefined ? {} : { place: known(place) };
  return { article, path: shownPath(path), title, published, start, end, text, value, ...where };
}

/** What is known of a place in a file whose text is not that of the article. */
function known(place: Place): Partial<Place> {
  return Object.fromEntries(Object.entries(place).filter(([, value]) => value !== null));
}
