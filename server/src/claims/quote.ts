/** Quotes: the quotations of a draft as claims, and those of an article as something to compare with. */

import type { ProseBlock } from '../draft/draft.ts';
import type { Sentence } from '../text/sentences.ts';
import { lastStartingBefore, type Span } from '../text/span.ts';
import { blockQuoteAt } from './blockQuote.ts';
import type { QuotingDraft } from './carriedQuotes.ts';
import type { AttributionClaim, QuoteClaim } from './claim.ts';
import { blankHoles } from './holes.ts';
import { createKeptSpeech, type KeptSpeech } from './keptSpeech.ts';
import { markedQuotes, quoteClaim } from './markedQuotes.ts';
import { findQuotations } from './quotationMarks.ts';
import { joinPieces, type Piece } from './quoteGroups.ts';
import { type Speech, speechesOf } from './speaker.ts';

/** One quotation with everything that belongs to it: the parts that a “he said” holds apart, and who speaks. */
export interface QuotedSpeech extends Span {
  readonly parts: readonly Span[];
  /** From the first mark to the last. */
  readonly outer: Span;
  /** The paragraph it begins in, as a span of the text. */
  readonly paragraph: Span;
  /** False where no closing mark was found, so that its end is not known. */
  readonly closed: boolean;
  readonly speech: Speech | null;
}

/**
 * The quotes of a draft, in order, block quotes among them. A quote that is never closed is left out, since nobody
 * knows where it ends. `kept` is that of the draft's version before; the answer is the same without it, but for quotes
 * that stayed as they are, which are the same objects.
 */
export function findQuotes(
  text: string,
  blocks: readonly ProseBlock[],
  sentences: readonly Sentence[],
  kept: Pick<KeptSpeech, 'quotes' | 'names'> = createKeptSpeech(),
): readonly QuoteClaim[] {
  const draft = { text, prose: blankHoles(text, blocks), blocks, sentences };
  const marked = markedQuotes(draft, kept);
  const others = unmarked(draft, marked);
  return others.length === 0 ? marked : [...marked, ...others].sort((a, b) => a.start - b.start);
}

/**
 * The claim that a quote makes of its speaker: its span is that of the source, its sentence the quote's. Null where
 * the draft names nobody.
 */
export function sourceClaim({ attribution, sentence }: QuoteClaim): AttributionClaim | null {
  if (attribution === null) return null;
  const { start, end } = attribution.source;
  return { kind: 'attribution', start, end, text: attribution.sourceText, sentence, attribution };
}

/** Block quotes in which no quotation marks stand. */
function unmarked(draft: QuotingDraft, marked: readonly Span[]): readonly QuoteClaim[] {
  return draft.blocks.flatMap((block, at) => {
    if (block.kind !== 'blockQuote') return [];
    const before = marked[lastStartingBefore(marked, block.end)];
    if (before !== undefined && before.end > block.start) return [];
    const quote = blockQuoteAt(draft.prose, draft.blocks, at);
    if (quote === null) return [];
    const { start, end, attribution } = quote;
    const claim = quoteClaim(draft, { start, end, parts: [{ start, end }] }, attribution);
    return claim === null ? [] : [claim];
  });
}

/** The quotations of an article with their speakers, in order. `stretches` are its parts that are prose. */
export function findArticleQuotes(
  text: string,
  stretches: readonly Span[],
  sentences: readonly Sentence[],
): QuotedSpeech[] {
  return quotedSpeech(
    text,
    stretches.flatMap((stretch) => splitParagraphs(text, stretch)),
    sentences,
  );
}

/** The stretches between the quotation marks of an article, in order, without asking who speaks them. */
export function findQuotedParts(text: string, stretches: readonly Span[]): Span[] {
  return stretches.flatMap((stretch) =>
    splitParagraphs(text, stretch).flatMap((paragraph) => findQuotations(text, paragraph)),
  );
}

function quotedSpeech(
  text: string,
  paragraphs: readonly Span[],
  sentences: readonly Sentence[],
): QuotedSpeech[] {
  const pieces: Piece[] = [];
  for (const paragraph of paragraphs) {
    for (const quotation of findQuotations(text, paragraph)) pieces.push({ quotation, paragraph });
  }
  const groups = joinPieces(text, pieces);
  const speeches = speechesOf(text, groups, sentences);
  return groups.map((group, index) => ({
    start: group.start,
    end: group.end,
    parts: group.parts,
    outer: group.outer,
    paragraph: group.paragraph,
    closed: group.closed,
    speech: speeches[index] ?? null,
  }));
}

const BLANK_LINE = /\n[^\S\n]*\n/g;
const LINE_END = /\n/g;
/** A line longer than this, in UTF-16 units, is a whole paragraph: nobody wraps lines so late. */
const LONGEST_WRAPPED_LINE = 160;

/** Paragraphs are parted by blank lines; in a text without any whose lines are not wrapped, by line ends. */
function splitParagraphs(text: string, stretch: Span): Span[] {
  const body = text.slice(stretch.start, stretch.end);
  const blank = [...body.matchAll(BLANK_LINE)];
  const unwrapped = blank.length === 0 && body.split('\n').some((line) => line.length > LONGEST_WRAPPED_LINE);
  const breaks = unwrapped ? [...body.matchAll(LINE_END)] : blank;
  const spans: Span[] = [];
  let start = stretch.start;
  for (const match of breaks) {
    const end = stretch.start + match.index;
    if (end > start) spans.push({ start, end });
    start = end + match[0].length;
  }
  if (stretch.end > start) spans.push({ start, end: stretch.end });
  return spans;
}
