/** Prose blocks: builds one from a span and the stretches that are no prose, the same for every draft language. */

import type { Span } from '../text/span.ts';
import type { ProseBlock } from './draft.ts';

/**
 * A block of `kind` over the words of `span`: white space and holes at its edges are cut off, the holes within are
 * sorted and disjoint. Null when nothing but holes and white space is left.
 */
export function proseBlock(
  kind: ProseBlock['kind'],
  text: string,
  span: Span,
  holes: readonly Span[],
): ProseBlock | null {
  const joined = joinSpans(holes);
  const words = gaps(span, joined).filter((part) => text.slice(part.start, part.end).trim() !== '');
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return null;
  const start = first.end - text.slice(first.start, first.end).trimStart().length;
  const end = last.start + text.slice(last.start, last.end).trimEnd().length;
  return { kind, start, end, holes: joined.filter((hole) => hole.start > start && hole.end < end) };
}

/** The same block `by` code units further on. */
export function shiftBlock(block: ProseBlock, by: number): ProseBlock {
  const holes = block.holes.map((hole) => ({ start: hole.start + by, end: hole.end + by }));
  return { kind: block.kind, start: block.start + by, end: block.end + by, holes };
}

/** The parts of `outer` that none of the sorted, disjoint `holes` covers; these may lie outside. */
export function gaps(outer: Span, holes: readonly Span[]): readonly Span[] {
  const parts: Span[] = [];
  let at = outer.start;
  for (const hole of holes) {
    if (hole.start >= outer.end) break;
    if (hole.start > at) parts.push({ start: at, end: hole.start });
    at = Math.max(at, hole.end);
  }
  if (at < outer.end) parts.push({ start: at, end: outer.end });
  return parts;
}

/** Sorted spans with those that overlap or touch made one. */
function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (last !== undefined && span.start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else {
      joined.push(span);
    }
  }
  return joined;
}
