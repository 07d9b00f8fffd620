/** Typst drafts: the prose of the markup, found in one pass; code is passed over but for the content in it. */

import type { IsoDate } from '../../corpus/article.ts';
import { toIsoDate } from '../../text/isoDate.ts';
import type { Prose } from '../draft.ts';
import { closeContent, endOfRaw, isCode, passCode, passComment, readCode } from './code.ts';
import { createState, DEEPEST, kindHere, type State } from './state.ts';

/** The prose of a Typst text, whole or half-typed. Any string is accepted; takes time in proportion to its length. */
export function readTypst(text: string): Prose {
  const state = createState(text);
  state.out.begin('paragraph', 0);
  let at = readLineStart(state, 0);
  while (at < text.length) at = isCode(state.frames.at(-1)) ? passCode(state, at) : passMarkup(state, at);
  if (state.markup >= 0) state.out.hole(state.markup, text.length);
  state.out.end(text.length);
  return state.out.finish();
}

/** What is not read as it stands in markup. */
const MARKUP = /[\\#[\]*_`$~@<\n]|\/[/*]|---?|-\?|\.\.\./g;

const SHORTHANDS: ReadonlyMap<string, string> = new Map([
  ['~', '\u00a0'],
  ['--', '–'],
  ['---', '—'],
  ['-?', ''],
  ['...', '…'],
  ['*', ''],
]);

function passMarkup(state: State, at: number): number {
  MARKUP.lastIndex = at;
  const match = MARKUP.exec(state.text);
  return match === null ? state.text.length : readMark(state, match.index, match[0]);
}

function readMark(state: State, at: number, mark: string): number {
  const { text } = state;
  const read = SHORTHANDS.get(mark);
  if (read !== undefined) return replace(state, at, at + mark.length, read);
  switch (mark) {
    case '\\':
      return readEscape(state, at);
    case '#':
      return readCode(state, at);
    case '[':
      // A bracket without a command is a character, and so is the one that closes it.
      state.frames.push({ kind: 'content', form: state.markup < 0 ? 'inline' : 'hidden', call: LITERAL });
      return at + 1;
    case ']':
      return closeBracket(state, at);
    case '_':
      return isWithinWord(text, at) ? at + 1 : replace(state, at, at + 1, '');
    case '`':
      return readRaw(state, at);
    case '$':
      return readMath(state, at);
    case '@':
    case '<':
      return readReference(state, at);
    case '\n':
      return readLineEnd(state, at);
    default:
      // Two slashes are a comment, but not those of an address.
      return mark === '//' && text.charAt(at - 1) === ':' ? at + 2 : passComment(state, at);
  }
}

const LITERAL = '[';

function replace({ out, markup }: State, start: number, end: number, read: string): number {
  if (markup < 0) out.replace(start, end, read);
  return end;
}

function hole({ out, markup }: State, start: number, end: number): number {
  if (markup < 0) out.hole(start, end);
  return end;
}

function closeBracket(state: State, at: number): number {
  const frame = state.frames.at(-1);
  if (frame?.kind !== 'content') return at + 1;
  if (frame.call !== LITERAL) return closeContent(state, at);
  state.frames.pop();
  return at + 1;
}

const LETTER = /[\p{L}\p{N}]/u;

function isWithinWord(text: string, at: number): boolean {
  return LETTER.test(text.charAt(at - 1)) && LETTER.test(text.charAt(at + 1));
}

const ESCAPE = /\\(?:u\{([0-9a-f]{1,6})\}|[^\s])/iuy;

function readEscape(state: State, at: number): number {
  ESCAPE.lastIndex = at;
  const match = ESCAPE.exec(state.text);
  if (match === null) return hole(state, at, at + 1);
  const end = at + match[0].length;
  const code = match[1] === undefined ? -1 : Number.parseInt(match[1], 16);
  if (code > 0x10ffff) return hole(state, at, end);
  return replace(state, at, end, code < 0 ? match[0].slice(1) : String.fromCodePoint(code));
}

/** Raw text that opens a line and spans lines is a block of its own. */
function readRaw(state: State, at: number): number {
  const end = endOfRaw(state, at);
  const { text, out, markup } = state;
  if (markup >= 0) return end;
  const isBlock = text.startsWith('```', at) && text.slice(at, end).includes('\n');
  if (!isBlock) return hole(state, at, end);
  out.end(at);
  out.begin(kindHere(state), end);
  return end;
}

/** Mathematics is no prose, but for a number alone. What its paragraph does not close is a sign by itself. */
function readMath(state: State, at: number): number {
  const { text, ahead } = state;
  if (at === state.numberEnd) return replace(state, at, at + 1, '');
  let closer = ahead.next('$', at + 1);
  while (text.charAt(closer - 1) === '\\' && closer < text.length) closer = ahead.next('$', closer + 1);
  if (closer >= ahead.paragraphEnd(at)) return hole(state, at, at + 1);
  if (closer - at < LONGEST_NUMBER && NUMBER.test(text.slice(at + 1, closer))) {
    state.numberEnd = closer;
    return replace(state, at, at + 1, '');
  }
  return hole(state, at, closer + 1);
}

const LONGEST_NUMBER = 40;
const NUMBER = /^\s?[+-]?\d[\d.,]*\s?%?\s?$/;

const REFERENCE = /@[\p{L}_](?:[\p{L}\p{N}_:.-]*[\p{L}\p{N}_-])?|<[\p{L}_][\p{L}\p{N}_:.-]*>/uy;

/** A label, or a reference to one or to a source, with what is set for it in brackets. */
function readReference(state: State, at: number): number {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(state.text);
  if (match === null || /[\w.]/.test(state.text.charAt(at - 1))) return at + 1;
  const end = at + match[0].length;
  const supplement = state.text.startsWith('@', at)
    ? SUPPLEMENT.exec(state.text.slice(end, end + LONGEST_SUPPLEMENT))
    : null;
  return hole(state, at, end + (supplement?.[0].length ?? 0));
}

const LONGEST_SUPPLEMENT = 200;
const SUPPLEMENT = /^\[[^[\]\n]*\]/;

const BLANK_LINES = /\n(?:[ \t\r]*\n)+/y;

function readLineEnd(state: State, at: number): number {
  const { text, out } = state;
  BLANK_LINES.lastIndex = at;
  const blank = BLANK_LINES.exec(text);
  if (state.markup < 0 && (state.inHeading || blank !== null)) {
    out.begin(kindHere(state), at);
    state.inHeading = false;
    if (blank !== null) forget(state);
  }
  return readLineStart(state, at + (blank?.[0].length ?? 1));
}

/** At the end of a paragraph brackets that are only characters, and what was open besides, are over. */
function forget(state: State): void {
  state.quotations = 0;
  state.numberEnd = -1;
  for (let left = DEEPEST; left > 0; left -= 1) {
    const frame = state.frames.at(-1);
    if (frame?.kind !== 'content' || frame.call !== LITERAL) return;
    state.frames.pop();
  }
}

const LINE_MARK = /[ \t]*(?:(={1,20})[ \t]+|(?:[-+]|\d{1,3}\.)[ \t]+|\/[ \t]+(?=[^\n:]{1,100}:))/y;

/** Reads the mark that opens a heading or an item of a list. */
function readLineStart(state: State, at: number): number {
  LINE_MARK.lastIndex = at;
  const match = state.markup < 0 ? LINE_MARK.exec(state.text) : null;
  if (match === null) return at;
  const end = at + match[0].length;
  state.out.end(at);
  if (match[1] === undefined) {
    state.out.begin(kindHere(state) === 'blockQuote' ? 'blockQuote' : 'listItem', end);
  } else {
    state.out.beginHeading(match[1].length, end);
    state.inHeading = true;
  }
  return end;
}

const DATE =
  /\bdate:\s{0,20}datetime\(\s{0,20}year:\s{0,20}(\d{4}),\s{0,20}month:\s{0,20}(\d{1,2}),\s{0,20}day:\s{0,20}(\d{1,2})/;

/** The date that the document sets; null when it sets none. */
export function dateOfTypst(text: string): IsoDate | null {
  const [, year = '', month = '', day = ''] = DATE.exec(text.slice(0, HEAD_READ)) ?? [];
  return year === '' ? null : toIsoDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** UTF-16 units at the start of a text among which its date is looked for. */
const HEAD_READ = 20_000;
