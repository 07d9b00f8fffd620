/** Name records: the mentions of one name in a segment, as bytes. */

import type { Numbers } from './numberLists.ts';
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

/**
 * Where the numbers of a record stand in its row: a name that many articles have is read as rows of numbers, of which
 * few become records. The kind stands in the lowest bit of `written`; `title` is 0 where there is none.
 */
const AT = {
  sentence: 0,
  order: 1,
  start: 2,
  length: 3,
  written: 4,
  title: 5,
  titleStart: 6,
  titleLength: 7,
};

/** How many numbers a row has. */
export const ROW = 8;

/** Puts the row of a record behind others. */
export function addRow(rows: Numbers, record: NameRecord): void {
  const { sentence, order, start, length, written, kind, title } = record;
  rows.push(sentence);
  rows.push(order);
  rows.push(start);
  rows.push(length);
  rows.push(written * 2 + (kind === 'body' ? 1 : 0));
  rows.push(title === null ? 0 : title.term);
  rows.push(title === null ? 0 : title.start);
  rows.push(title === null ? 0 : title.length);
}

/** Reads the record that follows one of the sentence `before` into the row that begins at index `at`. */
export function readRow(before: number, reader: NumberReader, rows: Uint32Array, at: number): void {
  rows[at + AT.sentence] = before + reader.next();
  rows[at + AT.order] = reader.next();
  rows[at + AT.start] = reader.next();
  rows[at + AT.length] = reader.next();
  rows[at + AT.written] = reader.next();
  const title = reader.next();
  rows[at + AT.title] = title;
  rows[at + AT.titleStart] = title === 0 ? 0 : reader.next();
  rows[at + AT.titleLength] = title === 0 ? 0 : reader.next();
}

/**
 * Takes the row at index `at` of `rows` to index `to` of `taken`; what it has as `written` and `title` are places in these
 * lists of terms.
 */
export function takeRow(
  rows: Uint32Array,
  at: number,
  terms: RowTerms,
  taken: Uint32Array,
  to: number,
): void {
  for (let field = 0; field < ROW; field += 1) taken[to + field] = rows[at + field] ?? 0;
  const coded = taken[to + AT.written] ?? 0;
  taken[to + AT.written] = (terms.written[coded >>> 1] ?? 0) * 2 + (coded % 2);
  taken[to + AT.title] = terms.titles[taken[to + AT.title] ?? 0] ?? 0;
}

/** Terms of names as written, and of titles, the first of which is none. */
export interface RowTerms {
  readonly written: Uint32Array;
  readonly titles: Uint32Array;
}

/** Writes the record of a row after one whose sentence is `distance` before its own. */
export function writeRow(rows: Uint32Array, at: number, distance: number, writer: NumberWriter): void {
  writer.push(distance);
  const end = titleOf(rows, at) === 0 ? AT.title : AT.titleLength;
  for (let field = AT.order; field <= end; field += 1) writer.push(rows[at + field] ?? 0);
}

/** The record of a row. */
export function recordOf(rows: Uint32Array, at: number): NameRecord {
  const term = titleOf(rows, at);
  const title = { term, start: rows[at + AT.titleStart] ?? 0, length: rows[at + AT.titleLength] ?? 0 };
  return {
    sentence: sentenceOf(rows, at),
    order: orderOf(rows, at),
    start: startOf(rows, at),
    length: rows[at + AT.length] ?? 0,
    written: writtenOf(rows, at),
    kind: kindOf(rows, at),
    title: term === 0 ? null : title,
  };
}

export function sentenceOf(rows: Uint32Array, at: number): number {
  return rows[at + AT.sentence] ?? 0;
}

export function orderOf(rows: Uint32Array, at: number): number {
  return rows[at + AT.order] ?? 0;
}

/** Term of the name as written. */
export function writtenOf(rows: Uint32Array, at: number): number {
  return (rows[at + AT.written] ?? 0) >>> 1;
}

export function startOf(rows: Uint32Array, at: number): number {
  return rows[at + AT.start] ?? 0;
}

export function kindOf(rows: Uint32Array, at: number): NameRecord['kind'] {
  return (rows[at + AT.written] ?? 0) % 2 === 1 ? 'body' : 'person';
}

/** Term of the title; 0 where there is none. */
export function titleOf(rows: Uint32Array, at: number): number {
  return rows[at + AT.title] ?? 0;
}
