/** Suppression comments as they are read: the comments of a draft that speak to us, and the text each holds for. */

import { editDistance } from '../match/sameName.ts';
import type { Span } from '../text/span.ts';
import type { Draft } from './draft.ts';

/**
 * One comment of ours, such as `<!-- corroborate-disable-next-line figure-mismatch: 850 -- the ministry said so -->`. Its
 * span is that of the comment.
 */
export interface Directive extends Span {
  readonly kind: 'disable-next-line' | 'disable-line' | 'disable' | 'enable';
  /** The codes it names, each with its place; none means all. */
  readonly codes: readonly NamedCode[];
  /** The claim it is limited to, as written in the draft, cut short with `…`; null means every claim it covers. */
  readonly words: string | null;
}

export interface NamedCode extends Span {
  readonly code: string;
}

/** The parts of a draft that its directives are read from. */
export type Commented = Pick<Draft, 'text' | 'comments' | 'language'>;

/** A comment that is addressed to us and asks for something that there is not. */
export interface UnknownAction {
  readonly comment: Span;
  /** What it asks for, as written: `corroborate-disable-nextline`. */
  readonly name: Span;
  /** What it most likely means, as a comment has it; null where nothing is near. */
  readonly meant: string | null;
}

/** The directives of a draft, in order. A comment that is not closed, or names another action, is none. */
export function readDirectives({ text, comments }: Commented): readonly Directive[] {
  return comments.flatMap((span) => {
    const directive = span.end - span.start <= LONGEST_COMMENT ? readDirective(text, span) : null;
    return directive === null ? [] : [directive];
  });
}

/** The comments that are no directive though they begin as one, in order. */
export function readUnknownActions({ text, comments }: Commented): readonly UnknownAction[] {
  return comments.flatMap((comment) => {
    const opening = OPENING.exec(
      text.slice(comment.start, Math.min(comment.end, comment.start + LONGEST_COMMENT)),
    );
    const action = opening?.[1];
    if (opening === null || action === undefined || KINDS.some((kind) => kind === action)) return [];
    const end = comment.start + opening[0].length;
    const near = KINDS.find(
      (kind) => editDistance(action.toLowerCase(), kind, LETTERS_APART) <= LETTERS_APART,
    );
    const name = { start: end - PREFIX.length - action.length, end };
    return [{ comment, name, meant: near === undefined ? null : `${PREFIX}${near}` }];
  });
}

/** What the names of our comments begin with. */
const PREFIX = 'corroborate-';

/** Letters that a slip leaves out, adds or changes. Any two of the actions are three or more apart. */
const LETTERS_APART = 2;

/** UTF-16 units. What is longer was written to be read by people. */
const LONGEST_COMMENT = 1000;

/** The marks that open a comment in one of the languages, and those that close it. */
const OPENING = /^(?:<!--|\{\/\*|\/\*{1,2}|\/{2,80}|%{1,80}|\.\.)\s{0,20}corroborate-([\w-]{1,40})(?![\w-])/u;
const CLOSING = /(?:-->|\*\/\}?|\n\/{4,80})\s{0,20}$/u;

const KINDS = ['disable-next-line', 'disable-line', 'disable', 'enable'] as const;

/** A reason stands behind two dashes. It is for people, and so is the rest of a comment of several lines. */
const REASON = /\s(?:--|—|–)\s/u;

function readDirective(text: string, span: Span): Directive | null {
  const written = text.slice(span.start, span.end);
  const opening = OPENING.exec(written);
  const kind = KINDS.find((each) => each === opening?.[1]);
  if (opening === null || kind === undefined) return null;
  const rest = written.slice(opening[0].length).replace(CLOSING, '');
  const reason = rest.search(REASON);
  const said = reason < 0 ? rest : rest.slice(0, reason);
  const colon = said.indexOf(':');
  const named = colon < 0 ? said : said.slice(0, colon);
  const from = span.start + opening[0].length;
  const codes = [...named.matchAll(/[^\s,]+/gu)].map(({ index, 0: code }) => ({
    code,
    start: from + index,
    end: from + index + code.length,
  }));
  const words = colon < 0 ? '' : oneLine(said.slice(colon + 1));
  return { ...span, kind, codes, words: words === '' ? null : words };
}

/** The text in which each of the directives holds; null where that is none. */
export function coverage(draft: Commented, directives: readonly Directive[]): readonly (Span | null)[] {
  return directives.map((directive, at) => coveredBy(draft, directive, directives.slice(at + 1)));
}

function coveredBy(draft: Commented, directive: Directive, following: readonly Directive[]): Span | null {
  const { text } = draft;
  switch (directive.kind) {
    case 'disable-line':
      return { start: text.lastIndexOf('\n', directive.start - 1) + 1, end: lineEnd(text, directive.end) };
    case 'disable-next-line':
      return nextLine(draft, directive.end);
    case 'disable': {
      const end = following.find((later) => endsArea(directive, later))?.start ?? text.length;
      return { start: directive.end, end };
    }
    case 'enable':
      return null;
  }
}

/**
 * The line behind a comment that has something on it besides blanks and other comments. In reStructuredText, where a
 * comment cannot stand within a paragraph, it is the paragraph.
 */
function nextLine({ text, comments, language }: Commented, from: number): Span {
  let start = lineEnd(text, from) + 1;
  while (start < text.length) {
    const end = lineEnd(text, start);
    const words = start + text.slice(start, end).length - text.slice(start, end).trimStart().length;
    const comment = comments.find((each) => each.start === words);
    if (words < end && comment === undefined) break;
    start = lineEnd(text, Math.max(end, comment?.end ?? end)) + 1;
  }
  const line = Math.min(start, text.length);
  if (language !== 'restructuredtext') return { start: line, end: lineEnd(text, line) };
  const blank = text.slice(line).search(/\n[ \t\r]*(?:\n|$)/);
  return { start: line, end: blank < 0 ? text.length : line + blank };
}

/** An `enable` without codes ends everything before it; one with codes ends what names none but these. */
export function endsArea(disabling: Directive, later: Directive): boolean {
  if (later.kind !== 'enable') return false;
  if (later.codes.length === 0) return true;
  const ended = new Set(later.codes.map(({ code }) => code));
  return disabling.codes.length > 0 && disabling.codes.every(({ code }) => ended.has(code));
}

/** Offset of the line feed that ends the line, or of the end of the text. */
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
