/** Code in Typst drafts: expressions and statements behind `#`, of which only the content in brackets can be words. */

import { beginMarkup, beginWords, DEEPEST, type Form, type Frame, kindHere, type State } from './state.ts';

const STATEMENT = /#(?:let|set|show|import|include|context|return|if|for|while)(?![\w-])/y;

/** Those whose content is not text of the document where it stands: definitions and settings. */
const DEFINES = /^#(?:let|set|show|import|include|return)/;

const NAME = /[\p{L}_][\p{L}\p{N}_-]*/uy;

/** Begins the code at `at`, a `#`. Returns the offset behind what was read; the frames say what comes next. */
export function readCode(state: State, at: number): number {
  const { text, out } = state;
  const next = text.charAt(at + 1);
  STATEMENT.lastIndex = at;
  const statement = STATEMENT.exec(text)?.[0];
  if (statement !== undefined) {
    beginMarkup(state, at);
    state.frames.push({ kind: 'statement', call: DEFINES.test(statement) ? 'let' : '' });
    return at + statement.length;
  }
  NAME.lastIndex = at + 1;
  const name = NAME.exec(text)?.[0];
  if (name !== undefined) {
    beginMarkup(state, at);
    return continueExpression(state, name, at + 1 + name.length);
  }
  if (next === '[' || next === '(' || next === '{') {
    beginMarkup(state, at);
    return openBracket(state, '', at + 1);
  }
  if (next === '"') {
    const end = endOfString(state, at + 1);
    if (state.markup < 0) out.hole(at, end);
    return end;
  }
  if (state.markup < 0) out.hole(at, at + 1);
  return at + 1;
}

/** Reads on behind a part of an expression in markup: arguments, content, a field. Anything else ends it. */
export function continueExpression(state: State, call: string, at: number): number {
  const { text } = state;
  const bracket = text.charAt(at);
  if (bracket === '(' || bracket === '[') return openBracket(state, call, at);
  if (bracket === '.') {
    NAME.lastIndex = at + 1;
    const field = NAME.exec(text)?.[0];
    if (field !== undefined) return continueExpression(state, call, at + 1 + field.length);
  }
  if (isMarkup(state.frames.at(-1))) endExpression(state, at);
  return at;
}

function isMarkup(frame: Frame | undefined): boolean {
  return frame === undefined || (frame.kind === 'content' && frame.form !== 'hidden');
}

/** What ends in a bracket vanished around words; what holds none parts the words around it. */
function endExpression(state: State, at: number): void {
  beginWords(state, at, state.markup >= 0 && state.text.charAt(state.markup) === ']' ? '' : null);
}

/** Opens the bracket at `at` of a call. */
export function openBracket(state: State, call: string, at: number): number {
  const bracket = state.text.charAt(at);
  if (bracket === '[') return openContent(state, call, at);
  state.frames.push({ kind: 'code', closer: bracket === '(' ? ')' : '}', call, from: at });
  return at + 1;
}

/** Functions whose content is no text of the document where it stands. */
const HIDDEN: ReadonlySet<string> = new Set(
  'footnote cite bibliography raw hide metadata label ref place-holder todo margin-note sidenote let state'.split(
    ' ',
  ),
);
const TABLES: ReadonlySet<string> = new Set(['table', 'grid', 'header', 'footer', 'cell']);

/** Functions that take words among their arguments; of others only the content behind the arguments is text. */
const TAKES_WORDS: ReadonlySet<string> = new Set(
  'align text strong emph box block rect pad list enum terms link heading par columns stack figure'.split(
    ' ',
  ),
);

function openContent(state: State, call: string, at: number): number {
  const { out } = state;
  const form = isHidden(state) ? 'hidden' : formOf(state, call, at);
  state.frames.push({ kind: 'content', form, call });
  switch (form) {
    case 'hidden':
      return at + 1;
    case 'inline':
      // Two contents of one call are words apart.
      beginWords(state, at + 1, state.text.charAt(state.markup) === ']' ? ' ' : '');
      return at + 1;
    case 'quotation':
      beginWords(state, at + 1, state.quotations % 2 === 0 ? '“' : '‘');
      state.quotations += 1;
      return at + 1;
    case 'blockQuote':
    case 'caption':
    case 'cell':
      out.end(state.markup < 0 ? at : state.markup);
      state.markup = -1;
      out.begin(kindHere(state), at + 1);
      return at + 1;
  }
}

/** Whether what is around already is no prose. */
function isHidden({ frames }: State): boolean {
  return frames.slice(-DEEPEST).some((frame) => {
    if (frame.kind === 'content') return frame.form === 'hidden';
    return frame.kind === 'statement' ? frame.call !== '' : HIDDEN.has(frame.call);
  });
}

function formOf(state: State, call: string, at: number): Form {
  if (HIDDEN.has(call)) return 'hidden';
  const frame = state.frames.at(-1);
  if (frame?.kind !== 'code') {
    if (call !== 'quote') return 'inline';
    return isBlockQuote(state, at) ? 'blockQuote' : 'quotation';
  }
  if (/caption:\s{0,20}$/.test(state.text.slice(Math.max(0, at - LONGEST_ARGUMENT_NAME), at)))
    return 'caption';
  if (TABLES.has(frame.call)) return 'cell';
  return TAKES_WORDS.has(frame.call) ? 'caption' : 'hidden';
}

const LONGEST_ARGUMENT_NAME = 30;

/** Whether the arguments before the bracket at `at` say `block: true`. */
function isBlockQuote({ text, markup }: State, at: number): boolean {
  return /\bblock:\s{0,20}true\b/.test(text.slice(Math.max(markup, at - LONGEST_ARGUMENTS, 0), at));
}

const LONGEST_ARGUMENTS = 300;

/** Within code: what may end it, or start words. */
const CODE = /["()[\]{}\n`]|\/[/*]/g;

/** Reads the code from `at` to the next bracket and over it. Returns the offset behind. */
export function passCode(state: State, at: number): number {
  const { text, frames } = state;
  CODE.lastIndex = at;
  const match = CODE.exec(text);
  if (match === null) return text.length;
  const { index, 0: mark } = match;
  switch (mark) {
    case '"':
      return endOfString(state, index);
    case '(':
    case '{':
    case '[':
      return openBracket(state, nameBefore(text, index), index);
    case ')':
    case '}':
      return closeCode(state, mark, index);
    case '\n':
      return endStatement(state, index);
    case '`':
      return endOfRaw(state, index);
    case '//':
    case '/*':
      return passComment(state, index);
    case ']':
      // A square bracket that code does not open ends the content the code is in.
      while (frames.length > 0 && frames.at(-1)?.kind !== 'content') frames.pop();
      return frames.length === 0 ? index + 1 : closeContent(state, index);
    default:
      return index + 1;
  }
}

/** The function whose arguments a bracket opens. */
function nameBefore(text: string, at: number): string {
  return (
    /[\p{L}_][\p{L}\p{N}_-]{0,40}$/u.exec(text.slice(Math.max(0, at - LONGEST_ARGUMENT_NAME), at))?.[0] ?? ''
  );
}

function closeCode(state: State, closer: string, at: number): number {
  const { frames } = state;
  const frame = frames.at(-1);
  if (frame?.kind === 'statement' || frame === undefined) return at + 1;
  if (frame.kind !== 'code' || frame.closer !== closer) return at + 1;
  frames.pop();
  return isCode(frames.at(-1)) ? at + 1 : continueExpression(state, frame.call, at + 1);
}

export function isCode(frame: Frame | undefined): boolean {
  return frame !== undefined && frame.kind !== 'content';
}

function endStatement(state: State, at: number): number {
  if (state.frames.at(-1)?.kind !== 'statement') return at + 1;
  state.frames.pop();
  if (isMarkup(state.frames.at(-1))) beginWords(state, at, null);
  return at;
}

/** Closes the content that the square bracket at `at` ends. The last frame is that content. */
export function closeContent(state: State, at: number): number {
  const frame = state.frames.pop();
  if (frame?.kind !== 'content') return at + 1;
  closeWords(state, frame.form, at);
  if (isCode(state.frames.at(-1))) return at + 1;
  return continueExpression(state, frame.call, at + 1);
}

function closeWords(state: State, form: Form, at: number): void {
  switch (form) {
    case 'hidden':
      return;
    case 'inline':
      beginMarkup(state, at);
      return;
    case 'quotation':
      state.quotations = Math.max(0, state.quotations - 1);
      state.out.replace(at, at + 1, state.quotations % 2 === 0 ? '”' : '’');
      if (isCode(state.frames.at(-1))) beginMarkup(state, at + 1);
      return;
    case 'blockQuote':
    case 'caption':
    case 'cell':
      state.out.end(at);
      state.out.begin(kindHere(state), at + 1);
      beginMarkup(state, at);
  }
}

/** A string ends on its line: an unclosed one is still being typed. */
function endOfString({ text, ahead }: State, at: number): number {
  const line = ahead.next('\n', at);
  for (let next = at + 1; next < line; next += 1) {
    const character = text.charAt(next);
    if (character === '\\') next += 1;
    else if (character === '"') return next + 1;
  }
  return line;
}

/** The end of the raw text at `at`; one with three backticks or more may run to the end of the text. */
export function endOfRaw({ text, ahead }: State, at: number): number {
  let opening = at;
  while (text.charAt(opening) === '`') opening += 1;
  const size = opening - at;
  if (size === 2) return opening;
  const closer = ahead.next('`'.repeat(Math.min(size, LONGEST_FENCE)), opening);
  const end = size === 1 ? Math.min(closer, ahead.paragraphEnd(at)) : closer;
  return Math.min(end + size, text.length);
}

/** More backticks than anybody opens raw text with. */
const LONGEST_FENCE = 20;

const COMMENT_MARK = /\/\*|\*\//g;

/** A comment of one line, or one that may hold others. */
export function passComment({ text, out, ahead }: State, at: number): number {
  let end = Math.min(ahead.next('\n', at), text.length);
  if (text.startsWith('/*', at)) {
    let depth = 0;
    end = text.length;
    COMMENT_MARK.lastIndex = at;
    for (let mark = COMMENT_MARK.exec(text); mark !== null; mark = COMMENT_MARK.exec(text)) {
      depth += mark[0] === '/*' ? 1 : -1;
      if (depth === 0) {
        end = mark.index + 2;
        break;
      }
    }
  } else if (text.charAt(end - 1) === '\r') end -= 1;
  out.comment(at, end);
  return end;
}
