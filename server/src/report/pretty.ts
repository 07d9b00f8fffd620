/** Pretty reports: findings for people at a terminal, each with the draft's line, what the articles say and the fix. */

import { createColors } from 'picocolors';
import type { Evidence, Finding, Severity, Verdict } from '../check/finding.ts';
import { longDate } from '../cite/longDate.ts';
import type { SkippedFile } from '../corpus/article.ts';
import { placeInWords } from '../corpus/place.ts';
import { countOf } from '../text/countOf.ts';
import { type Lines, linesOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { type CheckedDraft, type CheckReport, countedVerdicts } from './checkReport.ts';
import { type ExcerptLine, excerptAround, excerptPassage } from './excerpt.ts';
import { terminalSafe } from './terminalText.ts';

export interface PrettyStyle {
  readonly colour: 'on' | 'off';
  /** Columns of the terminal. */
  readonly width: number;
  /** Turns an absolute path into the one to print. */
  readonly shownPath: (path: string) => string;
}

/** Passages shown for one finding, best first. A third rarely tells more; all are in the JSON report. */
const MOST_PASSAGES = 2;

/** Lines of the draft shown for one finding. */
const MOST_CLAIM_LINES = 3;

/** Files listed with the reason for which they were skipped; of more only the number is told. */
const MOST_SKIPPED = 10;

/** Wider lines are hard to read, whatever the terminal has room for. */
const WIDEST = 120;
const NARROWEST = 40;

type Colours = ReturnType<typeof createColors>;

interface Page {
  readonly style: PrettyStyle;
  readonly colours: Colours;
  /** Columns for excerpts, without margin and line numbers. */
  readonly room: number;
}

/** What a finding is drawn on: the text of its draft. */
interface DraftPage extends Page {
  readonly path: string;
  readonly text: string;
  readonly lines: Lines;
  /** Columns that line numbers take. */
  readonly gutter: number;
}

/**
 * The report as lines for a terminal: each reported finding, then one line that sums up, then what could not be read.
 * Whatever the articles and drafts hold, the only control sequences in it are the report's own colours.
 */
export function prettyReport(report: CheckReport, style: PrettyStyle): string {
  const colours = createColors(style.colour === 'on');
  const width = Math.max(NARROWEST, Math.min(style.width, WIDEST));
  const page = { style, colours, room: width - MARGIN.length - BESIDE_TEXT };
  const findings = report.drafts.flatMap((draft) => prettyDraft(draft, page));
  return `${[...findings, [summaryLine(report, page), ...skippedLines(report, page)]].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const MARGIN = '  ';

/** Columns that a line number, the bar and the blanks around them take at most. */
const BESIDE_TEXT = 8;

/** The reported findings of a draft, each as its lines. */
function prettyDraft({ draft, findings }: CheckedDraft, page: Page): readonly (readonly string[])[] {
  const lines = linesOf(draft.text);
  const reported = findings.filter(({ severity }) => severity !== null);
  const gutter = String(lines.placeOf(reported.at(-1)?.claim.end ?? 0).line).length;
  const path = terminalSafe(page.style.shownPath(draft.path));
  return reported.map((finding) =>
    prettyFinding(finding, { ...page, path, text: draft.text, lines, gutter }),
  );
}

function prettyFinding(finding: Finding, page: DraftPage): readonly string[] {
  const { claim, severity, code, message, evidence, derivation, fixes } = finding;
  const { colours, path } = page;
  const { line, column } = page.lines.placeOf(claim.start);
  const label = severity === null ? '' : severityColour(severity, colours)(severity);
  const paint = severity === null ? colours.bold : severityColour(severity, colours);
  const more = evidence.length - MOST_PASSAGES;
  return [
    `${colours.bold(`${path}:${line}:${column}`)} ${label} ${colours.dim(code ?? '')}`,
    `${MARGIN}${colours.bold(terminalSafe(message))}`,
    ...drawExcerpt(excerptClaim(claim, page), line, page.gutter, paint, page),
    ...(derivation === null ? [] : [`${MARGIN}${terminalSafe(derivation)}`]),
    ...evidence.slice(0, MOST_PASSAGES).flatMap((each) => prettyEvidence(each, page)),
    ...(more > 0 ? [`${MARGIN}${colours.dim(`and ${countOf(more, 'more passage')}`)}`] : []),
    ...fixes.map(({ title }) => `${MARGIN}${colours.green('fix:')} ${terminalSafe(title)}`),
  ];
}

/** The lines on which the claim stands; of a long quote the first few. */
function excerptClaim(claim: Span, { text, lines, room }: DraftPage): readonly ExcerptLine[] {
  const first = lines.placeOf(claim.start).line;
  const last = Math.min(lines.placeOf(claim.end).line, first + MOST_CLAIM_LINES - 1);
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const line = lines.spanOf(first + index);
    const mark = { start: Math.max(claim.start, line.start), end: Math.min(claim.end, line.end) };
    return excerptAround(text, line, mark, room);
  });
}

/** Outlet, date and title, the place to open, and the passage with its marks. */
function prettyEvidence(evidence: Evidence, page: DraftPage): readonly string[] {
  const { colours, style, gutter, room } = page;
  const { outlet, published, title } = evidence;
  const source = [outlet, published === null ? null : longDate(published)]
    .filter((part) => part !== null)
    .join(', ');
  const marks = evidence.marks.map((mark) => shift(mark, -evidence.start));
  const passage = { start: 0, end: evidence.text.length };
  const heading = [source, title].filter((part) => part !== '').join(': ');
  return [
    `${MARGIN}${terminalSafe(heading)}`,
    `${MARGIN}${colours.cyan(terminalSafe(whereOf(evidence, style)))}`,
    ...drawExcerpt(excerptPassage(evidence.text, passage, marks, room), null, gutter, colours.cyan, page),
  ];
}

/** `articles/gate.txt:12`, `articles/report.pdf, page 3`: what to open and where to look. */
function whereOf({ path, line, place }: Evidence, { shownPath }: PrettyStyle): string {
  if (place === undefined) return `${shownPath(path)}:${line}`;
  return [shownPath(path), placeInWords(place)].filter((part) => part !== '').join(', ');
}

/** Lines behind a bar, the carets in colour under the text, numbered from `first` on where it is given. */
function drawExcerpt(
  excerpt: readonly ExcerptLine[],
  first: number | null,
  gutter: number,
  paint: (text: string) => string,
  { colours }: Page,
): readonly string[] {
  const bar = colours.dim('│');
  return excerpt.flatMap(({ text, carets }, index) => {
    const label = (first === null ? '' : String(first + index)).padStart(gutter);
    const drawn = `${MARGIN}${colours.dim(label)} ${bar} ${text}`;
    return carets === '' ? [drawn] : [drawn, `${MARGIN}${' '.repeat(gutter)} ${bar} ${paint(carets)}`];
  });
}

/** `12 claims: 9 supported, 2 refuted, 1 not found; 13 articles`. Verdicts that no claim got are left out. */
function summaryLine(report: CheckReport, { colours }: Page): string {
  const claims = report.drafts.reduce((sum, { findings }) => sum + findings.length, 0);
  const told = countedVerdicts(report).map(({ verdict, words }) => verdictColour(verdict, colours)(words));
  const found = told.length === 0 ? '' : `: ${told.join(', ')}`;
  const verified = report.drafts.flatMap(({ findings }) => findings).filter(isVerified).length;
  const byHand = verified === 0 ? '' : ` (${verified} verified by hand)`;
  return `${colours.bold(countOf(claims, 'claim'))}${found}${byHand}; checked against ${countOf(report.corpus.articles, 'article')}`;
}

/** Whether a person stands for a claim that the articles do not bear out. */
function isVerified({ verdict, signedOff }: Finding): boolean {
  return verdict !== 'supported' && signedOff?.change === null;
}

function verdictColour(verdict: Verdict, colours: Colours): (text: string) => string {
  switch (verdict) {
    case 'supported':
      return colours.green;
    case 'refuted':
    case 'conflicting-evidence':
      return colours.yellow;
    case 'not-enough-evidence':
      return colours.dim;
  }
}

function skippedLines({ corpus: { skipped } }: CheckReport, { style, colours }: Page): readonly string[] {
  if (skipped.length === 0) return [];
  const shown = skipped.slice(0, MOST_SKIPPED);
  const more = skipped.length - shown.length;
  return [
    `${countOf(skipped.length, 'file')} could not be read:`,
    ...shown.map((each) => `${MARGIN}${terminalSafe(skippedLine(each, style))}`),
    ...(more > 0 ? [`${MARGIN}${colours.dim(`and ${more} more`)}`] : []),
  ];
}

function skippedLine({ path, member, reason }: SkippedFile, { shownPath }: PrettyStyle): string {
  return [shownPath(path), ...(member === undefined ? [] : [member]), reason].join(': ');
}

function severityColour(severity: Severity, colours: Colours): (text: string) => string {
  switch (severity) {
    case 'error':
      return colours.red;
    case 'warning':
      return colours.yellow;
    case 'information':
      return colours.blue;
    case 'hint':
      return colours.dim;
  }
}

function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}
