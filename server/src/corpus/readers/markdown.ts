/** Markdown articles: prose as in a Markdown draft, metadata from the front matter. */

import type { ProseBlock } from '../../draft/draft.ts';
import { readMarkdown } from '../../draft/markdown.ts';
import { proseBlock } from '../../draft/proseBlock.ts';
import type { Stretch } from '../../text/sentences.ts';
import type { Span } from '../../text/span.ts';
import { furnitureStart } from '../furniture.ts';
import { readHeader } from '../metadata.ts';
import type { Reader } from './reader.ts';
import { wholeText } from './wholeText.ts';

export const markdownReader: Reader = {
  extensions: ['md', 'markdown', 'mdown', 'mkd'],
  format: 'markdown',
  async *read(source, { limits }) {
    const text = await wholeText(source, limits);
    const { end, stated } = readHeader(text);
    yield { kind: 'read', text, prose: readProse(text, end), stated, origin: null };
  },
};

/** The blocks between the header and the page furniture, each cut where it reaches over one of them. */
function readProse(text: string, start: number): readonly Stretch[] {
  const body = { start, end: furnitureStart(text) };
  return readMarkdown(text).blocks.flatMap((block) => cutBlock(block, body, text));
}

/** The part of `block` within `body`: one block, or none when no words of it are left. */
function cutBlock(block: ProseBlock, body: Span, text: string): readonly Stretch[] {
  const span = intersection(block, body);
  if (span === null) return [];
  const holes = block.holes.map((hole) => intersection(hole, span)).filter((hole) => hole !== null);
  const cut = proseBlock(block.kind, text, span, holes);
  return cut === null ? [] : [{ start: cut.start, end: cut.end, holes: cut.holes }];
}

function intersection(a: Span, b: Span): Span | null {
  const start = Math.max(a.start, b.start);
  const end = Math.min(a.end, b.end);
  return start < end ? { start, end } : null;
}
