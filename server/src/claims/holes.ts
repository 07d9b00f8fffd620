/** Holes: the parts of a draft's blocks that are markup and no prose, as the reading of quotations needs them. */

import type { ProseBlock } from '../draft/draft.ts';
import { lastStartingBefore, type Span } from '../text/span.ts';

/** `text` with blanks in place of all holes, so that every offset stays what it is. */
export function blankHoles(text: string, blocks: readonly ProseBlock[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const hole of blocks.flatMap((block) => block.holes)) {
    if (hole.start < at) continue;
    pieces.push(text.slice(at, hole.start), ' '.repeat(hole.end - hole.start));
    at = hole.end;
  }
  return at === 0 ? text : pieces.join('') + text.slice(at);
}

/** The stretches of `span` outside the holes of the blocks it stands in, in order. */
export function withoutHoles(span: Span, blocks: readonly ProseBlock[]): Span[] {
  const found: Span[] = [];
  let at = span.start;
  for (const hole of holesWithin(span, blocks)) {
    if (hole.start > at) found.push({ start: at, end: hole.start });
    at = Math.max(at, hole.end);
  }
  if (at < span.end) found.push({ start: at, end: span.end });
  return found;
}

function holesWithin(span: Span, blocks: readonly ProseBlock[]): Span[] {
  const found: Span[] = [];
  const first = Math.max(0, lastStartingBefore(blocks, span.start));
  for (let index = first; (blocks[index]?.start ?? span.end) < span.end; index += 1) {
    const holes = blocks[index]?.holes ?? [];
    for (let at = Math.max(0, lastStartingBefore(holes, span.start)); at < holes.length; at += 1) {
      const hole = holes[at];
      if (hole === undefined || hole.start >= span.end) break;
      if (hole.end > span.start) found.push(hole);
    }
  }
  return found;
}
