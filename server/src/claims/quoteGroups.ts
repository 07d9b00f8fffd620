/** Quote groups: quotations between marks put together where a “she said” or a paragraph break holds them apart. */

import { moveSpan } from '../text/placed.ts';
import type { Span } from '../text/span.ts';
import type { Quotation } from './quotationMarks.ts';
import { sourceAfter } from './speech.ts';

/** A quotation between marks, with the paragraph it stands in. */
export interface Piece {
  readonly quotation: Quotation;
  readonly paragraph: Span;
}

/** A quotation whose parts are put together, before its speaker is known. */
export interface QuoteGroup extends Span {
  readonly parts: readonly Span[];
  /** From the first mark to the last. */
  readonly outer: Span;
  /** The paragraph it begins in. */
  readonly paragraph: Span;
  /** Whether its last part has a closing mark. */
  readonly closed: boolean;
}

/** The group `by` UTF-16 units further on. */
export function moveGroup(
  { start, end, parts, outer, paragraph, closed }: QuoteGroup,
  by: number,
): QuoteGroup {
  return {
    start: start + by,
    end: end + by,
    parts: parts.map((part) => moveSpan(part, by)),
    outer: moveSpan(outer, by),
    paragraph: moveSpan(paragraph, by),
    closed,
  };
}

/** The quotations of pieces, which are in order. */
export function joinPieces(text: string, pieces: readonly Piece[]): QuoteGroup[] {
  const groups: Piece[][] = [];
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    if (before !== undefined && continues(text, before, piece)) groups[groups.length - 1]?.push(piece);
    else groups.push([piece]);
  }
  return groups.flatMap(groupOf);
}

function groupOf(pieces: readonly Piece[]): QuoteGroup[] {
  const first = pieces[0];
  const last = pieces[pieces.length - 1];
  if (first === undefined || last === undefined) return [];
  const group: QuoteGroup = {
    start: first.quotation.start,
    end: last.quotation.end,
    parts: pieces.map(({ quotation: { start, end } }) => ({ start, end })),
    outer: { start: first.quotation.outer.start, end: last.quotation.outer.end },
    paragraph: first.paragraph,
    closed: last.quotation.closed,
  };
  return [group];
}

/** Whether a piece goes on with the one before: over a paragraph break, or after a “she said” in the same sentence. */
function continues(text: string, before: Piece, piece: Piece): boolean {
  const { start } = piece.quotation.outer;
  const { end } = before.quotation.outer;
  if (!before.quotation.closed) {
    const isNear = before.paragraph !== piece.paragraph && start - end < LONGEST_BREAK;
    return isNear && !/\S/.test(text.slice(end, start));
  }
  if (before.paragraph !== piece.paragraph || start - end > LONGEST_INTERRUPTION) return false;
  return isInterruption(text, before.quotation, piece.quotation);
}

/** Longest blank stretch, in UTF-16 units, between two paragraphs of one quote. */
const LONGEST_BREAK = 40;
/** Longest “she said” inside a quote, in UTF-16 units: a name with a title and a short description. */
const LONGEST_INTERRUPTION = 140;

/**
 * `“Foo,” she said, “bar.”`: the quote breaks off at a comma or a dash, and a source with its verb stands right after.
 * A part that began in the middle of a sentence and one that begins with a capital are two quotes.
 */
function isInterruption(text: string, before: Quotation, next: Quotation): boolean {
  const gap = text.slice(before.outer.end, next.outer.start).replaceAll('\\', '').trim();
  if (!/[,—–-]$/.test(gap) || /[.!?;:](?:\s|$)/.test(gap)) return false;
  const last = text.charAt(before.end - 1);
  if (!BREAKS_OFF.has(last) && !gap.startsWith(',')) return false;
  if (beginsInSentence(text, before) && /^\p{Lu}/u.test(text.slice(next.start, next.start + 2))) return false;
  const limit = next.outer.start;
  const source = sourceAfter(text, { start: before.start, end: before.outer.end }, last, limit);
  return source !== null;
}

const BREAKS_OFF: ReadonlySet<string> = new Set([',', '—', '–', '-', '?', '!']);

/** Whether words of the same sentence lead up to the quotation. */
function beginsInSentence(text: string, quotation: Quotation): boolean {
  return /[\p{L}\p{N}]\s*$/u.test(text.slice(Math.max(0, quotation.outer.start - 4), quotation.outer.start));
}
