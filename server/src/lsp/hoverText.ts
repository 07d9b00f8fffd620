/** The text of a hover: the verdict, the passages with what matters marked, and where they stand. */

import type { DiffPart, Evidence, Finding, SignOff } from '../check/finding.ts';
import { longDate } from '../cite/longDate.ts';
import { placeInWords } from '../corpus/place.ts';
import type { Code } from '../rules/codes.ts';
import { signedOffBy } from '../rules/sign-off-outdated.ts';
import type { Span } from '../text/span.ts';
import { excerpt } from './excerpt.ts';
import { MARKDOWN, type Markup, PLAIN } from './markup.ts';
import { isReported } from './reported.ts';
import { standingLabel } from './standing.ts';

export interface HoverLinks {
  /** URI that opens the article at the passage. */
  readonly passage: (evidence: Evidence) => string;
  readonly rulePage: (code: Code) => string;
}

/** More passages than these are counted, not shown: a hover is read at a glance. */
const MOST_PASSAGES = 3;

export interface HoverStyle {
  readonly format: 'markdown' | 'plaintext';
  /** Where the client shows the diagnostic above the hover, its message and its page are not said again. */
  readonly diagnostic: 'shown' | 'not-shown';
}

/** The hover of a finding, in Markdown or plain text. Nothing that an article says is read as markup. */
export function hoverText(finding: Finding, style: HoverStyle, links: HoverLinks): string {
  const markup = style.format === 'markdown' ? MARKDOWN : PLAIN;
  const isSaid = style.diagnostic === 'shown' && isReported(finding);
  const shown = finding.evidence.slice(0, MOST_PASSAGES);
  const more = finding.evidence.length - shown.length;
  const parts = [
    ...(isSaid ? verdictLines(finding, markup) : messageLines(finding, markup)),
    ...(finding.derivation === null ? [] : [markup.text(finding.derivation)]),
    ...shown.map((evidence) => passageText(evidence, markup, links)),
    ...(more > 0 ? [markup.text(more === 1 ? 'and 1 more passage' : `and ${more} more passages`)] : []),
    ...(finding.code === null || isSaid
      ? []
      : [markup.link(`About ${finding.code}`, links.rulePage(finding.code))]),
  ];
  return parts.join('\n\n');
}

function messageLines({ verdict, message, signedOff, diff }: Finding, markup: Markup): readonly string[] {
  const label = markup.strong(standingLabel(verdict));
  return [
    message === '' ? label : `${label}: ${markup.text(message)}`,
    ...(signedOff === undefined ? [] : [signedOffLine(signedOff, markup)]),
    ...(diff.length > 0 ? [diffLine(diff, markup)] : []),
  ];
}

/** As few lines as can be: the editor shows a diagnostic and a hover in one small box. */
function verdictLines({ verdict, signedOff, diff }: Finding, markup: Markup): readonly string[] {
  const label = markup.strong(standingLabel(verdict));
  return [
    diff.length > 0 ? `${label} · ${diffLine(diff, markup)}` : label,
    ...(signedOff === undefined ? [] : [signedOffLine(signedOff, markup)]),
  ];
}

/** Who stands for the claim and why, and what changed since. */
function signedOffLine(signOff: SignOff, markup: Markup): string {
  const { reason, change } = signOff;
  const since = change === null ? '' : markup.text(` (${change})`);
  return `${markup.strong(signedOffBy(signOff))}${since}${markup.text(`: ${reason}`)}`;
}

function diffLine(diff: readonly DiffPart[], markup: Markup): string {
  const words = diff.map(({ kind, text }) => diffWords({ kind, text: text.trim() }, markup));
  return markup.text('From the article to the draft: ') + words.join(' ');
}

function diffWords({ kind, text }: DiffPart, markup: Markup): string {
  switch (kind) {
    case 'same':
      return markup.text(text);
    case 'inserted':
      return markup.strong(text);
    case 'deleted':
      return markup.struck(text);
  }
}

/** One passage with where it stands. */
export function passageText(evidence: Evidence, markup: Markup, links: HoverLinks): string {
  const published = evidence.published === null ? [] : [longDate(evidence.published)];
  const outlet = evidence.outlet === null ? [] : [evidence.outlet];
  const title = markup.link(evidence.title, links.passage(evidence));
  const place = evidence.place === undefined ? '' : placeInWords(evidence.place);
  const parts = [...outlet, ...published, ...(place === '' ? [] : [place])];
  const where = [title, ...parts.map((part) => markup.text(part))].join(' · ');
  return `${markup.quote(marked(evidence, markup))}${markup.lineEnd}${markup.quote(where)}`;
}

/** The passage with its marks in bold; of a long one only what surrounds the first mark. */
function marked(evidence: Evidence, markup: Markup): string {
  const marks = within(evidence);
  const window = excerpt(evidence.text, marks[0] ?? { start: 0, end: 0 }, LONGEST_PASSAGE);
  let at = window.start;
  let out = window.start > 0 ? '…' : '';
  for (const mark of marks) {
    if (mark.start < at || mark.end > window.end) continue;
    out +=
      markup.text(evidence.text.slice(at, mark.start)) +
      markup.strong(evidence.text.slice(mark.start, mark.end));
    at = mark.end;
  }
  return (
    out + markup.text(evidence.text.slice(at, window.end)) + (window.end < evidence.text.length ? '…' : '')
  );
}

/** The marks as offsets of the passage, in order, without those that are empty or lie outside. */
function within({ start, end, text, marks }: Evidence): readonly Span[] {
  return marks
    .filter((mark) => mark.start >= start && mark.end <= end && mark.start < mark.end)
    .map((mark) => toWordEdges(text, { start: mark.start - start, end: mark.end - start }))
    .toSorted((a, b) => a.start - b.start);
}

/**
 * Markdown does not open emphasis between a letter and a mark (`US$5` with `$5` marked), so such a mark takes in the
 * letters that touch it.
 */
function toWordEdges(text: string, span: Span): Span {
  let { start, end } = span;
  if (!LETTER_OR_DIGIT.test(text.charAt(start))) {
    while (start > 0 && LETTER_OR_DIGIT.test(text.charAt(start - 1))) start -= 1;
  }
  if (!LETTER_OR_DIGIT.test(text.charAt(end - 1))) {
    while (end < text.length && LETTER_OR_DIGIT.test(text.charAt(end))) end += 1;
  }
  return { start, end };
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Characters of a passage that are shown: some three sentences of news text. */
const LONGEST_PASSAGE = 600;
