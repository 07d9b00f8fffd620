/** JSON: one article, or a list of them, as news services answer. JSON Lines under the name of JSON are read as such. */

import * as z from 'zod';
import { decodeText } from '../encoding.ts';
import { readLine } from './jsonLines.ts';
import { countInWords } from './limits.ts';
import { type Reader, type Reading, Unreadable } from './reader.ts';
import { fieldsOf, recordText, TEXT_FIELDS } from './record.ts';
import { readRecord, unreadableRecord } from './recordText.ts';

export const jsonReader: Reader = {
  extensions: ['json'],
  format: 'json',
  async *read(source, { signal, limits }) {
    const decoded = decodeText(await source.bytes());
    if (decoded.kind === 'unreadable') throw new Unreadable(decoded.reason);
    if (hasMoreValues(decoded.text, limits.jsonValues))
      throw new Unreadable(`holds more than ${countInWords(limits.jsonValues)} values`);
    const value = parse(decoded.text);
    if (value === undefined) return yield* readLines(decoded.text, signal, limits.jsonValues);
    const object = objectSchema.safeParse(value);
    if (object.success && recordText(fieldsOf(object.data)) !== null)
      return yield await readRecord(fieldsOf(object.data), { format: 'json', record: null, line: null });
    const list = listIn(value);
    if (list === null)
      throw new Unreadable(`no article: an object with a ${TEXT_FIELDS} field, or a list of them`);
    for (const [index, item] of list.entries()) {
      signal.throwIfAborted();
      yield await readItem(item, index + 1);
    }
  },
};

const objectSchema = z.record(z.string(), z.unknown());

/** The value of a JSON text; undefined when it is none. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a JSON text has more than `most` objects, lists and members of them, told without making any. */
function hasMoreValues(text: string, most: number): boolean {
  let values = 0;
  let isString = false;
  for (let at = 0; at < text.length && values <= most; at += 1) {
    const code = text.charCodeAt(at);
    if (code === CODE.quotationMark) isString = !isString;
    else if (code === CODE.backslash) at += 1;
    else if (!isString && (code === CODE.comma || code === CODE.bracket || code === CODE.brace)) values += 1;
  }
  return values > most;
}

const CODE = { quotationMark: 0x22, comma: 0x2c, bracket: 0x5b, backslash: 0x5c, brace: 0x7b };

async function readItem(item: unknown, record: number): Promise<Reading> {
  const object = objectSchema.safeParse(item);
  if (!object.success) return unreadableRecord({ record, line: null }, 'not a JSON object');
  return readRecord(fieldsOf(object.data), { format: 'json', record, line: null });
}

/** The list of articles: the value itself, or the first field of it, or of an object in it, that is a list of objects. */
function listIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return isOfObjects(value) ? value : null;
  const outer = objectSchema.safeParse(value);
  if (!outer.success) return null;
  const inner = Object.values(outer.data);
  const deeper = inner.flatMap((each) => {
    const object = objectSchema.safeParse(each);
    return object.success ? Object.values(object.data) : [];
  });
  return (
    [...inner, ...deeper].find((each): each is unknown[] => Array.isArray(each) && isOfObjects(each)) ?? null
  );
}

/** A list of which some item has a text; the others are told. */
function isOfObjects(list: readonly unknown[]): boolean {
  return list.some((item) => {
    const object = objectSchema.safeParse(item);
    return object.success && recordText(fieldsOf(object.data)) !== null;
  });
}

/** Reads a text that is no JSON as a whole by its lines, `most` at most, when the first of them is a JSON object. */
async function* readLines(text: string, signal: AbortSignal, most: number): AsyncGenerator<Reading> {
  const first = text.slice(0, text.indexOf('\n') + 1);
  if (!objectSchema.safeParse(parse(first)).success)
    throw new Unreadable(/[}\]]\s*$/.test(text.slice(-100)) ? 'not valid JSON' : 'JSON that is cut off');
  let line = 0;
  // A list of all lines takes ten times the memory of a text of empty ones, which hold no value that would be counted.
  for (let start = 0; start < text.length; ) {
    signal.throwIfAborted();
    if (++line > most)
      throw new Unreadable(`holds more than ${countInWords(most)} lines; the rest is not read`);
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    const written = text.slice(start, end);
    if (written.trim() !== '') yield await readLine(written, line);
    start = end + 1;
  }
}
