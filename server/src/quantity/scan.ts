/** The text under the reader: tokens with the questions that parsers ask of their neighbours. */

import type { IsoDate } from '../corpus/article.ts';
import type { Token } from '../text/tokens.ts';
import type { Numeral } from './numerals/numeral.ts';

/** Tokens of one sentence or one whole text, the text their offsets count in, and the day it was written. */
export interface Scan {
  readonly tokens: readonly Token[];
  readonly text: string;
  /** The day relative dates count from; null where it is not known. */
  readonly reference: IsoDate | null;
  /** What numbers were read, by the token they start at: several parsers ask for the same one. */
  readonly numerals: Map<number, Numeral | null>;
}

/** The lower-case token at an index, or the empty string outside the text. */
export function lowerAt(scan: Scan, at: number): string {
  return scan.tokens[at]?.lower ?? '';
}

/** Whether the token at an index follows the one before it without a space. */
export function touches(scan: Scan, at: number): boolean {
  const token = scan.tokens[at];
  const before = scan.tokens[at - 1];
  return token !== undefined && before !== undefined && before.end === token.start;
}

const DASHES: ReadonlySet<string> = new Set(['-', '‐', '‑', '‒', '–', '—', '−']);

/** Whether the token is a hyphen, dash or minus sign. */
export function isDash(scan: Scan, at: number): boolean {
  return DASHES.has(lowerAt(scan, at));
}

/** The index after a hyphen that joins two words (`twenty-one`, `30-year`), or `at` itself when there is none. */
export function pastHyphen(scan: Scan, at: number): number {
  if (!isDash(scan, at)) return at;
  const joined = touches(scan, at) && touches(scan, at + 1);
  const spaced = !touches(scan, at) && !touches(scan, at + 1);
  return joined || (spaced && lowerAt(scan, at) === '-') ? at + 1 : at;
}

/** Whether the token starts with an upper-case letter. */
export function isCapitalised(scan: Scan, at: number): boolean {
  const first = scan.tokens[at]?.text.charCodeAt(0) ?? 0;
  if (first < 128) return first >= 65 && first <= 90;
  const letter = scan.tokens[at]?.text.charAt(0) ?? '';
  return letter.toLowerCase() !== letter;
}

export function isWord(scan: Scan, at: number): boolean {
  return scan.tokens[at]?.kind === 'word';
}

export function isNumber(scan: Scan, at: number): boolean {
  return scan.tokens[at]?.kind === 'number';
}

/** The blanks before a token when there are one or two; the empty string at the start, and for wider gaps. */
export function narrowGap(scan: Scan, at: number): string {
  const token = scan.tokens[at];
  const before = scan.tokens[at - 1];
  if (token === undefined || before === undefined || token.start - before.end > 2) return '';
  return scan.text.slice(before.end, token.start);
}

const SENTENCE_ENDS: ReadonlySet<string> = new Set([
  '.',
  '!',
  '?',
  ':',
  '"',
  '“',
  '”',
  '(',
  ')',
  '•',
  '*',
  '#',
]);

/** Whether a capital at this index says nothing, because a sentence or line starts here. */
export function startsSentence(scan: Scan, at: number): boolean {
  if (at === 0) return true;
  if (SENTENCE_ENDS.has(lowerAt(scan, at - 1))) return !opensTitle(scan, at - 1);
  const token = scan.tokens[at];
  const before = scan.tokens[at - 1];
  return token !== undefined && before !== undefined && hasLineBreak(scan.text, before.end, token.start);
}

/** Whether this is the mark before a title (`the film “Furious 7”`): speech has a comma or a colon before it. */
function opensTitle(scan: Scan, mark: number): boolean {
  return OPENING_QUOTES.has(lowerAt(scan, mark)) && isWord(scan, mark - 1) && !touches(scan, mark);
}

const OPENING_QUOTES: ReadonlySet<string> = new Set(['"', '“', '‘', '«', '„']);

/** Whether a line ends between two offsets. The stretch between two tokens is short in any real text. */
export function hasLineBreak(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) === 10) return true;
  return false;
}

/** The offset at which a run of tokens starts. */
export function startOf(scan: Scan, at: number): number {
  return scan.tokens[at]?.start ?? 0;
}

/** The offset at which the run of tokens before `next` ends. */
export function endBefore(scan: Scan, next: number): number {
  return scan.tokens[next - 1]?.end ?? 0;
}
