/** Merging mentions: makes the records of a name in one segment of those in several. */

import { MentionRows } from './mentionRows.ts';
import type { Row } from './mergeLists.ts';
import { ROW, readRow, sentenceOf } from './nameRecord.ts';
import { MOST_KEPT } from './nameSample.ts';
import { NumberReader, type NumberWriter } from './numbers.ts';

/** The records of `rows`, those of one name, without what is gone and of very many those that are kept. */
export function mergeMentions(rows: readonly Row[], gone: Uint32Array, writer: NumberWriter): Uint8Array {
  writer.clear();
  const [first] = rows;
  if (first === undefined) return writer.bytes();
  const length = rows.reduce((sum, { list }) => sum + list.length, 0);
  if (gone.length === 0 && length <= MOST_KEPT * SHORTEST) {
    let before = 0;
    for (const { part, list } of rows) {
      if (list.length > 0) before = append(list, part.sentenceShift, before, writer);
    }
    return writer.bytes();
  }
  const mentions = new MentionRows();
  for (const { part, list } of rows) mentions.read(list, part.segment.firstSentence, gone);
  mentions.sift();
  mentions.write(first.part.segment.firstSentence - first.part.sentenceShift, writer);
  return writer.bytes();
}

/** Bytes of the shortest record: fewer do not make more records than are kept. */
const SHORTEST = 6;

/** As `appendAscending`, for records: of their bytes only those of the first sentence change. */
function append(list: Uint8Array, shift: number, before: number, writer: NumberWriter): number {
  const first = new NumberReader(list);
  writer.push(first.next() + shift - before);
  writer.append(list.subarray(first.at));
  const reader = new NumberReader(list);
  const row = new Uint32Array(ROW);
  let last = 0;
  while (!reader.isAtEnd) {
    readRow(last, reader, row, 0);
    last = sentenceOf(row, 0);
  }
  return last + shift;
}
