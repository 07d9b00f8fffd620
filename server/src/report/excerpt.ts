/** Excerpts: a stretch of a text in lines that fit a terminal, with carets under what matters. */

import { overlaps, type Span } from '../text/span.ts';
import { type Cell, cellsOf, widthOf } from './terminalText.ts';

export interface ExcerptLine {
  /** Safe to print. */
  readonly text: string;
  /** Blanks and carets that stand under the marked characters; empty when the line has none. */
  readonly carets: string;
}

/** Stands for what was cut off. */
const CUT = '…';

/** A passage is shown in full up to this many lines; of a longer one, those from the first mark on. */
const MOST_LINES = 4;

/** How far from a mark text is looked at, in widths of a line: a line of an article may be megabytes long. */
const REACH = 2;

/**
 * One line of at most `width` columns around `mark` within `line`, cut between words. A mark that is longer than the
 * line is cut at its end.
 */
export function excerptAround(text: string, line: Span, mark: Span, width: number): ExcerptLine {
  const start = Math.max(line.start, mark.start - REACH * width);
  const end = Math.min(line.end, Math.max(mark.end, mark.start + width) + REACH * width);
  const cells = cellsOf(text, { start, end });
  const first = cells.findIndex((cell) => cell.end > mark.start);
  const shown = windowAround(cells, Math.max(0, first), mark, width);
  const head = shown[0]?.start === line.start || shown.length === 0 ? '' : CUT;
  const tail = (shown.at(-1)?.end ?? line.end) >= line.end ? '' : CUT;
  return drawLine(shown, [mark], head, tail);
}

/** `passage` in lines of at most `width` columns, wrapped between words, with carets under `marks`. */
export function excerptPassage(
  text: string,
  passage: Span,
  marks: readonly Span[],
  width: number,
): readonly ExcerptLine[] {
  const marked = marks.find((mark) => overlaps(mark, passage))?.start ?? passage.start;
  const reach = REACH * MOST_LINES * width;
  const start = passage.start < marked - reach ? marked - width : passage.start;
  const rows = wrap(cellsOf(text, { start, end: Math.min(passage.end, marked + reach) }), width);
  const from =
    rows.length <= MOST_LINES
      ? 0
      : Math.max(
          0,
          rows.findIndex((row) => (row.at(-1)?.end ?? 0) > marked),
        );
  const shown = rows.slice(from, from + MOST_LINES);
  return shown.map((row, index) => {
    const isFirst = index === 0 && (row[0]?.start ?? passage.start) > passage.start;
    const isLast = index === shown.length - 1 && (row.at(-1)?.end ?? passage.end) < passage.end;
    return drawLine(row, marks, isFirst ? CUT : '', isLast ? CUT : '');
  });
}

/** As many cells around the mark as fit, more of what comes before it than after, cut between words where possible. */
function windowAround(cells: readonly Cell[], first: number, mark: Span, width: number): readonly Cell[] {
  if (widthOf(cells) <= width) return cells;
  const room = width - 2 * CUT.length;
  let low = first;
  let high = first;
  let used = 0;
  const take = (cell: Cell | undefined): boolean => {
    if (cell === undefined || used + cell.width > room) return false;
    used += cell.width;
    return true;
  };
  while (high < cells.length && (cells[high]?.start ?? 0) < mark.end && take(cells[high])) high++;
  const marked = used;
  while (low > 0 && used - marked < (room - marked) / 2 && take(cells[low - 1])) low--;
  while (take(cells[high])) high++;
  while (low > 0 && take(cells[low - 1])) low--;
  return cutAtWords(cells, low, high, mark);
}

/** `cells[low..high]` without the halves of words at its edges, unless the mark reaches into them. */
function cutAtWords(cells: readonly Cell[], low: number, high: number, mark: Span): readonly Cell[] {
  let from = low;
  let to = high;
  if (from > 0)
    while (from < to && !isBlank(cells[from - 1]) && (cells[from]?.start ?? 0) < mark.start) from++;
  if (to < cells.length)
    while (to > from && !isBlank(cells[to]) && (cells[to - 1]?.start ?? 0) >= mark.end) to--;
  while (isBlank(cells[to - 1])) to--;
  return cells.slice(from, to);
}

/** Rows of cells, broken at the last blank that fits, or anywhere in a word that is longer than a row. */
function wrap(cells: readonly Cell[], width: number): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  for (const cell of cells) {
    // Line breaks and indents inside a passage show as one blank.
    if (isBlank(cell) && (row.length === 0 || isBlank(row.at(-1)))) continue;
    row.push(cell);
    if (widthOf(row) <= width) continue;
    const blank = row.findLastIndex(isBlank);
    const at = blank > 0 ? blank : row.length - 1;
    rows.push(row.slice(0, at));
    row = row.slice(at).filter((each, index) => index > 0 || !isBlank(each));
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function isBlank(cell: Cell | undefined): boolean {
  return cell?.text === ' ';
}

function drawLine(cells: readonly Cell[], marks: readonly Span[], head: string, tail: string): ExcerptLine {
  const carets = cells.map((cell) =>
    (marks.some((mark) => overlaps(mark, cell)) ? '^' : ' ').repeat(cell.width),
  );
  return {
    text: `${head}${cells.map((cell) => cell.text).join('')}${tail}`,
    carets: `${' '.repeat(head.length)}${carets.join('')}`.trimEnd(),
  };
}
