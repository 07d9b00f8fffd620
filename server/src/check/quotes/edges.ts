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
    let { target } = difference;
    if (ends && difference.query.to === quoteLength) target = toEnd(text, words, target);
    if (opens && difference.query.from === 0) target = toStart(text, words, target);
    return target === difference.target ? difference : { ...difference, target };
  });
}

/** Words that an editor put in square brackets and the quote leaves out: nobody said them. */
function isInsertion(text: string, words: readonly NormalWord[], { kind, target }: Difference): boolean {
  if (kind !== 'omitted') return false;
  const inserted = words.slice(target.from, target.to);
  const opens = text.charAt((inserted[0]?.start ?? 0) - 1) === '[';
  return opens && inserted.every((word) => word.bracketed);
}

/** The words of the article that stand for those of the quote, from the first to the last. */
export function extentOf({ alignment, differences }: QuoteLocation): WordRange {
  const targets = alignment.steps.filter((step) => step.target >= 0).map((step) => step.target);
  const first = targets[0] ?? 0;
  const last = targets[targets.length - 1] ?? first - 1;
  const changed = differences.filter(({ target }) => target.to > target.from).map(({ target }) => target);
  return {
    from: Math.min(first, ...changed.map(({ from }) => from)),
    to: Math.max(last + 1, ...changed.map(({ to }) => to)),
  };
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
