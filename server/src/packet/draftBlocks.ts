/** The draft in a packet: its prose block by block, with the claims in it. */

import type { Finding } from '../check/finding.ts';
import type { Draft, ProseBlock } from '../draft/draft.ts';
import { readFrontMatter } from '../text/frontMatter.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import { visibleLine } from '../text/visible.ts';
import { citationsApart, headingWords, type Piece, piecesOf, shownText } from './draftText.ts';

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
export function draftTitle(draft: Draft): string {
  const { text, headings, path } = draft;
  const stated = readFrontMatter(text)?.fields.title;
  if (typeof stated === 'string' && stated.trim() !== '') return visibleLine(stated);
  const [first] = headings;
  const heading = first === undefined ? '' : headingWords(draft, first);
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
      text: visibleLine(shownText(piece), 'keep-edges'),
      kind: piece.kind,
      claim: around[0]?.number ?? null,
      begins,
      ends: around.filter(({ number }) => lastOf.get(number) === index).map(({ number }) => number),
    };
  });
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
