/** The draft in a packet: its prose block by block, with the claims in it. */

import type { Finding } from '../check/finding.ts';
import { readCitations } from '../cite/recognise/readCitations.ts';
import type { Draft, ProseBlock } from '../draft/draft.ts';
import { readFrontMatter } from '../text/frontMatter.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import { visibleLine } from '../text/visible.ts';

export interface DraftBlock {
  readonly kind: ProseBlock['kind'];
  /** 1 for the outermost heading; 0 for what is no heading. */
  readonly level: number;
  readonly runs: readonly DraftRun[];
}

/** A stretch of a block. */
export interface DraftRun {
  readonly text: string;
  /** `markup` is what is written and no prose: inline code, citations. */
  readonly kind: 'prose' | 'markup';
  /** Number of the innermost claim it belongs to; null outside of all. */
  readonly claim: number | null;
  /** Numbers of the claims that begin with this run and that end with it, the innermost first. */
  readonly begins: readonly number[];
  readonly ends: readonly number[];
}

/** What the draft calls itself: its front matter, its first heading, or the name of its file. */
export function draftTitle({ text, headings, path }: Draft): string {
  const stated = readFrontMatter(text)?.fields.title;
  if (typeof stated === 'string' && stated.trim() !== '') return visibleLine(stated);
  const [first] = headings;
  const heading = first === undefined ? '' : visibleLine(text.slice(first.start, first.end));
  if (heading !== '') return heading;
  return visibleLine(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1));
}

/** The blocks of the draft that have words. Claims have the numbers of their findings, from 1. */
export function draftBlocks(draft: Draft, findings: readonly Finding[]): readonly DraftBlock[] {
  const claims = findings.map(({ claim }, index) => ({
    start: claim.start,
    end: claim.end,
    number: index + 1,
  }));
  const citations = citationsApart(draft);
  const levels = new Map(draft.headings.map(({ start, level }) => [start, level] as const));
  return draft.blocks.flatMap((block) => {
    const own = claims.filter((claim) => overlaps(claim, block));
    const runs = runsOf(piecesOf(draft, block, citations), own);
    const level = block.kind === 'heading' ? (levels.get(block.start) ?? 1) : 0;
    return runs.some(({ text }) => text.trim() !== '') ? [{ kind: block.kind, level, runs }] : [];
  });
}

/** Citations that stand apart from the words: notes and keys. The address behind a link’s words is markup. */
function citationsApart(draft: Draft): readonly Span[] {
  return readCitations(draft).citations.flatMap(({ isApart, whole }) => (isApart ? [whole] : []));
}

/**
 * The words of a stretch of the draft as they read, without markup and citations. What lies outside of all prose has
 * none.
 */
export function readingOf(draft: Draft, { start, end }: Span): string {
  const words = draft.blocks
    .filter((block) => overlaps(block, { start, end }))
    .flatMap((block) => piecesOf(draft, block, []))
    .map((piece) => {
      if (piece.reads !== null) return contains({ start, end }, piece) ? piece.reads : '';
      const from = Math.max(piece.start, start);
      return withoutMarks({
        ...piece,
        written: draft.text.slice(from, Math.max(from, Math.min(piece.end, end))),
      });
    });
  return visibleLine(words.join(''), 'keep-edges');
}

/** A stretch of the block that is shown, with the text to show for it. */
interface Piece extends Span {
  readonly kind: DraftRun['kind'];
  /** What it reads as, where that is not what is written. */
  readonly reads: string | null;
  readonly written: string;
}

/** The block without its markup. What is written in markup and has words of its own is kept: code and citations. */
function piecesOf(draft: Draft, block: ProseBlock, citations: readonly Span[]): readonly Piece[] {
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

interface Numbered extends Span {
  readonly number: number;
}

function runsOf(pieces: readonly Piece[], claims: readonly Numbered[]): readonly DraftRun[] {
  const edges = [...new Set(claims.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const begun = new Set<number>();
  const cut = pieces.flatMap((piece) => cutAt(piece, edges));
  const lastOf = new Map<number, number>();
  const covers = cut.map((piece, index) => {
    const around = claims.filter((claim) => contains(claim, piece)).sort(shortestFirst);
    for (const { number } of around) lastOf.set(number, index);
    return around;
  });
  return cut.map((piece, index) => {
    const around = covers[index] ?? [];
    const begins = around.filter(({ number }) => !begun.has(number)).map(({ number }) => number);
    for (const number of begins) begun.add(number);
    return {
      text: visibleLine(piece.reads ?? withoutMarks(piece), 'keep-edges'),
      kind: piece.kind,
      claim: around[0]?.number ?? null,
      begins,
      ends: around.filter(({ number }) => lastOf.get(number) === index).map(({ number }) => number),
    };
  });
}

/** Code without the quotation marks of code, which its type shows. */
function withoutMarks({ kind, written }: Piece): string {
  if (kind === 'prose' || !written.startsWith(CODE_MARK)) return written;
  return written.replaceAll(CODE_MARK, '').trim();
}

/** The piece in parts, so that no claim begins or ends within one. What reads otherwise than written stays whole. */
function cutAt(piece: Piece, edges: readonly number[]): readonly Piece[] {
  if (piece.reads !== null) return [piece];
  const within = edges.filter((edge) => piece.start < edge && edge < piece.end);
  return [piece.start, ...within].map((start, index) => {
    const end = within[index] ?? piece.end;
    return { ...piece, start, end, written: piece.written.slice(start - piece.start, end - piece.start) };
  });
}

function shortestFirst(a: Span, b: Span): number {
  return a.end - a.start - (b.end - b.start);
}
