/** Analysis of a draft: its sentences with their terms and quantities, made once for the same words wherever they move. */

import type { IsoDate } from '../corpus/article.ts';
import type { AnalysedSentence } from '../corpus/index/corpusIndex.ts';
import { findQuantities } from '../quantity/findQuantities.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { detached } from '../text/detached.ts';
import { moveSpan, placeSentence, type SentencePlace } from '../text/placed.ts';
import { type Sentence, splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { termsOf } from '../text/terms.ts';
import { changeOfItems, type Likeness, valueBefore, type Worked } from './carriedList.ts';
import { type Change, changeBetween, movedBy } from './change.ts';
import type { Draft, ProseBlock } from './draft.ts';
import { createMemo } from './memo.ts';
import { isBlockMoved } from './proseBlock.ts';

/** A sentence of a draft. */
export interface DraftSentence extends AnalysedSentence {
  /** Sentences that one memory analysed and that have the same number have the same words, terms and quantities. */
  readonly content: number;
}

/** When two sentences of versions of a draft are the same, for what depends on `reach` sentences to either side. */
export function sentenceLikeness(reach: number): Likeness<DraftSentence> {
  return { isSame: isSameSentence, isLike: isLikeSentence, reach };
}

function isSameSentence(before: DraftSentence, sentence: DraftSentence): boolean {
  return before === sentence;
}

function isLikeSentence(before: DraftSentence, sentence: DraftSentence): boolean {
  return before.content === sentence.content;
}

/** What earlier analyses of a draft leave for the next one. */
export interface AnalysisMemory {
  /** The analysis that was completed last. */
  last: Analysis | null;
  /** `compute`, or what it gave before for the same key. */
  readonly content: (key: string, compute: (number: number) => DraftSentence) => DraftSentence;
}

interface Analysis extends Worked<ProseBlock, AnalysedBlock> {
  readonly text: string;
  readonly published: IsoDate | null;
}

interface AnalysedBlock {
  readonly parts: readonly Part[];
  /** The parts where they stand in the draft. */
  readonly sentences: readonly DraftSentence[];
}

/** A sentence cut out of its block, and where it stands there. */
interface Part {
  readonly content: DraftSentence;
  readonly place: SentencePlace;
}

/** Keys of contents kept, in UTF-16 units: enough for those of a draft of 20,000 words and of what was written since. */
const CONTENTS_KEPT = 2_000_000;

export function createAnalysisMemory(): AnalysisMemory {
  const memo = createMemo<DraftSentence>(CONTENTS_KEPT);
  let contents = 0;
  return {
    last: null,
    content: (key, compute) => memo(key, () => compute(++contents)),
  };
}

/** The sentences of a draft in order, as the articles' sentences are analysed. Never throws. */
export function analyseDraft(draft: Draft, memory: AnalysisMemory = createAnalysisMemory()): DraftSentence[] {
  return [...analyseBlocks(draft, memory)].flat();
}

/**
 * The sentences of each block of a draft, in order. The result does not depend on `memory`, but for the numbers of the
 * contents; what stands where it stood at the last analysis is the same object.
 */
export function* analyseBlocks(
  draft: Draft,
  memory: AnalysisMemory,
): Generator<readonly DraftSentence[], void, undefined> {
  const { last } = memory;
  const change = changeOfBlocks(draft, last);
  const values: AnalysedBlock[] = [];
  let next: SentencePlace = { start: 0, index: 0, paragraph: 0 };
  for (const [at, block] of draft.blocks.entries()) {
    const known = last === null ? undefined : valueBefore(last.values, change, at);
    const stands = known !== undefined && at < change.prefix;
    const analysed = stands
      ? known
      : placeParts(known?.parts ?? partsOf(draft, block, memory), { ...next, start: block.start }, known);
    values.push(analysed);
    yield analysed.sentences;
    next = placeBehind(analysed.sentences, next);
  }
  memory.last = { text: draft.text, published: draft.published, items: draft.blocks, values };
}

/** The number of the sentence, and of the paragraph, that come next. */
function placeBehind(
  sentences: readonly DraftSentence[],
  { start, index, paragraph }: SentencePlace,
): SentencePlace {
  const last = sentences.at(-1)?.sentence.paragraph ?? paragraph;
  return { start, index: index + sentences.length, paragraph: last + 1 };
}

/** Which blocks of a draft stand as they were analysed last, neither they nor what is around them having changed. */
function changeOfBlocks({ text, published, blocks }: Draft, last: Analysis | null): Change {
  if (last === null || last.published !== published) return { prefix: 0, before: 0, after: blocks.length };
  const change = changeBetween(last.text, text);
  const by = change.after - change.before;
  const stays = (block: ProseBlock): number | null =>
    movedBy(change, block.start - BLANKS_BEFORE - 1, block.end + AFTER);
  return changeOfItems(last.items, blocks, {
    isSame: (before, block) => stays(block) === 0 && isBlockMoved(before, block, 0),
    isLike: (before, block) => stays(block) === by && isBlockMoved(before, block, by),
    reach: 0,
  });
}

/**
 * Most blanks before a sentence that its analysis may look at, in UTF-16 units, with the one character before them: a
 * number that opens a line is that of a list, however far up to 12 it is indented (`quantity/figures/names.ts`).
 */
const BLANKS_BEFORE = 16;
/** UTF-16 units behind it: the blank that makes a dash a list's mark. */
const AFTER = 1;

/** A stretch of a text with what stands around it, cut out as a text of its own. */
interface Excerpt extends Span {
  readonly text: string;
}

function excerptOf(text: string, { start, end }: Span): Excerpt {
  let from = start;
  while (from > 0 && start - from < BLANKS_BEFORE && text.charAt(from - 1).trim() === '') from -= 1;
  from = Math.max(0, from - 1);
  return { text: detached(text.slice(from, end + AFTER)), start: start - from, end: end - from };
}

function partsOf({ text, published }: Draft, block: ProseBlock, memory: AnalysisMemory): readonly Part[] {
  const own = excerptOf(text, block);
  const holes = block.holes.map((hole) => moveSpan(hole, own.start - block.start));
  return splitSentences(own.text, [{ start: own.start, end: own.end, holes }]).map((sentence) => {
    const { index, paragraph } = sentence;
    const content = contentOf(own.text, sentence, published, memory);
    return { content, place: { start: sentence.start - own.start, index, paragraph } };
  });
}

/** The analysis of a sentence of `text`, by the words and marks of the sentence and what stands around it. */
function contentOf(
  text: string,
  sentence: Sentence,
  reference: IsoDate | null,
  memory: AnalysisMemory,
): DraftSentence {
  const own = excerptOf(text, sentence);
  const alone = placeSentence(sentence, { start: own.start, index: 0, paragraph: 0 });
  const tokens = alone.tokens.map(({ start, end }) => `${start}-${end}`);
  return memory.content(`${reference ?? ''} ${tokens.join()} ${own.end} ${own.text}`, (content) => ({
    sentence: alone,
    terms: termsOf(alone),
    quantities: findQuantities(alone.tokens, own.text, reference),
    content,
  }));
}

/** The parts where they stand in the draft, their block being at `place`; `before` itself where they stand as they did. */
function placeParts(
  parts: readonly Part[],
  { start, index, paragraph }: SentencePlace,
  before: AnalysedBlock | undefined,
): AnalysedBlock {
  const placeOf = ({ place }: Part): SentencePlace => ({
    start: start + place.start,
    index: index + place.index,
    paragraph: paragraph + place.paragraph,
  });
  const [first] = parts;
  const known = before?.sentences[0]?.sentence;
  const stands = first !== undefined && known !== undefined && isAt(known, placeOf(first));
  if (before !== undefined && stands) return before;
  return { parts, sentences: parts.map((part) => placeContent(part.content, placeOf(part))) };
}

function isAt(sentence: Sentence, { start, index, paragraph }: SentencePlace): boolean {
  return sentence.start === start && sentence.index === index && sentence.paragraph === paragraph;
}

function placeContent(alone: DraftSentence, place: SentencePlace): DraftSentence {
  const { sentence, terms, content } = alone;
  const by = place.start - sentence.start;
  // Most sentences have none.
  const quantities =
    alone.quantities.length === 0 ? alone.quantities : alone.quantities.map((one) => moveQuantity(one, by));
  return { sentence: placeSentence(sentence, place), terms, quantities, content };
}

function moveQuantity(quantity: Quantity, by: number): Quantity {
  const { start, end, extent } = quantity;
  return { ...quantity, start: start + by, end: end + by, extent: moveSpan(extent, by) };
}
