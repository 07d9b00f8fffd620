/** Tokens: the words, numbers and marks of a text with their offsets, found in one linear pass. */

import { plainWordAt, wordAt } from './knownWords.ts';
import type { Span } from './span.ts';

export type TokenKind = 'word' | 'number' | 'mark';

/**
 * One token.
 * - A word is a run of letters; apostrophes between letters belong to it (`Shi’ite`, `don't`), but a possessive
 *   `’s` is a word of its own. Initials with full stops are one word (`U.S.`, `a.m.`).
 * - A number is a run of digits with inner grouping commas (`5,000`) and one decimal point (`2.1`, `.5`).
 * - Hyphens part words; `82nd` is the number `82` and the word `nd` that touches it.
 * - A mark is one other visible character (one code point).
 */
export interface Token extends Span {
  readonly kind: TokenKind;
  /** The token as written. */
  readonly text: string;
  /** Lower case, curly apostrophes made straight. */
  readonly lower: string;
}

/** Splits `text` (or the part of it that `span` covers) into tokens. Offsets are those of `text`. Never throws. */
export function tokenize(text: string, span: Span = { start: 0, end: text.length }): Token[] {
  const tokens: Token[] = [];
  let at = span.start;
  while (at < span.end) {
    const type = classAt(text, at);
    if (type === Class.space) {
      at += widthAt(text, at);
      continue;
    }
    const token =
      (type === Class.letter ? plainTokenAt(text, at, span.end) : null) ?? tokenAt(text, at, span.end, type);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

/** The word at `start` where it is nothing but letters from A to Z and surely ends with them, as most words do; else null. */
function plainTokenAt(text: string, start: number, limit: number): Token | null {
  const word = plainWordAt(text, start, limit);
  if (word === null) return null;
  const end = start + word.text.length;
  if (end < limit) {
    const next = text.charCodeAt(end);
    // Further letters, an apostrophe, or the full stop of an initial.
    if (next > 127 || next === APOSTROPHE || (next === FULL_STOP && end - start === 1)) return null;
  }
  return { kind: 'word', start, end, text: word.text, lower: word.lower };
}

function tokenAt(text: string, start: number, limit: number, type: CharacterClass): Token {
  const end = Math.min(endOfToken(text, start, limit, type), limit);
  if (type === Class.digit || (type === Class.mark && end - start === 1)) {
    const written = text.slice(start, end);
    return { kind: KINDS[type], start, end, text: written, lower: written };
  }
  const { text: written, lower } = wordAt(text, start, end, lowerOf);
  // A mark of several units that starts with a full stop is a decimal such as `.5`.
  const decimal = type === Class.mark && text.charCodeAt(start) === FULL_STOP;
  return { kind: decimal ? 'number' : KINDS[type], start, end, text: written, lower };
}

const Class = { space: 0, letter: 1, digit: 2, mark: 3, apostrophe: 4 } as const;
type CharacterClass = (typeof Class)[keyof typeof Class];

const KINDS: readonly TokenKind[] & { readonly [index in CharacterClass]: TokenKind } = [
  'mark',
  'word',
  'number',
  'mark',
  'mark',
];

const ASCII: readonly CharacterClass[] = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z]/i.test(character)) return Class.letter;
  if (/\d/.test(character)) return Class.digit;
  if (character === "'") return Class.apostrophe;
  return code <= 32 || code === 127 ? Class.space : Class.mark;
});

const LETTER = /^[\p{L}\p{M}]/u;
const SPACE = /^[\p{White_Space}\p{Cf}\p{Cc}]/u;
const RIGHT_SINGLE_QUOTE = 0x2019;
const APOSTROPHE = 0x27;
const FULL_STOP = 0x2e;
const COMMA = 0x2c;

/** Classes of characters outside ASCII, found once a character. At most one entry a code unit, so it stays small. */
const beyondAscii = new Map<number, CharacterClass>();

function classAt(text: string, at: number): CharacterClass {
  const code = text.charCodeAt(at);
  if (code < 128) return ASCII[code] ?? Class.mark;
  if (code === RIGHT_SINGLE_QUOTE) return Class.apostrophe;
  const known = beyondAscii.get(code);
  if (known !== undefined) return known;
  const character = String.fromCodePoint(text.codePointAt(at) ?? code);
  const found = LETTER.test(character) ? Class.letter : SPACE.test(character) ? Class.space : Class.mark;
  // A lead surrogate stands for many characters, so its class cannot be kept.
  if (character.length === 1) beyondAscii.set(code, found);
  return found;
}

function endOfToken(text: string, at: number, limit: number, type: CharacterClass): number {
  switch (type) {
    case Class.letter:
      return endOfWord(text, at, limit);
    case Class.digit:
      return endOfNumber(text, at, limit);
    case Class.apostrophe:
      return endOfPossessive(text, at, limit) ?? at + 1;
    case Class.mark:
      if (text.charCodeAt(at) === FULL_STOP && startsDecimal(text, at, limit))
        return endOfNumber(text, at + 1, limit);
      return at + widthAt(text, at);
    case Class.space:
      return at + widthAt(text, at);
  }
}

function widthAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  // Nothing but a lead surrogate begins a character of two units.
  return code >= 0xd800 && code < 0xdc00 && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** A full stop that opens a number such as `.25`: digits follow and nothing word-like stands before. */
function startsDecimal(text: string, at: number, limit: number): boolean {
  if (at + 1 >= limit || classAt(text, at + 1) !== Class.digit) return false;
  const before = at === 0 ? Class.space : classAt(text, at - 1);
  return before === Class.space || (before === Class.mark && text.charCodeAt(at - 1) !== FULL_STOP);
}

function endOfWord(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit) {
    const type = classAt(text, at);
    if (type === Class.letter) at += widthAt(text, at);
    else if (type === Class.apostrophe && joinsWord(text, at, limit)) at += 1;
    else break;
  }
  return endOfInitials(text, start, at, limit);
}

/** An apostrophe with letters on both sides that does not open a possessive `’s`. */
function joinsWord(text: string, at: number, limit: number): boolean {
  if (at + 1 >= limit || classAt(text, at + 1) !== Class.letter) return false;
  return endOfPossessive(text, at, limit) === null;
}

/** End of a possessive `’s` at `at`, or null. */
function endOfPossessive(text: string, at: number, limit: number): number | null {
  if (at === 0 || classAt(text, at - 1) !== Class.letter) return null;
  const next = at + 1 < limit ? text.charAt(at + 1) : '';
  if (next !== 's' && next !== 'S') return null;
  return at + 2 >= limit || classAt(text, at + 2) !== Class.letter ? at + 2 : null;
}

/** Single letters parted by full stops (`U.S.`, `p.m.`, `J.F.K.`) are one word. */
function endOfInitials(text: string, start: number, end: number, limit: number): number {
  if (end - start !== 1) return end;
  let at = end;
  while (
    at + 1 < limit &&
    text.charCodeAt(at) === FULL_STOP &&
    classAt(text, at + 1) === Class.letter &&
    (at + 2 >= limit || classAt(text, at + 2) !== Class.letter)
  ) {
    at += 2;
  }
  const closed = at > end && at < limit && text.charCodeAt(at) === FULL_STOP;
  return closed ? at + 1 : at;
}

function endOfNumber(text: string, start: number, limit: number): number {
  let at = endOfDigits(text, start, limit);
  while (
    at < limit &&
    text.charCodeAt(at) === COMMA &&
    at - start <= 3 + 4 * 6 &&
    groupFollows(text, at, limit)
  ) {
    at += 4;
  }
  if (at + 1 < limit && text.charCodeAt(at) === FULL_STOP && classAt(text, at + 1) === Class.digit) {
    if (text.charCodeAt(start - 1) !== FULL_STOP) at = endOfDigits(text, at + 1, limit);
  }
  return at;
}

function endOfDigits(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && classAt(text, at) === Class.digit) at += 1;
  return at;
}

/** Exactly three digits stand after the comma at `at`. */
function groupFollows(text: string, at: number, limit: number): boolean {
  return endOfDigits(text, at + 1, Math.min(limit, at + 5)) === at + 4;
}

function lowerOf(written: string): string {
  return written.toLowerCase().replaceAll('’', "'");
}
