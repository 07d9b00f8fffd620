/** Normalised words: a text reduced to what a comparison of wording may rest on, each word with its offsets. */

import type { Span } from './span.ts';
import { type Token, tokenize } from './tokens.ts';

/**
 * One word of the normalised text, and where it stands in the original.
 *
 * Folded away: letter case, typographic variants of characters (NFKC), soft hyphens and other invisible characters,
 * grouping commas of numbers, full stops of initials, the ending of `James’s`, quotation marks and other punctuation,
 * hyphens between letters.
 * Kept as words of their own: digits, hyphens between digits (`7-5`), signs that change a figure (`$ £ € ¥ % &`).
 */
export interface NormalWord extends Span {
  readonly norm: string;
  /** An ellipsis (`…`, `...`, `[…]`) stands between this word and the one before. */
  readonly afterEllipsis: boolean;
  /** Stands in square or round brackets, as an editor's words do. */
  readonly bracketed: boolean;
}

/** The normalised words of `text` within `span`. Never throws; linear in the length of the span. */
export function normalWords(text: string, span: Span = { start: 0, end: text.length }): NormalWord[] {
  return normalWordsOf(text, tokenize(text, span));
}

/** The normalised words of several stretches read on end, as one quote in parts. */
export function normalWordsOfParts(text: string, parts: readonly Span[]): NormalWord[] {
  return normalWordsOf(
    text,
    parts.flatMap((part) => tokenize(text, part)),
  );
}

/** The normalised words of tokens of `text` that stand in order. */
export function normalWordsOf(text: string, tokens: readonly Token[]): NormalWord[] {
  const words: NormalWord[] = [];
  readAll(text, tokens, (norm, start, end, afterEllipsis, bracketed) => {
    words.push({ norm, start, end, afterEllipsis, bracketed });
  });
  return words;
}

/** `norm` of each of the `normalWordsOf` the tokens: a million articles are indexed without an object for each word. */
export function normsOf(text: string, tokens: readonly Token[], take: (norm: string) => void): void {
  readAll(text, tokens, take);
}

/**
 * As `normsOf`, but of a word that is one token and touches no other `takeAlone` is given the token and its index: its norm is
 * `normOfWord`, which whoever keeps what words are filed under need not make again.
 */
export function eachNorm(
  text: string,
  tokens: readonly Token[],
  takeAlone: (word: Token, at: number) => void,
  take: (norm: string) => void,
): void {
  const state: State = { take, bracketEnd: 0, ellipsis: false };
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token?.kind === 'word' && standsAlone(text, token, tokens[at + 1])) takeAlone(token, at++);
    else at = readToken(text, tokens, at, state);
  }
}

/** The norm of a word wherever it touches no other token; never empty. */
export function normOfWord(word: Token): string {
  return normOf(word.lower, word);
}

function readAll(text: string, tokens: readonly Token[], take: State['take']): void {
  const state: State = { take, bracketEnd: 0, ellipsis: false };
  for (let at = 0; at < tokens.length; ) at = readToken(text, tokens, at, state);
}

interface State {
  /** Takes one word, as `NormalWord` has it. */
  readonly take: (
    norm: string,
    start: number,
    end: number,
    afterEllipsis: boolean,
    bracketed: boolean,
  ) => void;
  /** Index of the token that closes the bracket being read; tokens before it stand in the bracket. */
  bracketEnd: number;
  ellipsis: boolean;
}

/** A bracket that is not closed within so many tokens is no editor's insertion, which is a few words long. */
const LONGEST_BRACKET = 40;

const SIGNS: ReadonlySet<string> = new Set(['$', '£', '€', '¥', '%', '&']);
const DASHES: ReadonlySet<string> = new Set(['-', '‐', '‑', '‒', '–', '—', '−']);
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['[', ']'],
  ['(', ')'],
]);

/** Reads what stands at `at` and returns the index of the next token to read. */
function readToken(text: string, tokens: readonly Token[], at: number, state: State): number {
  const token = tokens[at];
  if (token === undefined) return at + 1;
  if (token.kind !== 'mark') return readWord(text, tokens, at, state);
  if (CLOSING.has(token.text)) return openBracket(tokens, at, state);
  const dots = ellipsisAt(text, tokens, at);
  if (dots > 0) {
    state.ellipsis = true;
    return at + dots;
  }
  if (SIGNS.has(token.text) || isHyphenOfDigits(tokens, at))
    push(state, at, token, signOf(token.text), token.end);
  return at + 1;
}

/** A word, with the parts that only invisible characters (a soft hyphen) or a mask (`f***king`) hold apart. */
function readWord(text: string, tokens: readonly Token[], at: number, state: State): number {
  const first = tokens[at];
  if (first === undefined) return at + 1;
  if (first.kind === 'word' && standsAlone(text, first, tokens[at + 1])) {
    push(state, at, first, normOf(first.lower, first), first.end);
    return at + 1;
  }
  let next = at + 1;
  let end = first.end;
  for (let token = tokens[next]; token !== undefined; token = tokens[next]) {
    if (!continuesWord(text, end, token)) break;
    end = token.end;
    next += 1;
  }
  const written = next === at + 1 ? first.lower : text.slice(first.start, end).toLowerCase();
  const norm = normOf(written, first);
  const ending = tokens[next];
  if (ending?.lower !== "'s" || ending.start !== end) {
    push(state, at, first, norm, end);
    return next;
  }
  // `James’s` is `James’` in other hands; elsewhere the ending tells words apart (`let’s go`, `let go`).
  push(state, at, first, norm.endsWith('s') ? norm : `${norm}'s`, ending.end);
  return next + 1;
}

/** Whether a blank, or something wider than it, parts a word from the next: so nearly all words stand. */
function standsAlone(text: string, word: Token, next: Token | undefined): boolean {
  return next === undefined || (next.start > word.end && text.charCodeAt(word.end) <= SPACE);
}

const INVISIBLE = /^\p{Cf}+$/u;
const SPACE = 0x20;

function continuesWord(text: string, end: number, next: Token): boolean {
  if (next.start === end) return next.text === '*' || (next.kind === 'word' && text.charAt(end - 1) === '*');
  // Nearly every gap is one blank, which needs no closer look.
  if (next.kind !== 'word' || text.charCodeAt(end) <= SPACE) return false;
  // Invisible characters come one or two at a time; a longer gap is none of theirs.
  return next.start - end <= 2 && INVISIBLE.test(text.slice(end, next.start));
}

function push(state: State, index: number, first: Span, norm: string, end: number): void {
  if (norm === '') return;
  state.take(norm, first.start, end, state.ellipsis, index < state.bracketEnd);
  state.ellipsis = false;
}

const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

function normOf(lower: string, token: Token): string {
  if (isAsciiWord(lower)) {
    // The country and the pronoun are two words, though both are `us` in lower case.
    return token.text === 'US' ? 'u.s' : lower;
  }
  if (token.kind === 'number') return GROUPED.test(lower) ? lower.replaceAll(',', '') : lower;
  const folded = lower
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/\*+/g, '*');
  if (!folded.includes('.')) return folded;
  return folded === 'u.s.' || folded === 'u.s' ? 'u.s' : folded.replaceAll('.', '');
}

/** Whether a word has small letters from a to z and nothing else. */
function isAsciiWord(lower: string): boolean {
  for (let at = 0; at < lower.length; at += 1) {
    const code = lower.charCodeAt(at);
    if (code < 0x61 || code > 0x7a) return false;
  }
  return lower !== '';
}

function signOf(mark: string): string {
  if (mark === '&') return 'and';
  return DASHES.has(mark) ? '-' : mark;
}

/** `7-5`, `2019–20`: without its hyphen it would be another figure. */
function isHyphenOfDigits(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at];
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (mark === undefined || before === undefined || after === undefined) return false;
  if (!DASHES.has(mark.text) || before.kind !== 'number' || after.kind !== 'number') return false;
  return before.end === mark.start && mark.end === after.start;
}

/** How many tokens an ellipsis takes at `at`: `…`, two or more full stops, full stops with blanks; 0 if there is none. */
function ellipsisAt(text: string, tokens: readonly Token[], at: number): number {
  const first = tokens[at];
  if (first?.text === '…') return 1;
  if (first?.text !== '.') return 0;
  let count = 1;
  for (let next = tokens[at + 1]; next?.text === '.'; next = tokens[at + count]) {
    const gap = text.slice(tokens[at + count - 1]?.end, next.start);
    if (gap !== '' && gap !== ' ' && gap !== '\u00a0') break;
    count += 1;
  }
  return count >= 2 ? count : 0;
}

/**
 * Opens a bracket and returns the index of the next token. `[sic]` and `[…]` are read whole, since neither is a word
 * of the quote, and so is the changed capital of `[T]he`, which is a word without its brackets.
 */
function openBracket(tokens: readonly Token[], at: number, state: State): number {
  const inside = tokens[at + 1];
  const close = tokens[at + 2];
  if (tokens[at]?.text === '[' && inside !== undefined && close?.text === ']') {
    if (inside.lower === 'sic') return at + 3;
    const rest = tokens[at + 3];
    const capital = inside.kind === 'word' && inside.end - inside.start === 1;
    if (capital && rest?.kind === 'word' && rest.start === close.end) {
      push(state, at, inside, normOf(inside.lower + rest.lower, rest), rest.end);
      return at + 4;
    }
  }
  if (at >= state.bracketEnd) state.bracketEnd = endOfBracket(tokens, at);
  return at + 1;
}

/** Index of the token that closes the bracket opened at `at`; `at` itself when it stays open. */
function endOfBracket(tokens: readonly Token[], at: number): number {
  const closing = CLOSING.get(tokens[at]?.text ?? '');
  const limit = Math.min(tokens.length, at + LONGEST_BRACKET);
  for (let index = at + 1; index < limit; index += 1) {
    if (tokens[index]?.text === closing) return index;
  }
  return at;
}
