/** Plain-text articles, with or without YAML front matter. */

import type { Stretch } from '../../text/sentences.ts';
import type { Span } from '../../text/span.ts';
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

/** Everything between the header and the page furniture, without addresses; each entry of a list of figures by itself. */
function readProse(text: string, start: number): readonly Stretch[] {
  const end = Math.max(start, furnitureStart(text));
  const cuts = [start, ...entryEdges(text, { start, end }), end];
  return cuts.slice(1).flatMap((cut, at) => stretchOf(text, { start: cuts[at] ?? start, end: cut }));
}

/** `Deaths in Dorland: 417`: a name and a figure, with a few words behind it. */
const ENTRY = /^[ \t]{0,9}\p{Lu}[^:.!?]{0,80}:[ \t]{1,9}[^:.!?\p{L}\d]{0,3}\d[^:!?]{0,40}$/u;

/**
 * Where the entries within `span` begin, and where the last of each list ends. One line alone may be part of a sentence that
 * is wrapped there; two such lines, one after the other, are none.
 */
function entryEdges(text: string, { start, end }: Span): readonly number[] {
  const edges: number[] = [];
  let before: number | null = null;
  let isList = false;
  /** Hardly a line of prose has one, and most lines are not looked at for that. */
  let colon = -1;
  for (let at = start; at < end; ) {
    const next = Math.min(end, indexOrEnd(text, '\n', at) + 1);
    if (colon < at) colon = indexOrEnd(text, ':', at);
    const isEntry = colon < next && ENTRY.test(text.slice(at, next).trimEnd());
    if (isEntry && before !== null) {
      if (!isList) edges.push(before);
      edges.push(at);
      isList = true;
    } else if (!isEntry && isList) {
      // The last entry goes on where the line behind it begins with a small letter.
      if (!/^\s*\p{Ll}/u.test(text.slice(at, at + LONGEST_INDENT))) edges.push(at);
      isList = false;
    }
    before = isEntry ? at : null;
    at = next;
  }
  return edges.filter((edge) => edge > start);
}

function indexOrEnd(text: string, sign: string, from: number): number {
  const index = text.indexOf(sign, from);
  return index === -1 ? text.length : index;
}

const LONGEST_INDENT = 20;
