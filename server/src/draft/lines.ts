/** Lines of a draft: for languages that say by the look of a line what it is. */

import type { Span } from '../text/span.ts';

/** A line without its break. */
export interface Line extends Span {
  /** Its place among the lines, from 0. */
  readonly index: number;
  readonly text: string;
  /** How many blanks it opens with; a tab counts as one. */
  readonly indent: number;
  readonly isBlank: boolean;
}

/** The lines of `text`, parted by `\n` or `\r\n`. */
export function linesIn(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    const at = text.indexOf('\n', start);
    const feed = at < 0 ? text.length : at;
    const end = text.charAt(feed - 1) === '\r' && feed > start ? feed - 1 : feed;
    const written = text.slice(start, end);
    const words = written.trimStart();
    lines.push({
      index: lines.length,
      start,
      end,
      text: written,
      indent: written.length - words.length,
      isBlank: words === '',
    });
    start = feed + 1;
  }
  return lines;
}
