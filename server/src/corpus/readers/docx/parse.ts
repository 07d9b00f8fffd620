/** DOCX: the paragraphs of a Word document, and its title and author. */

import { Parser } from 'htmlparser2';
import mammoth from 'mammoth';
import { fromBufferPromise } from 'yauzl';
import { NOTHING_STATED, oneLine, type StatedMetadata } from '../../stated.ts';
import { bytesInWords } from '../limits.ts';
import { joinParagraphs, proseOf } from '../paragraphs.ts';
import { type Text, Unreadable } from '../reader.ts';
import { lineStarts } from '../wrappedLines.ts';
import { paragraphsOf } from './words.ts';

/** Bytes of what a document may unpack to: the text of a thousand pages has 10 MB of XML; pictures come on top. */
const MOST_UNPACKED = 500 * 1024 * 1024;

/** Old Word documents, and new ones with a password, are compound files. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/** The paragraphs of a document: those of tables and text boxes too, notes last; deleted text of tracked changes is left out. */
export async function parseDocx(bytes: Uint8Array): Promise<Text> {
  if (COMPOUND_FILE.every((byte, index) => bytes[index] === byte))
    throw new Unreadable('encrypted, or a Word document in the format of before 2007');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const properties = await coreProperties(buffer);
  const { starts, text } = joinParagraphs(await paragraphsIn(buffer));
  // A line within a paragraph is prose of its own, as in a text file, or the words of two lines would make one fact.
  const prose = proseOf(
    text,
    [...new Set([...starts, ...lineStarts(text)])].toSorted((a, b) => a - b),
  );
  const origin = { format: 'docx', record: null, line: null, part: 'paragraph', starts } as const;
  return { kind: 'read', text, prose, stated: statedBy(properties), origin };
}

/** The parser's raw text has neither notes nor line breaks, so its tree is read before it would be made a page. */
async function paragraphsIn(buffer: Buffer): Promise<readonly string[]> {
  let paragraphs: readonly string[] = [];
  const transformDocument = (document: unknown): unknown => {
    paragraphs = paragraphsOf(document);
    return { type: 'document', children: [], comments: [] };
  };
  await mammoth.convertToHtml({ buffer }, { transformDocument, includeDefaultStyleMap: false });
  return paragraphs;
}

/** The XML of the document's properties, empty when it has none. Looks at the sizes of all parts before any is unpacked. */
async function coreProperties(buffer: Buffer): Promise<string> {
  const archive = await fromBufferPromise(buffer);
  let unpacked = 0;
  let found = '';
  for await (const entry of archive.eachEntry()) {
    unpacked += entry.uncompressedSize;
    if (unpacked > MOST_UNPACKED) throw new Unreadable(`unpacks to more than ${bytesInWords(MOST_UNPACKED)}`);
    if (entry.fileName !== 'docProps/core.xml' || entry.uncompressedSize > LONGEST_PROPERTIES) continue;
    const stream: AsyncIterable<Buffer> = await archive.openReadStreamPromise(entry);
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece);
    found = Buffer.concat(pieces).toString('utf8');
  }
  return found;
}

const LONGEST_PROPERTIES = 1024 * 1024;

/** Title and author. The day a document was created or saved is not the day it was published. */
function statedBy(xml: string): StatedMetadata {
  const values = new Map<string, string>();
  let element = '';
  const parser = new Parser(
    {
      onopentag: (name) => {
        element = name;
      },
      ontext: (text) => void values.set(element, (values.get(element) ?? '') + text),
      onclosetag: () => {
        element = '';
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  parser.end();
  const value = (name: string): string | null => oneLine(values.get(name) ?? '') || null;
  return { ...NOTHING_STATED, title: value('dc:title'), author: value('dc:creator') };
}
