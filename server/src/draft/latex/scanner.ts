/** Scans LaTeX: goes from one special character to the next and tells a prose writer what each of them means. */

import type { ProseWriter } from '../proseWriter.ts';
import { characterAt } from './characters.ts';
import { signatureOf } from './commands.ts';
import { beginEnvironment, endEnvironment, hideTo, readVerbatim } from './environments.ts';
import { closeGroup, closeGroups, readArguments } from './groups.ts';
import { readNumberCommand } from './numbers.ts';
import { createState, kindHere, type State } from './state.ts';

export interface Scanner {
  /** Reads `start..end` in the block that is open. Stretches must come in order. */
  read(start: number, end: number): void;
}

export function createScanner(text: string, out: ProseWriter): Scanner {
  const state = createState(text, out);
  return {
    read(start, end) {
      state.end = end;
      for (let at = start; at < end; ) {
        SPECIAL.lastIndex = at;
        const match = SPECIAL.exec(text);
        if (match === null || match.index >= end) break;
        const [mark] = match;
        at = state.hidden > 0 ? passHidden(state, match.index, mark) : readMark(state, match.index, mark);
      }
      closeGroups(state, end);
    },
  };
}

/** What is not read as it stands. A blank line is taken with the blanks around it. */
const SPECIAL = /[\\%{}\])$~&]|``?|''?|---?|,,|[?!]`|\n[ \t\r]*\n\s*/g;

/** Within an argument that is no prose: only what may end it. */
function passHidden(state: State, at: number, mark: string): number {
  switch (mark.charAt(0)) {
    case '\\':
      return at + 2;
    case '%':
      return readComment(state, at);
    case '{':
      state.groups.push({ closer: '}', kind: 'hidden', command: '', from: at, rest: '' });
      state.hidden += 1;
      return at + 1;
    case '}':
    case ']':
    case ')':
      return closeGroup(state, at);
    case '\n':
      return breakParagraph(state, at, at + mark.length);
    default:
      return at + mark.length;
  }
}

function readMark(state: State, at: number, mark: string): number {
  const { out } = state;
  const printed = LIGATURES.get(mark);
  if (printed !== undefined) {
    out.replace(at, at + mark.length, printed);
    return at + mark.length;
  }
  switch (mark.charAt(0)) {
    case '\\':
      return readCommand(state, at);
    case '%':
      return readComment(state, at);
    case '{':
      return openGroup(state, at);
    case '$':
      return readMath(state, at);
    case '\n':
      return breakParagraph(state, at, at + mark.length);
    case '&':
      if (kindHere(state) === 'tableRow') out.replace(at, at + 1, '|');
      else out.hole(at, at + 1);
      return at + 1;
    default:
      return closeGroup(state, at);
  }
}

/** What TeX joins to one character. */
const LIGATURES: ReadonlyMap<string, string> = new Map([
  ['``', '“'],
  ["''", '”'],
  ['`', '‘'],
  ["'", '’'],
  ['--', '–'],
  ['---', '—'],
  [',,', '„'],
  ['?`', '¿'],
  ['!`', '¡'],
  ['~', '\u00a0'],
]);

function readComment({ out, text, end }: State, at: number): number {
  const feed = text.indexOf('\n', at);
  const to = feed < 0 || feed > end ? end : feed;
  out.comment(at, text.charAt(to - 1) === '\r' ? to - 1 : to);
  return to;
}

/** `5{,}000` keeps TeX from setting a space behind the comma. */
function openGroup(state: State, at: number): number {
  const { out, text, groups } = state;
  if (text.startsWith('{,}', at)) {
    out.replace(at, at + 3, ',');
    return at + 3;
  }
  groups.push({ closer: '}', kind: 'shown', command: '', from: at, rest: '' });
  out.replace(at, at + 1, '');
  return at + 1;
}

function breakParagraph(state: State, at: number, next: number): number {
  closeGroups(state, at);
  state.out.begin(kindHere(state), at);
  return next;
}

/** Mathematics is no prose, but for a number alone. What its paragraph does not close is a sign by itself. */
function readMath(state: State, at: number): number {
  const { out, text } = state;
  if (at === state.numberEnd) {
    out.replace(at, at + 1, '');
    return at + 1;
  }
  const sign = text.startsWith('$$', at) ? '$$' : '$';
  let closer = state.ahead.next(sign, at + sign.length);
  while (text.charAt(closer - 1) === '\\' && closer < state.end) closer = state.ahead.next(sign, closer + 1);
  if (closer >= Math.min(state.ahead.paragraphEnd(at), state.end)) {
    out.hole(at, at + sign.length);
    return at + sign.length;
  }
  const content = text.slice(at + 1, Math.min(closer, at + LONGEST_NUMBER));
  if (sign === '$' && closer - at < LONGEST_NUMBER && NUMBER.test(content) && /\d/.test(content)) {
    state.numberEnd = closer;
    out.replace(at, at + 1, '');
    return at + 1;
  }
  out.hole(at, closer + sign.length);
  return closer + sign.length;
}

const LONGEST_NUMBER = 40;
const NUMBER = /^(?:[\d\s.,{}~+-]|\\[,%$ ])+$/;

const CONTROL_WORD = /\\([A-Za-z@]+)/y;

function readCommand(state: State, at: number): number {
  const { out, text } = state;
  const symbol = text.charAt(at + 1);
  if (symbol === '\\') return breakLine(state, at);
  if (symbol === '(' || symbol === '[') return readUpTo(state, at, symbol === '(' ? '\\)' : '\\]');
  const character = characterAt(text, at);
  if (character !== null) {
    out.replace(at, at + character.length, character.text);
    return at + character.length;
  }
  const number = readNumberCommand(text, at, out);
  if (number !== null) return number;
  CONTROL_WORD.lastIndex = at;
  const name = CONTROL_WORD.exec(text)?.[1];
  if (name !== undefined) return readControlWord(state, at, name);
  out.hole(at, Math.min(at + 2, state.end));
  return at + 2;
}

/** A hole up to `closer`, or to the end of the paragraph that does not have it. */
function readUpTo(state: State, at: number, closer: string): number {
  const found = state.ahead.next(closer, at + 2);
  const last = Math.min(state.ahead.paragraphEnd(at), state.end);
  const to = found < last ? found + closer.length : last;
  state.out.hole(at, to);
  return to;
}

/** `\\`, `\\*`, `\\[2pt]`: the end of a line, and of a table's row. */
function breakLine(state: State, at: number): number {
  const length = LINE_BREAK.exec(state.text.slice(at, at + LONGEST_LINE_BREAK))?.[0].length ?? 2;
  if (kindHere(state) === 'tableRow') {
    closeGroups(state, at);
    state.out.begin('tableRow', at);
  }
  state.out.hole(at, at + length);
  return at + length;
}

const LINE_BREAK = /^\\(?:\\\*?(?:\[[^\]\n]{0,40}\])?|tabularnewline)/;
const LONGEST_LINE_BREAK = 50;

function readControlWord(state: State, at: number, name: string): number {
  switch (name) {
    case 'begin':
      return beginEnvironment(state, at);
    case 'end':
      return endEnvironment(state, at);
    case 'par':
      breakParagraph(state, at, at);
      state.out.hole(at, at + 4);
      return at + 4;
    case 'tabularnewline':
      return breakLine(state, at);
    case 'verb':
    case 'lstinline':
    case 'mintinline':
      return readVerbatim(state, at);
    case 'iffalse':
      return hideTo(state, at, '\\fi');
    case 'item':
      closeGroups(state, at);
      state.out.begin(kindHere(state), at);
      break;
  }
  return readArguments(state, { name, from: at }, signatureOf(name), at + 1 + name.length);
}
