/** Plain-text articles, with or without YAML front matter. */

import { plainHoles } from '../../draft/inlineHoles.ts';
import { proseBlock } from '../../draft/proseBlock.ts';
import type { Stretch } from '../../text/sentences.ts';
import { decodeText } from '../encoding.ts';
import { furnitureStart } from '../furniture.ts';
import { readHeader } from '../metadata.ts';
import type { Reader } from './reader.ts';

export const textReader: Reader = {
  extensions: ['txt', 'text'],
  async read(bytes) {
    const decoded = decodeText(bytes);
    if (decoded.kind === 'unreadable') return decoded;
    const { text } = decoded;
    const { end, stated } = readHeader(text);
    return { kind: 'read', text, prose: readProse(text, end), stated };
  },
};

/** Everything between the header and the page furniture, without addresses. */
function readProse(text: string, start: number): readonly Stretch[] {
  const end = Math.max(start, furnitureStart(text));
  const block = proseBlock('paragraph', text, { start, end }, plainHoles(text.slice(start, end), start));
  return block === null ? [] : [{ start: block.start, end: block.end, holes: block.holes }];
}
