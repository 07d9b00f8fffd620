/** Text of an AsciiDoc paragraph: marks, macros, references, attributes and entities within the words. */

import { decodeString } from 'micromark-util-decode-string';
import type { Span } from '../../text/span.ts';
import type { LookAhead } from '../lookAhead.ts';
import { readMarks } from '../markReader.ts';
import type { ProseWriter } from '../proseWriter.ts';

export interface InlineReader {
  /** Tells the writer what is no prose in `span`, a paragraph or a part of one. Spans must come in order. */
  read(span: Span): void;
}

/** A reader of the paragraphs of `text`, in which `attributes` have the values that the document gives them. */
export function createInlineReader(
  text: string,
  out: ProseWriter,
  ahead: LookAhead,
  attributes: ReadonlyMap<string, string>,
): InlineReader {
  return {
    read({ start, end }) {
      const state: State = { text, out, ahead, attributes, start, end, linkEnd: -1 };
      readMarks(text, { start, end }, SPECIAL, (at, mark) => readMark(state, at, mark));
    },
  };
}

interface State extends Span {
  readonly text: string;
  readonly out: ProseWriter;
  readonly ahead: LookAhead;
  readonly attributes: ReadonlyMap<string, string>;
  /** Where the text of a link ends; -1 outside of one. */
  linkEnd: number;
}

const SPECIAL = /\+{1,3}|["']`|`["']|\*\*?|__?|``?|##?|[\^~<{&\\[\]]|\(\(\(?/g;

function readMark(state: State, at: number, mark: string): number {
  switch (mark.charAt(0)) {
    case '"':
    case "'":
      return replace(state, at, 2, mark.startsWith('"') ? '“' : '‘');
    case '`':
      return readBacktick(state, at, mark);
    case '*':
    case '_':
    case '#':
    case '^':
    case '~':
      return readFormat(state, at, mark);
    case '+':
      return readPlus(state, at, mark);
    case '<':
      return readReference(state, at);
    case '{':
      return readAttribute(state, at);
    case '&':
      return readEntity(state, at);
    case '\\':
      return /\w/.test(state.text.charAt(at + 1)) ? at + 1 : replace(state, at, 1, '') + 1;
    case '[':
      return readBracket(state, at);
    case ']':
      return readLinkEnd(state, at);
    default:
      return mark === '(((' ? hide(state, at, ')))') : at + mark.length;
  }
}

function replace({ out }: State, at: number, length: number, read: string): number {
  out.replace(at, at + length, read);
  return at + length;
}

/** A hole up to and with `closer`, if it stands in the paragraph; else only the mark that opens it is passed. */
function hide({ out, ahead, end }: State, at: number, closer: string): number {
  const found = ahead.next(closer, at + closer.length);
  if (found + closer.length > end) return at + 1;
  out.hole(at, found + closer.length);
  return found + closer.length;
}

/** `` `code` ``, and the ends of `` "`quoted`" ``. */
function readBacktick(state: State, at: number, mark: string): number {
  if (mark === '`"') return replace(state, at, 2, '”');
  if (mark === "`'") return replace(state, at, 2, '’');
  const next = hide(state, at, mark);
  return next === at + 1 ? at + mark.length : next;
}

const WORD = /[\p{L}\p{N}_]/u;

/** A single mark counts at the edge of a word, a double one everywhere. */
function readFormat({ text, out }: State, at: number, mark: string): number {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + mark.length);
  const opens = !WORD.test(before) && after.trim() !== '';
  const closes = before.trim() !== '' && !WORD.test(after);
  if (mark.length === 2 || opens || closes || mark === '^') out.replace(at, at + mark.length, '');
  return at + mark.length;
}

/** `+++passed through+++`, and the plus that ends a line by hand. */
function readPlus(state: State, at: number, mark: string): number {
  if (mark === '+++') return hide(state, at, mark);
  const ends = state.text.charAt(at - 1) === ' ' && /[\r\n]|^$/.test(state.text.charAt(at + 1));
  if (ends || mark === '++') state.out.hole(at, at + mark.length);
  return at + mark.length;
}

/** `<<id>>` and `<<id,words>>`: a reference to a place or a source, or the number of a callout. */
function readReference(state: State, at: number): number {
  if (state.text.startsWith('<<', at)) return hide(state, at, '>>');
  const callout = /^<(?:\d{1,3}|\.)>/.exec(state.text.slice(at, at + 5));
  if (callout === null) return at + 1;
  state.out.hole(at, at + callout[0].length);
  return at + callout[0].length;
}

/** What AsciiDoc itself defines. */
const CHARACTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    nbsp: '\u00a0',
    zwsp: '',
    wj: '',
    empty: '',
    blank: '',
    sp: ' ',
    apos: "'",
    quot: '"',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    deg: '°',
    plus: '+',
    brvbar: '¦',
    amp: '&',
    lt: '<',
    gt: '>',
    startsb: '[',
    endsb: ']',
    vbar: '|',
    caret: '^',
    asterisk: '*',
    tilde: '~',
    backslash: '\\',
    backtick: '`',
    'two-colons': '::',
    'two-semicolons': ';;',
    cpp: 'C++',
    pp: '++',
  }),
);

const ATTRIBUTE = /\{([A-Za-z0-9_][\w-]{0,60})\}/y;

function readAttribute(state: State, at: number): number {
  ATTRIBUTE.lastIndex = at;
  const [whole = '', name = ''] = ATTRIBUTE.exec(state.text) ?? [];
  if (whole === '') return at + 1;
  const value = state.attributes.get(name.toLowerCase()) ?? CHARACTERS.get(name.toLowerCase());
  if (value !== undefined) return replace(state, at, whole.length, value);
  state.out.hole(at, at + whole.length);
  return at + whole.length;
}

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/iy;

function readEntity(state: State, at: number): number {
  ENTITY.lastIndex = at;
  const entity = ENTITY.exec(state.text)?.[0];
  if (entity === undefined) return at + 1;
  const read = decodeString(entity);
  return read === entity ? at + 1 : replace(state, at, entity.length, read);
}

/** The macro whose brackets open: its name, a colon, perhaps a target. */
const MACRO = /(?<![\w-])([a-z][\w-]{0,30}):([^\s:[\]][^\s[\]]{0,200})?$/i;
const LONGEST_MACRO = 240;

/** Macros whose brackets hold the words of a link. Those of all others hold settings, code, notes or citations. */
const LINKS: ReadonlySet<string> = new Set([
  'link',
  'xref',
  'http',
  'https',
  'ftp',
  'irc',
  'mailto',
  'phrase',
]);
/** Settings in front of the words they are for: `[.role]#words#`, `[[anchor]]`. */
const SETTING = /\[(?:\[{1,2}[^[\]\n]{1,100}\]{2,3}|[.#%][^[\]\n]{1,100}\](?=[#*_`]))/y;

function readBracket(state: State, at: number): number {
  const { text, out, ahead, start, end } = state;
  const [macro, name = ''] = MACRO.exec(text.slice(wordStart(text, start, at), at)) ?? [];
  if (macro !== undefined) {
    const closer = ahead.next(']', at);
    if (closer >= end) return at + 1;
    if (!LINKS.has(name.toLowerCase())) {
      out.hole(at - macro.length, closer + 1);
      return closer + 1;
    }
    out.hole(at - macro.length, at + 1);
    state.linkEnd = closer;
    return at + 1;
  }
  SETTING.lastIndex = at;
  const setting = SETTING.exec(text)?.[0] ?? '';
  if (setting !== '') out.hole(at, at + setting.length);
  return at + Math.max(1, setting.length);
}

/** Where what touches the bracket at `at` begins. */
function wordStart(text: string, start: number, at: number): number {
  let from = at;
  while (from > start && at - from < LONGEST_MACRO && !/[\s[\]]/.test(text.charAt(from - 1))) from -= 1;
  return from;
}

/** The end of a link with what is set for it behind its words: `^`, `,window=_blank`. */
function readLinkEnd(state: State, at: number): number {
  if (at !== state.linkEnd) return at + 1;
  const settings = /(?:\^|,\s?[a-z]{1,20}=[^,\]]{0,40}){1,5}$/i.exec(
    state.text.slice(Math.max(state.start, at - 60), at),
  );
  const length = settings?.[0].length ?? 0;
  if (length > 0) state.out.hole(at - length, at + 1);
  else state.out.replace(at, at + 1, '');
  state.linkEnd = -1;
  return at + 1;
}
