/** Prose blocks: builds one from a span and the stretches that are no prose, the same for every draft language. */

import type { Span } from '../text/span.ts';
import type { Heading, Prose, ProseBlock, Replacement } from './draft.ts';

/** A text without prose. */
export const NO_PROSE: Prose = { blocks: [], headings: [], comments: [], replacements: [] };

/**
 * A block of `kind` over the words of `span`: white space and holes at its edges are cut off, the holes within are
 * sorted and disjoint. `replacements` within `span` are holes that count as words where they stand for visible
 * characters. Null when nothing but holes and white space is left.
 */
export function proseBlock(
  kind: ProseBlock['kind'],
  text: string,
  span: Span,
  holes: readonly Span[],
  replacements: readonly Replacement[] = [],
): ProseBlock | null {
  const joined = joinSpans([...holes, ...replacements]);
  const written = gaps(span, joined).filter((part) => text.slice(part.start, part.end).trim() !== '');
  const words = withReplacements(written, replacements);
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return null;
  const start = first.end - text.slice(first.start, first.end).trimStart().length;
  const end = last.start + text.slice(last.start, last.end).trimEnd().length;
  // A bar that is set for blanks between two cells is no word of either.
  if (end <= start) return null;
  return { kind, start, end, holes: joined.filter((hole) => hole.end > start && hole.start < end) };
}

function withReplacements(words: readonly Span[], replacements: readonly Replacement[]): readonly Span[] {
  const visible = replacements.filter((each) => each.text.trim() !== '');
  return visible.length === 0 ? words : [...words, ...visible].sort((a, b) => a.start - b.start);
}

/** The heading that `block` is, or that stands in `span` where there is no block. */
export function headingOf(level: number, block: ProseBlock | null, span: Span): Heading {
  const { start, end } = block ?? span;
  return { level, start, end };
}

/** The same prose `by` code units further on. */
export function shiftProse({ blocks, headings, comments, replacements }: Prose, by: number): Prose {
  if (by === 0) return { blocks, headings, comments, replacements };
  const shift = <One extends Span>(one: One): One => ({ ...one, start: one.start + by, end: one.end + by });
  return {
    blocks: blocks.map((block) => shiftBlock(block, by)),
    // Most pieces have none of these.
    headings: headings.length === 0 ? headings : headings.map(shift),
    comments: comments.length === 0 ? comments : comments.map(shift),
    replacements: replacements.length === 0 ? replacements : replacements.map(shift),
  };
}

/** What several stretches of a text hold, one after the other. */
export function joinProse(parts: readonly Prose[]): Prose {
  return {
    blocks: parts.flatMap(({ blocks }) => blocks),
    headings: parts.flatMap(({ headings }) => headings),
    comments: parts.flatMap(({ comments }) => comments),
    replacements: parts.flatMap(({ replacements }) => replacements),
  };
}

/** The same block `by` code units further on. */
export function shiftBlock(block: ProseBlock, by: number): ProseBlock {
  const { holes: before } = block;
  const holes =
    before.length === 0 ? before : before.map((hole) => ({ start: hole.start + by, end: hole.end + by }));
  return { kind: block.kind, start: block.start + by, end: block.end + by, holes };
}

/** Whether `block` is `before`, with the same holes, `by` code units further on. */
export function isBlockMoved(before: ProseBlock, block: ProseBlock, by: number): boolean {
  if (before === block) return by === 0;
  return (
    isSpanMoved(before, block, by) &&
    before.holes.length === block.holes.length &&
    before.holes.every((hole, at) => isSpanMoved(hole, block.holes[at] ?? hole, by))
  );
}

function isSpanMoved(before: Span, span: Span, by: number): boolean {
  return before.start + by === span.start && before.end + by === span.end;
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
