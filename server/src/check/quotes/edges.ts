/** Edges: how far the words of an article go that a difference of a quote stands for, and which nobody said. */

import type { Difference, WordRange } from '../../match/differences.ts';
import type { QuoteLocation } from '../../match/quoteLocation.ts';
import type { NormalWord } from '../../text/normalise.ts';

/** Words by which an edge is moved at most: `nobody` for `no one`, `we` for `all of us`. */
const FARTHEST = 2;

/**
 * The differences of a quote, with the first and the last one read on to where the article's sentence begins or ends
 * when that is a word or two away: an alignment pairs a changed word at the edge with a single one. Insertions of the
 * article's editor that the quote leaves out are no omission. `opens` and `ends` say whether the quote begins and ends
 * a sentence itself.
 */
export function wholeEdges(
  { article, words, differences }: QuoteLocation,
  quoteLength: number,
  { opens, ends }: { readonly opens: boolean; readonly ends: boolean },
): readonly Difference[] {
  const { text } = article.article;
  return differences.map((difference) => {
    if (isInsertion(text, words, difference)) return { ...difference, kind: 'bracket' };
    if (difference.kind !== 'reworded') return difference;
    let target = withinParagraph(text, words, difference, quoteLength);
    if (ends && difference.query.to === quoteLength) target = toEnd(text, words, target);
    if (opens && difference.query.from === 0) target = toStart(text, words, target);
    return { ...difference, target };
  });
}

/** The words of a difference at the edge up to the paragraph's: what another paragraph quotes is paired for want of words. */
function withinParagraph(
  text: string,
  words: readonly NormalWord[],
  { query, target }: Difference,
  quoteLength: number,
): WordRange {
  const parts = (at: number): boolean =>
    PARAGRAPH_END.test(text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? 0));
  const between = Array.from(
    { length: Math.max(0, target.to - target.from - 1) },
    (_, at) => target.from + at + 1,
  );
  if (query.to === quoteLength) return { from: target.from, to: between.find(parts) ?? target.to };
  if (query.from === 0) return { from: between.findLast(parts) ?? target.from, to: target.to };
  return target;
}

const PARAGRAPH_END = /\n\s*\n/;

/** Words that an editor put in square brackets and the quote leaves out: nobody said them. */
function isInsertion(text: string, words: readonly NormalWord[], { kind, target }: Difference): boolean {
  if (kind !== 'omitted') return false;
  const inserted = words.slice(target.from, target.to);
  const opens = text.charAt((inserted[0]?.start ?? 0) - 1) === '[';
  return opens && inserted.every((word) => word.bracketed);
}

/** The words of the article that stand for those of the quote, from the first to the last. */
export function extentOf({ alignment, differences }: QuoteLocation): WordRange {
  const matched = alignment.steps.filter(({ kind }) => kind === 'match').map(({ target }) => target);
  const changed = differences.filter(({ target }) => target.to > target.from).map(({ target }) => target);
  const ranges = [...matched.map((at) => ({ from: at, to: at + 1 })), ...changed];
  // A quotation may have more words than a call takes arguments.
  return ranges.reduce(
    (extent, { from, to }) => ({ from: Math.min(extent.from, from), to: Math.max(extent.to, to) }),
    ranges[0] ?? { from: 0, to: 0 },
  );
}

/** Up to the end of the sentence, when it is near; else the same range. */
function toEnd(text: string, words: readonly NormalWord[], range: WordRange): WordRange {
  for (let to = range.to; to <= range.to + FARTHEST && to <= words.length; to += 1) {
    if (isBreak(text, words[to - 1], words[to])) return to === range.to ? range : { from: range.from, to };
  }
  return range;
}

function toStart(text: string, words: readonly NormalWord[], range: WordRange): WordRange {
  for (let from = range.from; from >= range.from - FARTHEST && from >= 0; from -= 1) {
    if (isBreak(text, words[from - 1], words[from]))
      return from === range.from ? range : { from, to: range.to };
  }
  return range;
}

/** Marks that end a clause or a quotation. */
const MARK = /[.,;:!?"“”„«»—–]/;

function isBreak(text: string, before: NormalWord | undefined, after: NormalWord | undefined): boolean {
  if (before === undefined || after === undefined) return true;
  return after.start < before.end || MARK.test(text.slice(before.end, after.start));
}
