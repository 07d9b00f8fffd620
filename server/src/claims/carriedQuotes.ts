/** Carried quotes: the quotations of a draft's last version, and which of them stand in the next one as they did. */

import { carryValues, changeOfItems, NOT_WORKED, type Worked } from '../draft/carriedList.ts';
import { type Change, changeBetween, movedBy } from '../draft/change.ts';
import type { ProseBlock } from '../draft/draft.ts';
import { isBlockMoved } from '../draft/proseBlock.ts';
import { moveSpan } from '../text/placed.ts';
import type { Sentence } from '../text/sentences.ts';
import { lastStartingBefore, type Span } from '../text/span.ts';
import type { QuoteClaim } from './claim.ts';
import type { NameWords } from './name.ts';
import type { People } from './people.ts';
import { AROUND, findQuotations, moveQuotation, type Quotation } from './quotationMarks.ts';
import { joinPieces, moveGroup, type Piece, type QuoteGroup } from './quoteGroups.ts';
import { LONGEST_LEAD, type SourcedGroup, type SpokenGroup, sourcesOf } from './speaker.ts';
import { REACH } from './speech.ts';

/** A draft in which quotes are sought. */
export interface QuotingDraft {
  readonly text: string;
  /** The text with blanks in place of what is no prose. */
  readonly prose: string;
  readonly blocks: readonly ProseBlock[];
  readonly sentences: readonly Sentence[];
}

/** A quotation from its first mark to its last. */
export interface CarriedQuote extends Span {
  /** As it was read where it stood `by` UTF-16 units before. */
  readonly read: SpokenGroup;
  readonly by: number;
  /** Null where it is never closed. */
  readonly claim: QuoteClaim | null;
}

/** The quotations of a draft's last version. */
export interface KeptQuotes {
  prose: string;
  /** By their blocks, with offsets from where each begins. */
  quotations: Worked<ProseBlock, readonly Quotation[]>;
  quotes: readonly CarriedQuote[];
  /** The names beside them. */
  sources: readonly NameWords[];
  /** Whom names meant. */
  resolve: People['resolve'] | null;
}

/** Keeps nothing yet. */
export function createKeptQuotes(): KeptQuotes {
  return { prose: '', quotations: NOT_WORKED, quotes: [], sources: [], resolve: null };
}

/** The quotations of a draft: those that stand as they did, and between them those that are read anew. */
export interface Stretches {
  readonly before: readonly CarriedQuote[];
  readonly anew: readonly SourcedGroup[];
  readonly behind: readonly CarriedQuote[];
}

/** With those that they take the place of, and what was found in the blocks. */
export interface ReadAnew extends Stretches {
  readonly gone: readonly CarriedQuote[];
  readonly quotations: readonly (readonly Quotation[])[];
}

/** Reads the quotations of the draft beside what changed, and carries the others over. */
export function readAnew(draft: QuotingDraft, kept: KeptQuotes): ReadAnew {
  const { prose, blocks, sentences } = draft;
  const change = changeBetween(kept.prose, prose);
  const blockChange = changeOfBlocks(blocks, change, kept);
  const quotations = quotationsIn(draft, blockChange, kept);
  const { first, last } = goneBetween(kept, blocks, change, blockChange);
  const by = change.after - change.before;
  const before = kept.quotes.slice(0, first).map((quote) => moveQuote(quote, 0, sentences));
  const behind = kept.quotes.slice(last).map((quote) => moveQuote(quote, by, sentences));
  const [lastBefore, firstBehind] = [before.at(-1), behind[0]];
  const start = first === 0 ? 0 : (kept.quotes[first]?.start ?? lastBefore?.end ?? 0);
  const pieces = piecesIn(blocks, quotations, { start, end: firstBehind?.start ?? prose.length });
  const groups = joinPieces(prose, pieces);
  const edges = {
    before: lastBefore && groupAt(lastBefore),
    behind: firstBehind && groupAt(firstBehind),
  };
  const anew = groups.map((group, at) => ({
    group,
    sources: sourcesOf(prose, groups[at - 1] ?? edges.before, group, groups[at + 1] ?? edges.behind),
  }));
  return { before, anew, behind, gone: kept.quotes.slice(first, last), quotations };
}

/** What of the blocks changed, or has other characters right beside it. */
function changeOfBlocks(blocks: readonly ProseBlock[], change: Change, { quotations }: KeptQuotes): Change {
  const by = change.after - change.before;
  const stays = (block: ProseBlock): number | null =>
    movedBy(change, block.start - AROUND, block.end + AROUND);
  return changeOfItems(quotations.items, blocks, {
    isSame: (before, block) => stays(block) === 0 && isBlockMoved(before, block, 0),
    isLike: (before, block) => stays(block) === by && isBlockMoved(before, block, by),
    reach: 0,
  });
}

/** The quotations of all blocks, each with offsets from the start of its block. */
function quotationsIn(
  { prose, blocks }: QuotingDraft,
  change: Change,
  { quotations }: KeptQuotes,
): readonly (readonly Quotation[])[] {
  const anew = blocks.slice(change.prefix, change.after).map((block) => {
    const found = findQuotations(prose, block);
    return found.length === 0 ? found : found.map((quotation) => moveQuotation(quotation, 0 - block.start));
  });
  return carryValues(quotations.values, change, anew, (value) => value);
}

/** UTF-16 units before a quotation that may name its speaker: a lead-in of its own paragraph, and the words before that. */
const LEAD = REACH + 2 * LONGEST_LEAD + AROUND;

/**
 * Which of the quotes of before have to be read again: those in changed blocks or with a change in the words that lead up
 * to them, and one to either side, which may go on in one of them or set its bounds.
 */
function goneBetween(
  { quotes, quotations }: KeptQuotes,
  blocks: readonly ProseBlock[],
  change: Change,
  blockChange: Change,
): { readonly first: number; readonly last: number } {
  const end = blocks[blockChange.prefix - 1]?.end ?? 0;
  const start = quotations.items[blockChange.before]?.start ?? Number.POSITIVE_INFINITY;
  const lastBefore = lastStartingBefore(quotes, end - 1);
  const isWithin = (quotes[lastBefore]?.end ?? 0) <= end;
  const firstBehind = lastStartingBefore(quotes, Math.max(start, change.before + LEAD) - 1) + 1;
  return {
    first: Math.max(0, isWithin ? lastBefore : lastBefore - 1),
    last: Math.min(quotes.length, firstBehind + 1),
  };
}

/** The quotations that begin within `span`, where they stand. */
function piecesIn(
  blocks: readonly ProseBlock[],
  quotations: readonly (readonly Quotation[])[],
  span: Span,
): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = Math.max(0, lastStartingBefore(blocks, span.start)); at < blocks.length; at += 1) {
    const paragraph = blocks[at];
    if (paragraph === undefined || paragraph.start >= span.end) break;
    for (const each of quotations[at] ?? []) {
      const quotation = moveQuotation(each, paragraph.start);
      const { start } = quotation.outer;
      if (span.start <= start && start < span.end) pieces.push({ quotation, paragraph });
    }
  }
  return pieces;
}

/** The quotation where it stands now. */
export function groupAt({ read, by }: CarriedQuote): QuoteGroup {
  return by === 0 ? read.group : moveGroup(read.group, by);
}

/** The quote `by` UTF-16 units further on; the same object where neither it nor its sentence moved. */
function moveQuote(quote: CarriedQuote, by: number, sentences: readonly Sentence[]): CarriedQuote {
  const { claim } = quote;
  const sentence = claim === null ? undefined : sentenceAt(sentences, claim.start + by);
  if (by === 0 && sentence === claim?.sentence) return quote;
  return {
    start: quote.start + by,
    end: quote.end + by,
    read: quote.read,
    by: quote.by + by,
    claim: claim === null || sentence === undefined ? null : moveClaim(claim, by, sentence),
  };
}

function moveClaim(claim: QuoteClaim, by: number, sentence: Sentence): QuoteClaim {
  const { attribution } = claim;
  return {
    ...claim,
    start: claim.start + by,
    end: claim.end + by,
    sentence,
    parts: claim.parts.map((part) => moveSpan(part, by)),
    attribution: attribution && {
      ...attribution,
      source: moveSpan(attribution.source, by),
      cue: moveSpan(attribution.cue, by),
      content: moveSpan(attribution.content, by),
    },
  };
}

/** The sentence that holds `offset`, or the nearest before it. */
export function sentenceAt(sentences: readonly Sentence[], offset: number): Sentence | undefined {
  return sentences[Math.max(0, lastStartingBefore(sentences, offset))];
}
