/** Lines: where the lines of a text start, and which line an offset is on. Line ends are `\n`, `\r\n` and a lone `\r`. */

import type { Span } from './span.ts';

/** A place in a text, 1-based. The column counts UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Lines {
  /** The place of an offset; offsets beyond the text are taken as its end. */
  placeOf(offset: number): Place;
  /** The span of a 1-based line without its end; empty at the text's end for a line that does not exist. */
  spanOf(line: number): Span;
}

/** The lines of `text`, counted once. */
export function linesOf(text: string): Lines {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\n|\r/g)) starts.push(end.index + end[0].length);
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length;
    // The last line that starts at or before the offset lies in low..high.
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  };
  return {
    placeOf(offset) {
      const line = lineAt(Math.min(offset, text.length));
      return { line: line + 1, column: Math.min(offset, text.length) - (starts[line] ?? 0) + 1 };
    },
    spanOf(line) {
      const start = starts[line - 1] ?? text.length;
      const end = starts[line] ?? text.length;
      return { start, end: start + text.slice(start, end).replace(/[\r\n]{1,2}$/, '').length };
    },
  };
}
