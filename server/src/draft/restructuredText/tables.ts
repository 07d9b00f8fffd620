/** Tables of reStructuredText: their borders say where columns end; the bars between cells are kept or set. */

import type { Span } from '../../text/span.ts';
import type { Line } from '../lines.ts';
import type { ProseWriter } from '../proseWriter.ts';
import type { InlineReader } from './inline.ts';

/** A table that is open: a grid, or a simple one with its columns and the borders met. */
export type Table =
  | { readonly kind: 'grid' }
  | { readonly kind: 'simple'; readonly columns: readonly Span[]; readonly borders: number };

/** The columns that the border of a simple table draws, `===  =====`; null for other lines. */
export function columnsOf(line: string): readonly Span[] | null {
  if (!/^[ \t]*=+(?:[ \t]+=+)+$/.test(line)) return null;
  return [...line.matchAll(/=+/g)].map(({ index, 0: marks }) => ({
    start: index,
    end: index + marks.length,
  }));
}

/** `+-----+-----+` or `+=====+=====+`. */
export function isGridBorder(line: string): boolean {
  return /^[ \t]*\+[-=+]+\+[ \t]*$/.test(line);
}

/** A line of a grid: its cells stand between bars already. */
export function readGridRow(out: ProseWriter, inline: InlineReader, line: Line): void {
  const first = line.text.indexOf('|') + 1;
  const last = line.text.trimEnd().endsWith('|') ? line.text.trimEnd().length - 1 : line.text.length;
  const span = { start: line.start + first, end: line.start + Math.max(first, last) };
  out.begin('tableRow', span.start);
  inline.read(span);
  out.end(span.end);
}

/** A line of a simple table: a bar is set where one column ends and the next has words. */
export function readSimpleRow(
  out: ProseWriter,
  inline: InlineReader,
  line: Line,
  columns: readonly Span[],
): void {
  out.begin('tableRow', line.start);
  for (const [index, column] of columns.entries()) {
    const isLast = index === columns.length - 1;
    const end = isLast ? line.text.length : Math.min(column.end, line.text.length);
    const start = Math.min(column.start, end);
    inline.read({ start: line.start + start, end: line.start + end });
    const hasNext = !isLast && line.text.length > end && /\s/.test(line.text.charAt(end));
    if (hasNext) out.replace(line.start + end, line.start + end + 1, '|');
  }
  out.end(line.end);
}
