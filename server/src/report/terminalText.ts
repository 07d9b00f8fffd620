/** Terminal text: what articles and drafts hold, made safe to print and measured in columns. */

import stringWidth from 'string-width';
import type { Span } from '../text/span.ts';

/** Characters that move the cursor, colour the screen, or reorder what follows them: ESC, C0, C1, bidirectional controls. */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|[\ud800-\udfff]/gu;

/**
 * `text` with every character that a terminal would obey shown instead: control characters as their pictures (`␛`), the
 * others as `�`; line breaks and tabs as blanks. Each takes one code unit for one, so offsets stay what they are.
 */
export function terminalSafe(text: string): string {
  return text.replace(UNSAFE, (character) => {
    if (/[\t\n\r\u2028\u2029]/.test(character)) return ' ';
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\ufffd';
  });
}

/** One character as a reader sees it: where it stands and how many columns it takes. */
export interface Cell extends Span {
  readonly text: string;
  readonly width: number;
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The characters of `text.slice(span)`, safe to print, in order. Offsets are those of `text`. */
export function cellsOf(text: string, span: Span): readonly Cell[] {
  const safe = terminalSafe(text.slice(span.start, span.end));
  return Array.from(GRAPHEMES.segment(safe), ({ segment, index }) => {
    const start = span.start + index;
    return { start, end: start + segment.length, text: segment, width: stringWidth(segment) };
  });
}

export function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}
