/** JSON Lines: one article a line, as crawls and exports write them. A file of any size is read in constant memory. */

import * as z from 'zod';
import { DAMAGED, decodedStream } from './decodedStream.ts';
import { bytesInWords } from './limits.ts';
import type { Reader, Reading } from './reader.ts';
import { fieldsOf } from './record.ts';
import { readRecord, unreadableRecord } from './recordText.ts';

export const jsonLinesReader: Reader = {
  extensions: ['jsonl', 'ndjson', 'jsonlines'],
  format: 'json',
  async *read(source, { signal, limits }) {
    let line = 0;
    for await (const written of linesOf(decodedStream(source), limits.recordBytes)) {
      signal.throwIfAborted();
      line += 1;
      if (written === null) {
        yield unreadableRecord({ record: line, line }, `longer than ${bytesInWords(limits.recordBytes)}`);
      } else if (written.trim() !== '') yield await readLine(written, line);
    }
  },
};

const objectSchema = z.record(z.string(), z.unknown());

/** The article of one line. Bad lines are told, those around them read. */
export async function readLine(written: string, line: number): Promise<Reading> {
  const place = { record: line, line };
  if (written.includes(DAMAGED)) return unreadableRecord(place, 'damaged UTF-8');
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    const isCut = !/[}\]]\s*$/.test(written.slice(-100));
    return unreadableRecord(place, isCut ? 'JSON that is cut off' : 'not valid JSON');
  }
  const object = objectSchema.safeParse(value);
  if (!object.success) return unreadableRecord(place, 'not a JSON object');
  return readRecord(fieldsOf(object.data), { format: 'json', ...place });
}

/** The lines of a text that comes in pieces; null for a line longer than `longest` UTF-16 units, which is not held. */
async function* linesOf(pieces: AsyncIterable<string>, longest: number): AsyncGenerator<string | null> {
  let held: string[] = [];
  let length = 0;
  const take = (): string | null => {
    const line = length > longest ? null : held.join('');
    held = [];
    length = 0;
    return line;
  };
  const hold = (part: string): void => {
    length += part.length;
    if (length > longest) held = [];
    else held.push(part);
  };
  for await (const piece of pieces) {
    let from = 0;
    for (let at = piece.indexOf('\n'); at !== -1; at = piece.indexOf('\n', from)) {
      hold(piece.slice(from, at));
      yield take();
      from = at + 1;
    }
    hold(piece.slice(from));
  }
  if (length > 0) yield take();
}
