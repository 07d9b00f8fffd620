/** Prose writer: collects the blocks of a text from a scanner that goes through it once, from start to end. */

import type { Span } from '../text/span.ts';
import type { Heading, Prose, ProseBlock, Replacement } from './draft.ts';
import { addressHoles } from './inlineHoles.ts';
import { headingOf, proseBlock } from './proseBlock.ts';

/** Takes what a scanner finds, in the order of the text. All offsets are those of the text. */
export interface ProseWriter {
  /** `start..end` is markup that parts the words around it. */
  hole(start: number, end: number): void;
  /** `start..end` reads as `text`; as nothing, which leaves the words around it one, where that is empty. */
  replace(start: number, end: number, text: string): void;
  /** `start..end` is a comment, marks included. */
  comment(start: number, end: number): void;
  /** Ends the open block at `at` and begins one of `kind` there; a heading also has a level. */
  begin(kind: Exclude<ProseBlock['kind'], 'heading'>, at: number): void;
  beginHeading(level: number, at: number): void;
  /** Ends the open block; what follows is no prose before the next one begins. */
  end(at: number): void;
  /** A heading without a block: what stands in `start..end` has no words that can be checked. */
  bareHeading(level: number, start: number, end: number): void;
  /** The prose of what was written. To be called once, after `end`. */
  finish(): Prose;
}

interface Open {
  readonly kind: ProseBlock['kind'];
  readonly level: number;
  readonly start: number;
  readonly holes: Span[];
  readonly replacements: Replacement[];
}

export function createProseWriter(text: string): ProseWriter {
  const blocks: ProseBlock[] = [];
  const headings: Heading[] = [];
  const comments: Span[] = [];
  const replacements: Replacement[] = [];
  let open: Open | null = null;

  const end = (at: number): void => {
    if (open === null) return;
    const { kind, level, start } = open;
    const made = closeBlock(text, open, at);
    if (made !== null) blocks.push(made.block);
    for (const each of made?.replacements ?? []) replacements.push(each);
    if (kind === 'heading') headings.push(headingOf(level, made?.block ?? null, { start, end: at }));
    open = null;
  };
  const begin = (kind: ProseBlock['kind'], level: number, start: number): void => {
    end(start);
    open = { kind, level, start, holes: [], replacements: [] };
  };
  return {
    hole: (start, to) => open?.holes.push({ start, end: to }),
    replace: (start, to, read) => open?.replacements.push({ start, end: to, text: read }),
    comment(start, to) {
      comments.push({ start, end: to });
      open?.holes.push({ start, end: to });
    },
    begin: (kind, at) => begin(kind, 0, at),
    beginHeading: (level, at) => begin('heading', level, at),
    end,
    bareHeading: (level, start, to) => headings.push({ level, start, end: to }),
    finish: () => ({ blocks, headings, comments, replacements }),
  };
}

interface Closed {
  readonly block: ProseBlock;
  readonly replacements: readonly Replacement[];
}

/** The block from where it was opened to `end`, and those of its replacements that it holds. */
function closeBlock(text: string, open: Open, end: number): Closed | null {
  const { kind, start } = open;
  const addresses = addressesIn(text, open, end);
  const holes = addresses.length === 0 ? open.holes : [...open.holes, ...addresses];
  const replacements = outside(open.replacements, holes);
  const block = proseBlock(kind, text, { start, end }, holes, replacements);
  if (block === null) return null;
  return {
    block,
    replacements: replacements.filter((each) => each.start >= block.start && each.end <= block.end),
  };
}

/** Addresses among the words: markup next to one is no part of it, though it may look so. */
function addressesIn(text: string, { start, holes, replacements }: Open, end: number): readonly Span[] {
  const written = text.slice(start, end);
  if (addressHoles(written, start).length === 0) return [];
  const masked = written.split('');
  for (const hole of holes) masked.fill(' ', hole.start - start, hole.end - start);
  for (const { start: from, end: to, text: read } of replacements) {
    masked.fill(read.trim() === '' ? ' ' : 'x', from - start, to - start);
  }
  return addressHoles(masked.join(''), start);
}

/** The replacements that no hole touches: an address is no prose, whatever stands in it. */
function outside(replacements: readonly Replacement[], holes: readonly Span[]): readonly Replacement[] {
  const sorted = [...holes].sort((a, b) => a.start - b.start);
  let at = 0;
  return replacements.filter(({ start, end }) => {
    while ((sorted[at]?.end ?? start + 1) <= start) at += 1;
    return (sorted[at]?.start ?? end) >= end;
  });
}
