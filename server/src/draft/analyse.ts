/** Analysis of a draft: its sentences with their terms and quantities, made once for the same words wherever they move. */

import type { IsoDate } from '../corpus/article.ts';
import type { AnalysedSentence } from '../corpus/index/corpusIndex.ts';
import { findQuantities } from '../quantity/findQuantities.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { moveSpan, placeSentence, type SentencePlace } from '../text/placed.ts';
import { type Sentence, splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { termsOf } from '../text/terms.ts';
import type { Draft, ProseBlock } from './draft.ts';
import { createRecollection, type Recollection } from './recollection.ts';

/** A sentence of a draft. */
export interface DraftSentence extends AnalysedSentence {
  /** Sentences that one memory analysed and that have the same number have the same words, terms and quantities. */
  readonly content: number;
}

/** What earlier analyses of a draft leave for the next one. */
export interface AnalysisMemory {
  readonly blocks: Recollection<Block>;
  readonly contents: Recollection<DraftSentence>;
  /** A number that no content has had. */
  nextContent(): number;
}

/** A block as it was analysed, and as it stood last. */
interface Block {
  readonly parts: readonly Part[];
  readonly placed: readonly DraftSentence[];
}

/** A content and where it stands in its block. */
interface Part {
  readonly content: DraftSentence;
  /** What `content` is kept under. */
  readonly key: string;
  readonly place: SentencePlace;
}

export function createAnalysisMemory(): AnalysisMemory {
  let contents = 0;
  return {
    blocks: createRecollection(),
    contents: createRecollection(),
    nextContent: () => ++contents,
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
  let index = 0;
  let paragraph = 0;
  for (const block of draft.blocks) {
    const key = keyOf(draft, block);
    const known = memory.blocks.recall(key) ?? { parts: partsOf(draft, block, memory), placed: [] };
    for (const part of known.parts) memory.contents.store(part.key, part.content);
    const placed = placeParts(known, { start: block.start, index, paragraph });
    memory.blocks.store(key, { parts: known.parts, placed });
    yield placed;
    index += placed.length;
    paragraph = (placed.at(-1)?.sentence.paragraph ?? paragraph) + 1;
  }
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
  return { text: text.slice(from, end + AFTER), start: start - from, end: end - from };
}

/** Everything that the analysis of a block depends on. */
function keyOf({ text, published }: Draft, block: ProseBlock): string {
  const holes = block.holes.map(({ start, end }) => `${start - block.start}-${end - block.start}`);
  return `${published ?? ''} ${holes.join()} ${excerptKey(excerptOf(text, block))}`;
}

function excerptKey({ text, start, end }: Excerpt): string {
  return `${start}-${end} ${text}`;
}

function partsOf({ text, published }: Draft, block: ProseBlock, memory: AnalysisMemory): readonly Part[] {
  const own = excerptOf(text, block);
  const by = own.start - block.start;
  const holes = block.holes.map((hole) => moveSpan(hole, by));
  return splitSentences(own.text, [{ start: own.start, end: own.end, holes }]).map((sentence) =>
    partOf(own, sentence, published, memory),
  );
}

/** The analysis of a sentence of `block`, found by the words and marks of the sentence and what stands around it. */
function partOf(block: Excerpt, sentence: Sentence, reference: IsoDate | null, memory: AnalysisMemory): Part {
  const own = excerptOf(block.text, sentence);
  const { index, paragraph } = sentence;
  const alone = placeSentence(sentence, { start: own.start, index: 0, paragraph: 0 });
  const tokens = alone.tokens.map(({ start, end }) => `${start}-${end}`);
  const key = `${reference ?? ''} ${tokens.join()} ${excerptKey(own)}`;
  const content = memory.contents.recall(key) ?? {
    sentence: alone,
    terms: termsOf(alone),
    quantities: findQuantities(alone.tokens, own.text, reference),
    content: memory.nextContent(),
  };
  // Kept at once, so that the same sentence further on is the same content.
  memory.contents.store(key, content);
  return { content, key, place: { start: sentence.start - block.start, index, paragraph } };
}

function placeParts({ parts, placed }: Block, block: SentencePlace): readonly DraftSentence[] {
  const [first] = placed;
  if (first !== undefined && parts[0] !== undefined && isAt(first.sentence, within(block, parts[0].place)))
    return placed;
  return parts.map(({ content, place }) => placeContent(content, within(block, place)));
}

function within(block: SentencePlace, { start, index, paragraph }: SentencePlace): SentencePlace {
  return {
    start: block.start + start,
    index: block.index + index,
    paragraph: block.paragraph + paragraph,
  };
}

function isAt(sentence: Sentence, { start, index, paragraph }: SentencePlace): boolean {
  return sentence.start === start && sentence.index === index && sentence.paragraph === paragraph;
}

function placeContent(
  { sentence, terms, quantities, content }: DraftSentence,
  place: SentencePlace,
): DraftSentence {
  return {
    sentence: placeSentence(sentence, place),
    terms,
    quantities: quantities.map((quantity) => moveQuantity(quantity, place.start - sentence.start)),
    content,
  };
}

function moveQuantity(quantity: Quantity, by: number): Quantity {
  return { ...quantity, ...moveSpan(quantity, by), extent: moveSpan(quantity.extent, by) };
}
