/** Plain-text articles, with or without YAML front matter. */

import type { Stretch } from '../../text/sentences.ts';
import { furnitureStart } from '../furniture.ts';
import { readHeader } from '../metadata.ts';
import { stretchOf } from './paragraphs.ts';
import type { Reader } from './reader.ts';
import { wholeText } from './wholeText.ts';

export const textReader: Reader = {
  // The markup of the last two is light enough to be read over, as that of Markdown in a text file is.
  extensions: ['txt', 'text', 'rst', 'adoc', 'asciidoc'],
  format: 'text',
  async *read(source, { limits }) {
    const text = await wholeText(source, limits);
    const { end, stated } = readHeader(text);
    yield { kind: 'read', text, prose: readProse(text, end), stated, origin: null };
  },
};

/** Everything between the header and the page furniture, without addresses. */
function readProse(text: string, start: number): readonly Stretch[] {
  const end = Math.max(start, furnitureStart(text));
  return stretchOf(text, { start, end });
}
