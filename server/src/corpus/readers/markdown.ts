/** Markdown articles: prose as in a Markdown draft, metadata from the front matter. */

import { readMarkdown } from '../../draft/markdown.ts';
import type { Stretch } from '../../text/sentences.ts';
import { decodeText } from '../encoding.ts';
import { furnitureStart } from '../furniture.ts';
import { readHeader } from '../metadata.ts';
import type { Reader } from './reader.ts';

export const markdownReader: Reader = {
  extensions: ['md', 'markdown', 'mdown', 'mkd'],
  async read(bytes) {
    const decoded = decodeText(bytes);
    if (decoded.kind === 'unreadable') return decoded;
    const { text } = decoded;
    const { end, stated } = readHeader(text);
    return { kind: 'read', text, prose: readProse(text, end), stated };
  },
};

/** The blocks between the header and the page furniture, each cut where it reaches over one of them. */
function readProse(text: string, start: number): readonly Stretch[] {
  const end = furnitureStart(text);
  return readMarkdown(text)
    .filter((block) => block.start < end && block.end > start)
    .map((block) => ({
      start: Math.max(block.start, start),
      end: Math.min(block.end, end),
      holes: block.holes.filter((hole) => hole.start >= start && hole.end <= end),
    }));
}
