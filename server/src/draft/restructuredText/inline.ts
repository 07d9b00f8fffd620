/** Text of a reStructuredText paragraph: marks, roles, references and escapes within the words. */

import type { Span } from '../../text/span.ts';
import type { LookAhead } from '../lookAhead.ts';
import { readMarks } from '../markReader.ts';
import type { ProseWriter } from '../proseWriter.ts';

export interface InlineReader {
  /** Tells the writer what is no prose in `span`, a paragraph. Spans must come in order. */
  read(span: Span): void;
}

/** A reader of the paragraphs of `text`, in which `|name|` stands for what `substitutions` have for the name. */
export function createInlineReader(
  text: string,
  out: ProseWriter,
  ahead: LookAhead,
  substitutions: ReadonlyMap<string, string>,
): InlineReader {
  return {
    read({ start, end }) {
      const state: State = { text, out, ahead, substitutions, start, end };
      readMarks(text, { start, end }, SPECIAL, (at, mark) => readMark(state, at, mark));
    },
  };
}

interface State extends Span {
  readonly text: string;
  readonly out: ProseWriter;
  readonly ahead: LookAhead;
  readonly substitutions: ReadonlyMap<string, string>;
}

const SPECIAL = /``|`|\*\*?|\\|\||\[|__?|:(?=[A-Za-z])/g;

function readMark(state: State, at: number, mark: string): number {
  switch (mark) {
    case '``':
      return hide(state, at, '``');
    case '`':
      return readInterpreted(state, at, null, at);
    case '*':
    case '**':
      return readStar(state, at, mark);
    case '\\':
      return readEscape(state, at);
    case '|':
      return readSubstitution(state, at);
    case '[':
      return readCitation(state, at);
    case ':':
      return readRole(state, at);
    default:
      return readUnderscore(state, at, mark);
  }
}

/** A hole up to and with `closer`, if it stands in the paragraph; else only the mark that opens it is passed. */
function hide({ out, ahead, end }: State, at: number, closer: string): number {
  const found = ahead.next(closer, at + closer.length);
  if (found + closer.length > end) return at + closer.length;
  out.hole(at, found + closer.length);
  return found + closer.length;
}

const WORD = /[\p{L}\p{N}]/u;

function readStar({ text, out }: State, at: number, mark: string): number {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + mark.length);
  const opens = !WORD.test(before) && after.trim() !== '';
  const closes = before.trim() !== '' && !WORD.test(after);
  if (opens || closes) out.replace(at, at + mark.length, '');
  return at + mark.length;
}

/** An escaped blank is nothing, any other character itself. */
function readEscape({ text, out }: State, at: number): number {
  const next = text.charAt(at + 1);
  out.replace(at, next.trim() === '' ? Math.min(at + 2, text.length) : at + 1, '');
  return at + 2;
}

function readSubstitution(state: State, at: number): number {
  const { text, out, ahead, end } = state;
  const closer = ahead.next('|', at + 1);
  const isName =
    closer < end && closer - at <= LONGEST_NAME && /^\S(?:[^\n]*\S)?$/.test(text.slice(at + 1, closer));
  if (!isName) return at + 1;
  const after = closer + 1 + (/^__?/.exec(text.slice(closer + 1, closer + 3))?.[0].length ?? 0);
  const value = state.substitutions.get(text.slice(at + 1, closer).toLowerCase());
  if (value === undefined) out.hole(at, after);
  else out.replace(at, after, value);
  return after;
}

/** UTF-16 units of the longest name of a substitution. */
const LONGEST_NAME = 80;

const CITATION = /\[(?:#?[\w.:+-]{0,80}|\*)\]_/uy;

/** `[1]_`, `[#note]_`, `[*]_`, `[key]_`. */
function readCitation({ text, out }: State, at: number): number {
  CITATION.lastIndex = at;
  const citation = CITATION.exec(text)?.[0];
  if (citation === undefined) return at + 1;
  out.hole(at, at + citation.length);
  return at + citation.length;
}

const ROLE = /:([A-Za-z][\w.+:-]{0,60}):(?=`)/y;

/** Roles whose text is words; the text of all others is a key, a name or code. */
const WORDS: ReadonlySet<string> = new Set(
  'emphasis strong sub sup subscript superscript title title-reference t abbr term dfn rubric small underline'.split(
    ' ',
  ),
);

function readRole(state: State, at: number): number {
  ROLE.lastIndex = at;
  const [whole = '', role = ''] = ROLE.exec(state.text) ?? [];
  if (whole === '' || WORD.test(state.text.charAt(at - 1))) return at + 1;
  return readInterpreted(state, at + whole.length, role.toLowerCase(), at);
}

/** The address behind the words of a reference. */
const TARGET = /\s?<[^<>]{1,500}>$/;

/** Text between backticks, with the role in front of it that starts at `from`, or with the underscore of a reference behind. */
function readInterpreted(state: State, at: number, role: string | null, from: number): number {
  const { text, out, ahead, end } = state;
  const closer = ahead.next('`', at + 1);
  if (closer >= end) return at + 1;
  const suffix = /^(?:__?|:[A-Za-z][\w.+:-]{0,60}:)/.exec(text.slice(closer + 1, closer + 64))?.[0] ?? '';
  const after = closer + 1 + suffix.length;
  const named = role ?? (suffix.startsWith(':') ? suffix.slice(1, -1).toLowerCase() : null);
  if (named !== null && !WORDS.has(named)) {
    out.hole(from, after);
    return after;
  }
  const target = TARGET.exec(text.slice(Math.max(at + 1, closer - LONGEST_TARGET), closer))?.[0].length ?? 0;
  out.replace(from, at + 1, '');
  out.replace(closer - target, after, '');
  return after;
}

const LONGEST_TARGET = 510;

/** `word_` refers to a target of that name, `word__` to the next one without. */
function readUnderscore({ text, out }: State, at: number, mark: string): number {
  const refers = WORD.test(text.charAt(at - 1)) && !/[\p{L}\p{N}_]/u.test(text.charAt(at + mark.length));
  if (refers) out.replace(at, at + mark.length, '');
  return at + mark.length;
}
