/** Where in a sentence a citation goes: behind its full stop or before it, and behind the citations it has. */

import type { Draft } from '../draft/draft.ts';
import { lastStartingBefore, type Span } from '../text/span.ts';
import type { Notation } from './notation/notation.ts';
import type { ResolvedCitation } from './resolve.ts';

/** The offset at which a mark is written. `own` are the citations of the sentence, in order. */
export function placeOfMark(
  draft: Draft,
  sentence: Span,
  own: readonly ResolvedCitation[],
  place: Notation['place'],
): number {
  const behind = placeBehind(draft, sentence, own);
  return place === 'behind-stop' ? behind : (placeBeforeStop(draft, sentence) ?? behind);
}

/** Behind the sentence, the markup that closes with it and the citations that follow at once. */
function placeBehind({ text, blocks }: Draft, sentence: Span, own: readonly ResolvedCitation[]): number {
  const block = blocks[lastStartingBefore(blocks, sentence.start)];
  const wholes = own.map(({ citation }) => citation.whole);
  let at = endOfWords(text, sentence);
  for (;;) {
    const next = wholes.find(({ start }) => start === at || (start === at + 1 && text.charAt(at) === ' '));
    const hole = block?.holes.find(({ start }) => start === at);
    if (next !== undefined && next.end > at) at = next.end;
    else if (hole !== undefined && hole.end > at && !/\s/u.test(text.slice(hole.start, hole.end)))
      at = hole.end;
    else return at;
  }
}

/** Before the full stop that ends the sentence; null where no such stop ends it, or one that belongs to its last word. */
function placeBeforeStop({ text, blocks }: Draft, sentence: Span): number | null {
  const end = endOfWords(text, sentence);
  const written = text.slice(Math.max(sentence.start, end - 8), end);
  if (!/[^.…]\.$/u.test(written) || /(?:^|[^\p{L}])\p{L}\.$/u.test(written)) return null;
  const stop = end - 1;
  const block = blocks[lastStartingBefore(blocks, stop)];
  if (block?.holes.some(({ start, end: to }) => start <= stop && stop < to) === true) return null;
  return sentence.start + text.slice(sentence.start, stop).trimEnd().length;
}

function endOfWords(text: string, sentence: Span): number {
  return sentence.start + text.slice(sentence.start, sentence.end).trimEnd().length;
}
