/** Tables: CSV and TSV with a column for the text of articles, one article a row. Read row by row, whatever the size. */

import { Readable } from 'node:stream';
import type { Options } from 'csv-parse';
import * as z from 'zod';
import { DAMAGED, decodedStream } from './decodedStream.ts';
import { bytesInWords } from './limits.ts';
import { type ReadContext, type Reader, type Reading, Unreadable } from './reader.ts';
import { fieldsOf, isTextField, TEXT_FIELDS } from './record.ts';
import { readRecord, unreadableRecord } from './recordText.ts';

export const tableReader: Reader = {
  extensions: ['csv', 'tsv'],
  format: 'csv',
  async *read(source, context) {
    const pieces = decodedStream(source);
    const first = (await pieces.next()).value ?? '';
    const [, named] = SEPARATOR_LINE.exec(first) ?? [];
    // Of the line that names the delimiter its end stays, so that the lines after it keep their numbers.
    const table = named === undefined ? first : first.slice(first.search(LINE_END));
    const ofName = source.name.toLowerCase().endsWith('.tsv') ? '\t' : delimiterOf(table);
    yield* readRows(joined(table, pieces), named ?? ofName, context);
  },
};

/** `sep=;`, the first line that Excel asks for and other programs write for it. It names the delimiter and is no row. */
const SEPARATOR_LINE = /^"?sep=([^\r\n"])"?(?=[\r\n])/i;

const LINE_END = /[\r\n]/;

/** A row as the parser gives it, with the number of rows and lines up to its end. */
const rowSchema = z.object({
  record: z.array(z.string()),
  info: z.object({ records: z.int(), lines: z.int() }),
});

async function* readRows(
  pieces: AsyncIterable<string>,
  delimiter: string,
  { signal, limits }: ReadContext,
): AsyncGenerator<Reading> {
  // Folders without tables never load the parser.
  const { parse, CsvError } = await import('csv-parse');
  const parser = Readable.from(pieces).compose(parse(optionsFor(delimiter, limits.recordBytes)), { signal });
  let header: readonly string[] | null = null;
  let line = 1;
  let countedTwice = 0;
  try {
    for await (const row of parser) {
      signal.throwIfAborted();
      const { record, info } = rowSchema.parse(row);
      const { ends, pairs } = lineEndsIn(record);
      // The parser counts lines up to the end of a row, and both characters of a line end in a cell.
      countedTwice += pairs;
      line = info.lines - countedTwice - ends;
      if (header === null) header = headerOf(record);
      else if (delimiter === '\t' && takesInRows(record, header.length))
        yield unreadableRecord({ record: info.records - 1, line }, takenIn(line + ends));
      else yield await readRow(header, record, { record: info.records - 1, line });
      line = info.lines - countedTwice + 1;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Unreadable(tableProblem(error.code, line, limits.recordBytes));
  }
  if (header === null) throw new Unreadable('empty');
}

/** The line ends within the cells of a row, and how many of them are two characters. */
function lineEndsIn(cells: readonly string[]): { readonly ends: number; readonly pairs: number } {
  const found = cells.flatMap((cell) => cell.match(/\r\n|\r|\n/g) ?? []);
  return { ends: found.length, pairs: found.filter((end) => end.length === 2).length };
}

/**
 * Whether a cell of a row holds a line that has all cells of a row itself. Most programs that write tabs quote nothing, and
 * a quotation mark that opens a cell of theirs then ends rows later, if at all.
 */
function takesInRows(cells: readonly string[], columns: number): boolean {
  return cells.some((cell, column) => {
    const lines = cell.split(/\r\n|\r|\n/);
    return lines.some((line, index) => {
      const tabs = index === 0 ? 0 : line.split('\t').length - 1;
      const after = index === lines.length - 1 ? cells.length - 1 - column : 0;
      return tabs > 0 && tabs + after + 1 >= columns;
    });
  });
}

function takenIn(lastLine: number): string {
  return `opens a quotation mark that takes in the rows after it, up to line ${lastLine}`;
}

function optionsFor(delimiter: string, recordBytes: number): Options {
  return {
    delimiter,
    info: true,
    // Exports are careless: rows of other lengths and quotation marks inside unquoted cells are common.
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: recordBytes,
  };
}

function headerOf(names: readonly string[]): readonly string[] {
  if (names.some(isTextField)) return names;
  throw new Unreadable(`no column with the text of articles (${TEXT_FIELDS})`);
}

async function readRow(
  header: readonly string[],
  cells: readonly string[],
  place: { readonly record: number; readonly line: number },
): Promise<Reading> {
  if (cells.some((cell) => cell.includes(DAMAGED))) return unreadableRecord(place, 'damaged UTF-8');
  // A delimiter within a text, without quotation marks or with those of another dialect, has cut it: “killed 1” of “killed 1,200”.
  const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  if (filled > header.length)
    return unreadableRecord(place, `has ${filled} cells where the header has ${header.length}`);
  const fields = Object.fromEntries(header.map((name, column) => [name, cells[column] ?? '']));
  return readRecord(fieldsOf(fields), { format: 'csv', ...place });
}

function tableProblem(code: string, line: number, recordBytes: number): string {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return `cut off: the quotation mark that opens in line ${line} or after is not closed`;
    case 'CSV_MAX_RECORD_SIZE':
      return `a row in line ${line} or after is longer than ${bytesInWords(recordBytes)}`;
    default:
      return `not a table that can be read, in line ${line} or after`;
  }
}

const DELIMITERS = [',', ';', '\t', '|'];

/** The character that parts the most cells of the first line, quotation marks left aside. */
function delimiterOf(text: string): string {
  const line = text.slice(0, text.search(/\r|\n|$/)).replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: line.split(delimiter).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.delimiter ?? ',';
}

async function* joined(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}
