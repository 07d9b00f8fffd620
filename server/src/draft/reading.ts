/** Readings: a draft as it reads, with escapes, accents and entities in place of what is written for them. */

import { lastStartingBefore, type Span } from '../text/span.ts';
import type { Draft, ProseBlock, Replacement } from './draft.ts';
import { gaps } from './proseBlock.ts';

/** A draft as it reads, and the way back to the draft as it is written. */
export interface Reading {
  /** The draft with every replacement made. Its offsets are those of its own text. */
  readonly draft: Draft;
  /**
   * The span of the written draft that a span of the reading stands for. What vanishes at an edge is left outside, and
   * a part of a replacement is the whole of it.
   */
  toSource(span: Span): Span;
}

/** The reading of `draft`; null when it reads as it is written. Linear in its length. */
export function readingOf(draft: Draft): Reading | null {
  const { replacements } = draft;
  if (replacements.length === 0) return null;
  const places = placesOf(replacements);
  const toReading = (offset: number): number => readingOffset(places, offset);
  const text = readText(draft.text, replacements);
  const blocks = readBlocks(draft, toReading);
  const comments = draft.comments.map(({ start, end }) => ({ start: toReading(start), end: toReading(end) }));
  const headings = draft.headings.map((heading) => ({
    ...heading,
    start: toReading(heading.start),
    end: toReading(heading.end),
  }));
  return {
    draft: { ...draft, text, blocks, headings, comments, replacements: [] },
    toSource: ({ start, end }) => {
      const to = sourceEnd(places, end);
      return { start: start === end ? to : Math.min(sourceStart(places, start), to), end: to };
    },
  };
}

/** A replacement and where it stands in the reading, `at..until`. */
interface Place extends Span {
  readonly at: number;
  readonly until: number;
}

function placesOf(replacements: readonly Replacement[]): readonly Place[] {
  let by = 0;
  return replacements.map(({ start, end, text }) => {
    const at = start + by;
    by += text.length - (end - start);
    return { start, end, at, until: at + text.length };
  });
}

function readText(text: string, replacements: readonly Replacement[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: read } of replacements) {
    parts.push(text.slice(at, start), read);
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** The blocks of the reading: what was replaced is a hole no longer. */
function readBlocks({ blocks, replacements }: Draft, toReading: (offset: number) => number): ProseBlock[] {
  return blocks.map(({ kind, start, end, holes }) => ({
    kind,
    start: toReading(start),
    end: toReading(end),
    holes: holes
      .flatMap((hole) => gaps(hole, within(replacements, hole)))
      .map((hole) => ({ start: toReading(hole.start), end: toReading(hole.end) })),
  }));
}

function within(replacements: readonly Replacement[], span: Span): readonly Replacement[] {
  const from = Math.max(0, lastStartingBefore(replacements, span.start));
  let to = from;
  while ((replacements[to]?.start ?? span.end) < span.end) to += 1;
  return replacements.slice(from, to);
}

/** Where an offset of the written draft stands in the reading. Within a replacement it is that of its start. */
function readingOffset(places: readonly Place[], offset: number): number {
  const place = places[lastStartingBefore(places, offset)];
  if (place === undefined) return offset;
  return offset < place.end ? place.at : place.until + offset - place.end;
}

/** Where the character at `offset` of the reading is written. */
function sourceStart(places: readonly Place[], offset: number): number {
  const place = places[lastAt(places, offset)];
  if (place === undefined) return offset;
  return offset < place.until ? place.start : place.end + offset - place.until;
}

/** Where the character before `offset` of the reading ends as it is written. */
function sourceEnd(places: readonly Place[], offset: number): number {
  const place = places[lastAt(places, offset - 1)];
  if (place === undefined) return offset;
  return offset <= place.until ? place.end : place.end + offset - place.until;
}

/** Index of the last place that starts at or before `offset` of the reading; -1 when none does. */
function lastAt(places: readonly Place[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.at ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
