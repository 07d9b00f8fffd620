/** Goes through the marks of a span of markup, each read by its own rules. */

import type { Span } from '../text/span.ts';

/**
 * Calls `read` with the place and the text of each match of `pattern` (with the `g` flag) in a span of `text`, in order.
 * It answers where to go on: behind what the mark opens, or behind the mark.
 */
export function readMarks(
  text: string,
  { start, end }: Span,
  pattern: RegExp,
  read: (at: number, mark: string) => number,
): void {
  // Only the span is searched: one without a mark would be looked through to the end of the text.
  const words = text.slice(start, end);
  for (let at = 0; at < words.length; ) {
    pattern.lastIndex = at;
    const match = pattern.exec(words);
    if (match === null) return;
    at = read(start + match.index, match[0]) - start;
  }
}
