/** Wrapped lines: which line ends of a plain text only keep it within a width, as mails and press releases are written. */

import type { Span } from '../../text/span.ts';

/**
 * Offsets of the lines of `text` that begin something of their own, the first of them 0; blank lines are such lines too.
 * A line goes on with the one above when it begins with a small letter, when the one above ends with a word that nothing
 * ends with, or when the text is wrapped and its first word had no room above. Takes time in proportion to `text`.
 */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  const width = wrapWidth(text);
  forEachLineEnd(text, (above, below) => {
    if (!beginsSmall(text, below) && !isWrapped(text, above, below, width)) starts.push(below.start);
  });
  return starts;
}

/** Widest line that a wrapped text has, in UTF-16 code units: RFC 5322 asks for 78, and programs offer up to 100. */
const WIDEST = 100;

/** Narrower texts are lists or verse. */
const NARROWEST = 40;

/**
 * Line ends within a sentence, at the width and in all, that say that a text is wrapped. Of 2,794 paragraphs of news that
 * stand on a line each none is joined to another, and with one line end 3 would be; of their line ends when they are wrapped
 * at 72 characters one in 750 is taken for the end of a paragraph, where it was one in five by the small letters alone. Shares
 * of 0.25 to 1 and a narrowest width of 10 to 60 give the same: those news have no line ends by hand, which they are for.
 */
const FEWEST_WRAPPED = 2;
const WRAPPED_SHARE = 0.75;

/**
 * The width that a text is wrapped at; null when it is not. Where it is, a line that goes on in the next one with a small
 * letter has no room for the next word: in a text with a paragraph a line hardly a line goes on so, and in one with line
 * ends by hand they stand anywhere.
 */
function wrapWidth(text: string): number | null {
  let width = 0;
  forEachLineEnd(text, (above) => {
    const length = lengthOf(above);
    if (length > width && length <= WIDEST && !text.slice(above.start, above.end).includes('://'))
      width = length;
  });
  if (width < NARROWEST) return null;
  let small = 0;
  let wrapped = 0;
  forEachLineEnd(text, (above, below) => {
    if (lengthOf(above) === 0 || !beginsSmall(text, below)) return;
    small += 1;
    if (hasNoRoom(text, above, below, width)) wrapped += 1;
  });
  return wrapped >= FEWEST_WRAPPED && wrapped >= WRAPPED_SHARE * small ? width : null;
}

/** A sign or a number before each entry of a list; more blanks than one part the columns of a table. */
const ENTRY = /^(?:[-–—*•·>]|\(?\w{1,2}[.)])\s/u;
const COLUMNS = /\t|\S {3}/;

/** Words that no sentence, heading or entry ends with, and those that none ends with where a figure follows. */
const UNFINISHED = /(?<![\p{L}\p{N}'’.-])(?:the|a|an|and|or|than)$/u;
const UNFINISHED_BEFORE_FIGURE =
  /(?<![\p{L}\p{N}'’.-])(?:of|to|in|at|by|for|from|with|on|about|around|over|nearly|almost|between|least|most|some|only|was|were|is|are)$/u;
const FIGURE = /^[\p{Sc}\d]/u;

function isWrapped(text: string, above: Span, below: Span, width: number | null): boolean {
  if (lengthOf(above) === 0 || lengthOf(below) === 0) return false;
  const [line, next] = [text.slice(above.start, above.end), text.slice(below.start, below.end)];
  const [begun, goingOn] = [line.trimStart(), next.trimStart()];
  // A line that is set in further begins a paragraph.
  if (next.length - goingOn.length > line.length - begun.length) return false;
  if (ENTRY.test(goingOn) || COLUMNS.test(begun) || COLUMNS.test(goingOn)) return false;
  if (UNFINISHED.test(begun) || (FIGURE.test(goingOn) && UNFINISHED_BEFORE_FIGURE.test(begun))) return true;
  return width !== null && hasNoRoom(text, above, below, width);
}

/** Whether the first word of the line below would have made the one above wider than that. */
function hasNoRoom(text: string, above: Span, below: Span, width: number): boolean {
  const length = lengthOf(above);
  const begun = text.slice(below.start, Math.min(below.end, below.start + WIDEST)).trimStart();
  const word = begun.search(/\s/u);
  return length <= width && length + ' '.length + (word === -1 ? begun.length : word) > width;
}

/** Blanks at the beginning of a line that goes on: a wrapped text may be set in. */
const WIDEST_INDENT = 20;

function beginsSmall(text: string, { start, end }: Span): boolean {
  return /^\s{0,20}\p{Ll}/u.test(text.slice(start, Math.min(end, start + WIDEST_INDENT + 10)));
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

/** Tells of each line end the lines on both sides, without the blanks at their ends. */
function forEachLineEnd(text: string, tell: (above: Span, below: Span) => void): void {
  let above: Span | null = null;
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const next = newline === -1 ? text.length : newline;
    const line = { start, end: start + text.slice(start, next).trimEnd().length };
    if (above !== null) tell(above, line);
    above = line;
    start = next + 1;
  }
}
