/** Plain text: paragraphs parted by blank lines, lists by their markers. */

import type { Span } from '../text/span.ts';
import type { Prose, ProseBlock } from './draft.ts';
import { headingNumber, ownComments, plainHoles } from './inlineHoles.ts';
import { headingOf, NO_PROSE, proseBlock } from './proseBlock.ts';

/** `- `, `• `, `1. `, `(2) `, `c) ` at the start of a line. */
const LIST_MARKER = /^[ \t]*(?:[-*+•‣–—]|\(?(?:\d{1,3}|[a-z])[.)])[ \t]+/u;

/**
 * A text that is wrapped by hand keeps its lines shorter than this; where one is longer, each line is a paragraph.
 * Mail and most editors wrap at 72 to 80 columns, none beyond 100.
 */
const LONGEST_WRAPPED_LINE = 100;

/** A heading stands alone on a line no longer than this and ends without a full stop. */
const LONGEST_HEADING = 80;

/** The prose of a plain text. Any string is accepted. */
export function readPlainText(text: string): Prose {
  const blocks: ProseBlock[] = [];
  for (const lines of paragraphs(text)) blocks.push(...readParagraph(text, lines));
  const headings = blocks
    .filter(({ kind }) => kind === 'heading')
    .map((block) => headingOf(levelOf(text, block), block, block));
  return { ...NO_PROSE, blocks, headings, comments: ownComments(text) };
}

/** The blocks of one paragraph, given as its lines: its list items, its unwrapped lines, or itself. */
function readParagraph(text: string, lines: readonly Span[]): readonly ProseBlock[] {
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return [];
  const isList = LIST_MARKER.test(text.slice(first.start, first.end));
  if (isList)
    return groupItems(text, lines).flatMap((item) => block('listItem', text, item, markerLength(text, item)));
  if (lines.some((line) => line.end - line.start > LONGEST_WRAPPED_LINE)) {
    return lines.flatMap((line) => block('paragraph', text, line, 0));
  }
  const whole = { start: first.start, end: last.end };
  const number = lines.length === 1 ? titleNumber(text.slice(first.start, first.end)) : null;
  return number === null ? block('paragraph', text, whole, 0) : block('heading', text, whole, number.length);
}

/** A heading of a plain text has a number, and that has a part for each level. */
function levelOf(text: string, { start }: Span): number {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return Math.max(1, line.match(/\d+/g)?.length ?? 1);
}

/** Lines from one list marker to the next. */
function groupItems(text: string, lines: readonly Span[]): readonly Span[] {
  const items: Span[] = [];
  for (const line of lines) {
    const open = items.at(-1);
    if (open === undefined || LIST_MARKER.test(text.slice(line.start, line.end))) items.push(line);
    else items[items.length - 1] = { start: open.start, end: line.end };
  }
  return items;
}

function markerLength(text: string, item: Span): number {
  return LIST_MARKER.exec(text.slice(item.start, item.end))?.[0].length ?? 0;
}

function titleNumber(line: string): string | null {
  const title = line.trim();
  return title.length <= LONGEST_HEADING && !/[.!?…]["”’»]?$/u.test(title) ? headingNumber(line) : null;
}

function block(kind: ProseBlock['kind'], text: string, span: Span, skip: number): readonly ProseBlock[] {
  const start = span.start + skip;
  const made = proseBlock(
    kind,
    text,
    { start, end: span.end },
    plainHoles(text.slice(start, span.end), start),
  );
  return made === null ? [] : [made];
}

/** Runs of lines between blank lines. A line's span leaves its break out. */
function paragraphs(text: string): readonly (readonly Span[])[] {
  const found: Span[][] = [];
  let open: Span[] = [];
  for (let start = 0; start < text.length; ) {
    const at = text.indexOf('\n', start);
    const end = at < 0 ? text.length : at;
    if (text.slice(start, end).trim() === '') {
      if (open.length > 0) found.push(open);
      open = [];
    } else {
      open.push({ start, end });
    }
    start = end + 1;
  }
  if (open.length > 0) found.push(open);
  return found;
}
