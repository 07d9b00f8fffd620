/** Suppression: comments in a draft by which its writer says that a finding is known and need not be reported. */

import type { Finding } from '../check/finding.ts';
import type { Span } from '../text/span.ts';

/**
 * One comment of ours, such as `<!-- corroborate-disable-next-line figure-mismatch: 850 -->`. Its span is that of the
 * comment.
 */
export interface Directive extends Span {
  readonly kind: 'disable-next-line' | 'disable-line' | 'disable' | 'enable';
  /** The codes it names; none means all. */
  readonly codes: readonly string[];
  /** The claim it is limited to, as written in the draft, cut short with `…`; null means every claim it covers. */
  readonly words: string | null;
}

/**
 * The findings with those that the draft's comments suppress left unreported: verdict and evidence stay, code and
 * severity are null. Claims inside of the comments themselves are dropped.
 */
export function suppress(text: string, findings: readonly Finding[]): readonly Finding[] {
  const directives = readDirectives(text);
  if (directives.length === 0) return findings;
  const areas = suppressedAreas(text, directives);
  return findings
    .filter(({ claim }) => !directives.some((each) => each.start <= claim.start && claim.start < each.end))
    .map((finding) =>
      areas.some((area) => suppresses(area, finding)) ? { ...finding, code: null, severity: null } : finding,
    );
}

/** The directives of a draft, in order. A comment that is not closed, or names another action, is none. */
export function readDirectives(text: string): readonly Directive[] {
  return [...text.matchAll(COMMENT)].flatMap((match) => {
    const [whole, action = '', content = ''] = match;
    const kind = KINDS.find((each) => each === action);
    if (kind === undefined) return [];
    const colon = content.indexOf(':');
    const codes = (colon === -1 ? content : content.slice(0, colon))
      .split(/[\s,]/)
      .filter((code) => code !== '');
    const words = colon === -1 ? '' : oneLine(content.slice(colon + 1));
    const span = { start: match.index, end: match.index + whole.length };
    return [{ ...span, kind, codes, words: words === '' ? null : words }];
  });
}

/** Bounded, so that many unclosed comments cost no more than their length times the bound. */
const COMMENT = /<!--\s{0,20}corroborate-([a-z-]{1,20})(?![a-z-])([^<>]{0,300}?)-->/gu;

const KINDS = ['disable-next-line', 'disable-line', 'disable', 'enable'] as const;

interface Area extends Span, Pick<Directive, 'codes' | 'words'> {}

function suppresses(area: Area, { claim, code }: Finding): boolean {
  if (code === null || claim.start < area.start || claim.start >= area.end) return false;
  if (area.codes.length > 0 && !area.codes.includes(code)) return false;
  return area.words === null || isNamedBy(claim.text, area.words);
}

/** How a claim is named in a directive: its words on one line, long ones cut with `…`. */
export function nameOf(claimText: string): string {
  const words = oneLine(claimText);
  return words.length <= LONGEST_NAME ? words : `${words.slice(0, LONGEST_NAME).trimEnd()}…`;
}

/** Enough to tell quotes apart, and short enough for a comment of one line within the width of wrapped text. */
const LONGEST_NAME = 30;

function isNamedBy(claimText: string, words: string): boolean {
  const claim = oneLine(claimText);
  return words.endsWith('…') ? claim.startsWith(words.slice(0, -1)) : claim === words;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function suppressedAreas(text: string, directives: readonly Directive[]): readonly Area[] {
  return directives.flatMap((directive, at) => {
    const span = coveredBy(text, directive, directives.slice(at + 1));
    return span === null ? [] : [{ ...span, codes: directive.codes, words: directive.words }];
  });
}

/** The text in which a directive holds. */
function coveredBy(text: string, directive: Directive, following: readonly Directive[]): Span | null {
  switch (directive.kind) {
    case 'disable-line':
      return { start: lineStart(text, directive.start), end: lineEnd(text, directive.end) };
    case 'disable-next-line': {
      const start = Math.min(lineEnd(text, directive.end) + 1, text.length);
      return { start, end: lineEnd(text, start) };
    }
    case 'disable': {
      const end = following.find((later) => endsArea(directive, later))?.start ?? text.length;
      return { start: directive.end, end };
    }
    case 'enable':
      return null;
  }
}

/** An `enable` without codes ends everything before it; one with codes ends what names none but these. */
function endsArea(disabling: Directive, later: Directive): boolean {
  if (later.kind !== 'enable') return false;
  if (later.codes.length === 0) return true;
  return disabling.codes.length > 0 && disabling.codes.every((code) => later.codes.includes(code));
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Offset of the line feed that ends the line, or of the end of the text. */
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}
