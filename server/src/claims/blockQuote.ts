/** Block quotes: quotations that stand in a block of their own, without quotation marks. */

import type { ProseBlock } from '../draft/draft.ts';
import type { Span } from '../text/span.ts';
import { tokenize } from '../text/tokens.ts';
import type { Attribution } from './claim.ts';
import { findNames } from './name.ts';
import { sourcesBefore } from './speech.ts';

/** The words of one block quote, and who is said to have said them. */
export interface BlockQuote extends Span {
  readonly attribution: Attribution | null;
}

/**
 * The quotation that `blocks[at]` is. Null for other kinds of block, for a line that only names the speaker
 * (`— Ines Calder`), and for an empty one. `text` has blanks where the blocks have holes.
 */
export function blockQuoteAt(text: string, blocks: readonly ProseBlock[], at: number): BlockQuote | null {
  const block = blocks[at];
  if (block?.kind !== 'blockQuote' || speakerLine(text, block) === block.start) return null;
  const end = speakerLine(text, block) ?? block.end;
  const words = trimmed(text, { start: block.start, end });
  if (words === null) return null;
  return { ...words, attribution: attributionAt(text, blocks, at, words) };
}

/** A dash at the start of a line, as it stands before the name of who is quoted; indented by a tab stop at most. */
const DASH = /^[^\S\n]{0,8}(?:—|–|--?)[^\S\n]{0,8}(?=\p{Lu})/gmu;

/** Offset of the last line of a block when it begins with a dash and a capital; null when it does not. */
function speakerLine(text: string, block: Span): number | null {
  const body = text.slice(block.start, block.end);
  const last = [...body.matchAll(DASH)].at(-1);
  if (last === undefined || body.indexOf('\n', last.index) !== -1) return null;
  return block.start + last.index;
}

function trimmed(text: string, { start, end }: Span): Span | null {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  return from < to ? { start: from, end: to } : null;
}

/** Paragraphs of a block quote over which its speaker is sought. */
const REACH = 12;

/** From the line with a dash in this block or the ones after it, else from a lead-in such as `Calder wrote:`. */
function attributionAt(
  text: string,
  blocks: readonly ProseBlock[],
  at: number,
  content: Span,
): Attribution | null {
  for (let next = at; next < at + REACH && blocks[next]?.kind === 'blockQuote'; next += 1) {
    const block = blocks[next];
    const line = block === undefined ? null : speakerLine(text, block);
    if (block === undefined || line === null) continue;
    const [name] = findNames(text, tokenize(text, { start: line, end: block.end }));
    if (name === undefined) return null;
    const cue = { start: line, end: line + 1 };
    return attribution(
      text,
      { start: name.titleSpan?.start ?? name.start, end: name.end },
      name.text,
      cue,
      content,
    );
  }
  const before = blocks[firstOf(blocks, at) - 1];
  if (before === undefined || !text.slice(before.start, before.end).trimEnd().endsWith(':')) return null;
  const [source] = sourcesBefore(text, { start: before.end, end: before.end }, before.start);
  const [name] = source?.names ?? [];
  return source === undefined || name === undefined
    ? null
    : attribution(text, source.span, name.text, source.cue, content);
}

/** Index of the first block of the block quote that `blocks[at]` belongs to. */
function firstOf(blocks: readonly ProseBlock[], at: number): number {
  let first = at;
  while (at - first < REACH && blocks[first - 1]?.kind === 'blockQuote') first -= 1;
  return first;
}

function attribution(text: string, source: Span, speaker: string, cue: Span, content: Span): Attribution {
  return {
    source: { start: source.start, end: source.end },
    sourceText: text.slice(source.start, source.end),
    speaker,
    cue: { start: cue.start, end: cue.end },
    content: { start: content.start, end: content.end },
  };
}
