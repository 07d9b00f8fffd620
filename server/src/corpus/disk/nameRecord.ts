/** Name records: the mentions of one name in a segment, as bytes. */

import type { NumberReader, NumberWriter } from './numbers.ts';

/** One mention. Offsets are those of the article's text, terms those of the dictionary. */
export interface NameRecord {
  /** The sentence, which tells the article too. */
  readonly sentence: number;
  /** Decides which mentions are told where there are many: the same in every backend and layout. */
  readonly order: number;
  readonly start: number;
  readonly length: number;
  /** Term of the name as written. */
  readonly written: number;
  readonly kind: 'person' | 'body';
  readonly title: { readonly term: number; readonly start: number; readonly length: number } | null;
}

/** Writes a record after one of the sentence `before`. */
export function writeRecord(record: NameRecord, before: number, writer: NumberWriter): void {
  writer.push(record.sentence - before);
  writer.push(record.order);
  writer.push(record.start);
  writer.push(record.length);
  writer.push(record.written * 2 + (record.kind === 'body' ? 1 : 0));
  writer.push(record.title?.term ?? 0);
  if (record.title === null) return;
  writer.push(record.title.start);
  writer.push(record.title.length);
}

/** Reads the record that follows one of the sentence `before`. */
export function readRecord(before: number, reader: NumberReader): NameRecord {
  const sentence = before + reader.next();
  const order = reader.next();
  const start = reader.next();
  const length = reader.next();
  const coded = reader.next();
  const term = reader.next();
  const title = term === 0 ? null : { term, start: reader.next(), length: reader.next() };
  const kind = coded % 2 === 1 ? 'body' : 'person';
  return { sentence, order, start, length, written: coded >>> 1, kind, title };
}
