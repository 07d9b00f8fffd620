/** The text of a draft as it reads: its prose without markup, with code and citations apart. */

import { readCitations } from '../cite/recognise/readCitations.ts';
import type { Draft, Heading, ProseBlock } from '../draft/draft.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import { visibleLine } from '../text/visible.ts';

/** A stretch of a block that is shown, with the text to show for it. */
export interface Piece extends Span {
  /** `markup` is what is written and no prose: inline code, citations. */
  readonly kind: 'prose' | 'markup';
  /** What it reads as, where that is not what is written. */
  readonly reads: string | null;
  readonly written: string;
}

/** The block without its markup. What is written in markup and has words of its own is kept: code and `citations`. */
export function piecesOf(draft: Draft, block: ProseBlock, citations: readonly Span[]): readonly Piece[] {
  const { text } = draft;
  const replacements = draft.replacements.filter((each) => contains(block, each));
  const pieces: Piece[] = [];
  const add = (start: number, end: number, kind: Piece['kind'], reads: string | null = null): void => {
    if (start < end) pieces.push({ start, end, kind, reads, written: text.slice(start, end) });
  };
  let at = block.start;
  for (const hole of block.holes) {
    add(at, Math.min(hole.start, block.end), 'prose');
    const replaced = replacements.filter((each) => contains(hole, each));
    if (replaced.length > 0) add(hole.start, hole.end, 'prose', replaced.map((each) => each.text).join(''));
    else if (isShown(text, hole, citations)) add(hole.start, hole.end, 'markup');
    at = Math.max(at, hole.end);
  }
  add(at, block.end, 'prose');
  return pieces;
}

/** Quotation marks of code in the draft languages. */
const CODE_MARK = '`';

function isShown(text: string, hole: Span, citations: readonly Span[]): boolean {
  if (text.charAt(hole.start) === CODE_MARK) return true;
  return citations.some((citation) => contains(citation, hole) || contains(hole, citation));
}

/** What a piece shows: code without the quotation marks of code, which its type shows. */
export function shownText({ kind, reads, written }: Piece): string {
  if (reads !== null) return reads;
  if (kind === 'prose' || !written.startsWith(CODE_MARK)) return written;
  return written.replaceAll(CODE_MARK, '').trim();
}

/** Citations that stand apart from the words: notes and keys. The address behind a link’s words is markup. */
export function citationsApart(draft: Draft): readonly Span[] {
  return readCitations(draft).citations.flatMap(({ isApart, whole }) => (isApart ? [whole] : []));
}

/**
 * The words of a stretch of the draft as they read, without markup and citations. What lies outside of all prose has
 * none.
 */
export function readingOf(draft: Draft, span: Span): string {
  let words = '';
  let at = span.start;
  for (const block of draft.blocks) {
    if (!overlaps(block, span)) continue;
    for (const piece of piecesOf(draft, block, [])) {
      const shown = shownText(clipped(piece, span));
      // A citation that is left out leaves the blank before it behind.
      if (piece.start > at && CLOSING.test(shown)) words = words.trimEnd();
      words += shown;
      at = Math.max(at, piece.end);
    }
  }
  return visibleLine(words, 'keep-edges');
}

const CLOSING = /^[.,;:!?)\]”’]/u;

/** The part of a piece that lies in the span. What reads otherwise than it is written is in it whole or not at all. */
function clipped(piece: Piece, span: Span): Piece {
  if (piece.reads !== null) return contains(span, piece) ? piece : { ...piece, reads: '' };
  const from = Math.max(piece.start, span.start) - piece.start;
  const to = Math.max(from, Math.min(piece.end, span.end) - piece.start);
  return { ...piece, written: piece.written.slice(from, to) };
}

/** The words of a heading, or what is written in its place where it has none. */
export function headingWords(draft: Draft, heading: Heading): string {
  const words = readingOf(draft, heading).trim();
  return words === '' ? visibleLine(draft.text.slice(heading.start, heading.end)) : words;
}
