/** Quotes: the quotations of a draft as claims, and those of an article as something to compare with. */

import type { ProseBlock } from '../draft/draft.ts';
import { detached } from '../text/detached.ts';
import type { Sentence } from '../text/sentences.ts';
import { lastStartingBefore, type Span } from '../text/span.ts';
import { blockQuoteAt } from './blockQuote.ts';
import type { AttributionClaim, QuoteClaim } from './claim.ts';
import { blankHoles, withoutHoles } from './holes.ts';
import { createKeptSpeech, type KeptSpeech, readingAnew } from './keptSpeech.ts';
import { findQuotations, type Quotation } from './quotationMarks.ts';
import { attributionOf, type Speech, speechesOf } from './speaker.ts';
import { type KeptSources, sourceAfter } from './speech.ts';

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
 * knows where it ends. `kept` is that of the draft's version before; the answer is the same without it.
 */
export function findQuotes(
  text: string,
  blocks: readonly ProseBlock[],
  sentences: readonly Sentence[],
  kept: KeptSpeech = createKeptSpeech(),
): QuoteClaim[] {
  const prose = blankHoles(text, blocks);
  const quotes = readingAnew(kept, prose, () => {
    const marked = quotedSpeech(prose, blocks, sentences, kept)
      .filter((quote) => quote.closed)
      .map(({ start, end, parts, speech }) => {
        return { start, end, parts, attribution: attributionOf(speech, { start, end }) };
      });
    return [...marked, ...unmarked(prose, blocks, marked, kept)].sort((a, b) => a.start - b.start);
  });
  return quotes.flatMap(({ start, end, parts, attribution }) => {
    const sentence = sentences[Math.max(0, lastStartingBefore(sentences, start))];
    if (sentence === undefined) return [];
    const outside = parts.flatMap((part) => withoutHoles(part, blocks));
    return [
      {
        kind: 'quote' as const,
        start,
        end,
        text: detached(text.slice(start, end)),
        sentence,
        parts: outside,
        attribution,
      },
    ];
  });
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

type DraftQuote = Pick<QuoteClaim, 'start' | 'end' | 'parts' | 'attribution'>;

/** Block quotes in which no quotation marks stand. */
function unmarked(
  prose: string,
  blocks: readonly ProseBlock[],
  marked: readonly Span[],
  kept: KeptSpeech,
): DraftQuote[] {
  return blocks.flatMap((block, at) => {
    if (block.kind !== 'blockQuote') return [];
    const before = marked[lastStartingBefore(marked, block.end)];
    if (before !== undefined && before.end > block.start) return [];
    const quote = blockQuoteAt(prose, blocks, at, kept.sources);
    if (quote === null) return [];
    const { start, end, attribution } = quote;
    return [{ start, end, parts: [{ start, end }], attribution }];
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
    null,
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
  kept: KeptSpeech | null,
): QuotedSpeech[] {
  const pieces: Piece[] = [];
  for (const paragraph of paragraphs) {
    for (const quotation of findQuotations(text, paragraph, kept?.quotations))
      pieces.push({ quotation, paragraph });
  }
  const groups = joinPieces(text, pieces, kept?.sources ?? null);
  const speeches = speechesOf(text, groups, sentences, kept);
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

interface Piece {
  readonly quotation: Quotation;
  readonly paragraph: Span;
}

/** A quotation whose parts are put together, before its speaker is known. */
export interface QuoteGroup extends Span {
  readonly parts: readonly Span[];
  readonly outer: Span;
  readonly paragraph: Span;
  readonly closed: boolean;
}

function joinPieces(text: string, pieces: readonly Piece[], kept: KeptSources | null): QuoteGroup[] {
  const groups: Piece[][] = [];
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    if (before !== undefined && continues(text, before, piece, kept)) groups[groups.length - 1]?.push(piece);
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
function continues(text: string, before: Piece, piece: Piece, kept: KeptSources | null): boolean {
  const { start } = piece.quotation.outer;
  const { end } = before.quotation.outer;
  if (!before.quotation.closed) {
    const isNear = before.paragraph !== piece.paragraph && start - end < LONGEST_BREAK;
    return isNear && !/\S/.test(text.slice(end, start));
  }
  if (before.paragraph !== piece.paragraph || start - end > LONGEST_INTERRUPTION) return false;
  return isInterruption(text, before.quotation, piece.quotation, kept);
}

/** Longest blank stretch, in UTF-16 units, between two paragraphs of one quote. */
const LONGEST_BREAK = 40;
/** Longest “she said” inside a quote, in UTF-16 units: a name with a title and a short description. */
const LONGEST_INTERRUPTION = 140;

/**
 * `“Foo,” she said, “bar.”`: the quote breaks off at a comma or a dash, and a source with its verb stands right after.
 * A part that began in the middle of a sentence and one that begins with a capital are two quotes.
 */
function isInterruption(text: string, before: Quotation, next: Quotation, kept: KeptSources | null): boolean {
  const gap = text.slice(before.outer.end, next.outer.start).replaceAll('\\', '').trim();
  if (!/[,—–-]$/.test(gap) || /[.!?;:](?:\s|$)/.test(gap)) return false;
  const last = text.charAt(before.end - 1);
  if (!BREAKS_OFF.has(last) && !gap.startsWith(',')) return false;
  if (beginsInSentence(text, before) && /^\p{Lu}/u.test(text.slice(next.start, next.start + 2))) return false;
  const limit = next.outer.start;
  const source = sourceAfter(text, { start: before.start, end: before.outer.end }, last, limit, kept);
  return source !== null;
}

const BREAKS_OFF: ReadonlySet<string> = new Set([',', '—', '–', '-', '?', '!']);

/** Whether words of the same sentence lead up to the quotation. */
function beginsInSentence(text: string, quotation: Quotation): boolean {
  return /[\p{L}\p{N}]\s*$/u.test(text.slice(Math.max(0, quotation.outer.start - 4), quotation.outer.start));
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
