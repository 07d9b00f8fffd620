/** Excerpts: the part of a long passage around what matters in it. */

import type { Span } from '../text/span.ts';

/**
 * The stretch of `text` to show: all of it, or about `longest` UTF-16 units around `mark`, cut at spaces. A mark that
 * is longer is shown whole.
 */
export function excerpt(text: string, mark: Span, longest: number): Span {
  if (text.length <= longest) return { start: 0, end: text.length };
  const spare = Math.max(0, longest - (mark.end - mark.start));
  const from = Math.max(0, mark.start - Math.floor(spare / 2));
  const to = Math.min(text.length, Math.max(mark.end, from + longest));
  const start = from === 0 ? 0 : text.lastIndexOf(' ', from) + 1;
  const space = to === text.length ? -1 : text.indexOf(' ', to);
  return { start, end: space === -1 ? text.length : space };
}
