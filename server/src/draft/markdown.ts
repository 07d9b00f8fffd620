/** Markdown drafts: the blocks of prose, parsed piece by piece so that an edit costs the piece it is in. */

import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { readFrontMatter } from '../text/frontMatter.ts';
import type { Span } from '../text/span.ts';
import { type Carrier, createCarrier, type Read } from './carrier.ts';
import type { Prose } from './draft.ts';
import { htmlComments } from './html.ts';
import { type Labels, type PieceContent, readPiece } from './markdownPiece.ts';
import { endOfConstruct, endOfPiece } from './markdownPieces.ts';
import { createMemo } from './memo.ts';
import { directiveAt } from './mystDirectives.ts';
import { readPlainText } from './plainText.ts';
import { joinProse, NO_PROSE, shiftProse } from './proseBlock.ts';

/**
 * Source kept with its parsed pieces, in UTF-16 code units: some thirty drafts of 20,000 words. Parsing such a draft
 * costs 37 ms, reading it again with one changed piece about 1 ms.
 */
const MEMO_SIZE = 4_000_000;

/**
 * A piece longer than this is read as plain text, and so is one with a line nested deeper: no person writes either,
 * and there the parser's time may grow with the square of the text (60,000 UTF-16 units of `{/* ` take 4 s).
 */
const LONGEST_PARSED_PIECE = 50_000;
const NESTED_TOO_DEEP = /^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])){50}/m;

const NO_LABELS: Labels = { links: [], footnotes: [] };

interface PlacedPiece {
  readonly start: number;
  readonly source: string;
  /** After the construct that the piece leaves open. */
  readonly end: number;
  readonly content: PieceContent;
  /** The prose of `content` where it stands in the text. */
  readonly prose: Prose;
}

/** The pieces of a draft's last version, by where they start. */
export type KeptPieces = Carrier<PlacedPiece>;

/** Keeps nothing yet. */
export function createKeptPieces(): KeptPieces {
  return createCarrier((piece, by) => ({
    ...piece,
    start: piece.start + by,
    end: piece.end + by,
    prose: shiftProse(piece.prose, by),
  }));
}

/**
 * Parsed pieces by their source, and by their labels and source where they have labels. Parsing is a function of these
 * two, so the memos change no result.
 */
const memo = createMemo<PieceContent>(MEMO_SIZE);
const memoWithLabels = createMemo<PieceContent>(MEMO_SIZE);

/** The prose of a Markdown text. Any string is accepted. It is the same without `kept`, which is that of its last version. */
export function readMarkdown(text: string, kept: KeptPieces | null = null): Prose {
  kept?.begin(text);
  const pieces = placePieces(text, kept);
  kept?.end();
  const labels = {
    links: new Set(pieces.flatMap((piece) => piece.content.labels.links)),
    footnotes: new Set(pieces.flatMap((piece) => piece.content.labels.footnotes)),
  };
  return joinProse(
    pieces.map(({ start, source, end, content, prose: alone }) => {
      const named = labelsNamed(source, labels);
      const prose = named === NO_LABELS ? alone : shiftProse(parsePiece(source, named), start);
      const { open } = content;
      if (open?.kind !== 'html') return prose;
      return {
        ...prose,
        comments: [...prose.comments, ...htmlComments(text, { start: start + open.start, end })],
      };
    }),
  );
}

/** No document nests its directives deeper, and each looks for its end. */
const DEEPEST_DIRECTIVE = 20;

/** Every piece as it parses alone, without the labels of the others. */
function placePieces(text: string, kept: KeptPieces | null): readonly PlacedPiece[] {
  const pieces: PlacedPiece[] = [];
  // The closing lines of the directives that are open, the innermost last.
  const closings: Span[] = [];
  for (let start = readFrontMatter(text)?.end ?? 0; start < text.length; ) {
    while ((closings.at(-1)?.start ?? start) < start) closings.pop();
    const closing = closings.at(-1);
    if (closing?.start === start) {
      start = Math.max(closing.end, start + 1);
      continue;
    }
    const directive = closings.length < DEEPEST_DIRECTIVE ? directiveAt(text, start) : null;
    if (directive !== null) {
      closings.push(directive.closing);
      start = directive.content;
      continue;
    }
    const at = start;
    const limit = closing?.start ?? text.length;
    // A piece in a directive may end with it, wherever that is closed.
    const piece =
      kept === null || closing !== undefined
        ? pieceAt(text, at, limit)
        : kept.at(at, isAnyPiece, () => readingOf(pieceAt(text, at, limit)));
    pieces.push(piece);
    start = piece.end;
  }
  return pieces;
}

function pieceAt(text: string, start: number, limit: number): PlacedPiece {
  const end = Math.min(endOfPiece(text, start), limit);
  const source = text.slice(start, end);
  const content = parsePiece(source, NO_LABELS);
  const after = content.open === null ? end : endOfConstruct(text, end, content.open);
  return { start, source, content, end: after, prose: shiftProse(content, start) };
}

/** The same text from the same place on begins with the same piece. */
const isAnyPiece = (): boolean => true;

/** A piece depends on its own text and on the character behind it. */
function readingOf(piece: PlacedPiece): Read<PlacedPiece> {
  return { value: piece, start: piece.start, end: piece.end + 1 };
}

function parsePiece(source: string, labels: Labels): PieceContent {
  if (labels === NO_LABELS) return memo(source, () => parseAnew(source, labels));
  const key = [...labels.links, '', ...labels.footnotes, '', source].join('\n');
  return memoWithLabels(key, () => parseAnew(source, labels));
}

function parseAnew(source: string, labels: Labels): PieceContent {
  return source.length > LONGEST_PARSED_PIECE || NESTED_TOO_DEEP.test(source)
    ? { ...NO_PROSE, blocks: readPlainText(source).blocks, open: null, labels: NO_LABELS }
    : readPiece(source, labels);
}

/** The defined labels that stand in brackets in `source`; only these can change how it parses. */
function labelsNamed(
  source: string,
  defined: { readonly links: ReadonlySet<string>; readonly footnotes: ReadonlySet<string> },
): Labels {
  if (defined.links.size + defined.footnotes.size === 0) return NO_LABELS;
  const links = new Set<string>();
  const footnotes = new Set<string>();
  for (const [, label = ''] of source.matchAll(/\[((?:[^[\]\\]|\\.)*)\]/gsu)) {
    const link = normalizeIdentifier(label);
    if (defined.links.has(link)) links.add(link);
    const footnote = link.replace(/^\^/, '');
    if (footnote !== link && defined.footnotes.has(footnote)) footnotes.add(footnote);
  }
  return links.size + footnotes.size === 0
    ? NO_LABELS
    : { links: [...links].sort(), footnotes: [...footnotes].sort() };
}
