/** Merging lists: makes the posting lists of one segment of those of several. */

import { type Database, rowsOf, type Statement } from './database.ts';
import { mergeMentions } from './mergeMentions.ts';
import { appendAscending, decodeAscending, encodeAscending, NumberWriter } from './numbers.ts';
import { KIND, postingId, termOfId } from './schema.ts';
import { isGone, type Segment, type Segments } from './segments.ts';

/** Ranges of the index that are gone. */
export type Gone = Pick<Segments, 'goneSentences' | 'goneWords'>;

/** A segment that goes into another, and by how much its sentences and places move. */
export interface Part {
  readonly segment: Segment;
  readonly sentenceShift: number;
  readonly wordShift: number;
}

/** One list on its way into the merged segment. */
export interface Row {
  readonly part: Part;
  readonly term: number;
  readonly count: number;
  readonly list: Uint8Array;
}

/** Writes the lists of all parts as those of the segment `into`, without what is gone. */
export function mergePostings(database: Database, parts: readonly Part[], into: number, gone: Gone): void {
  const insert = database.prepare('INSERT INTO postings (id, count, list) VALUES (?, ?, ?)');
  const kinds = new Kinds(database);
  const writer = new NumberWriter();
  try {
    for (const rows of termByTerm(database, parts)) {
      const [{ term }] = rows;
      const count = rows.reduce((sum, row) => sum + row.count, 0);
      const list = mergeLists(kinds.of(term), rows, gone, writer);
      // A list without anything left still counts what older segments hold of articles that are gone.
      if (list.length > 0 || count !== 0) insert.run(postingId(into, term), count, list);
    }
  } finally {
    kinds.close();
  }
}

/** The kinds of terms, asked for in their order: of many the dictionary is read once, of few it is looked up here and there. */
class Kinds {
  readonly #from: Statement;
  #rows: Iterator<Record<string, unknown>> = NO_ROWS;
  #row: IteratorResult<Record<string, unknown>> = { done: true, value: undefined };

  constructor(database: Database) {
    this.#from = database.prepare(
      'SELECT number, substr(term, 1, 1) AS kind FROM terms WHERE number >= ? ORDER BY number',
    );
    this.#seek(0);
  }

  of(term: number): string {
    for (let step = 0; step < NEAR && this.#isBefore(term); step += 1) this.#row = this.#rows.next();
    if (this.#isBefore(term)) this.#seek(term);
    return this.#row.done === true ? '' : String(this.#row.value.kind);
  }

  /** Lets go of the rows that were not asked for: until then no other statement may write the log back. */
  close(): void {
    this.#rows.return?.();
  }

  #isBefore(term: number): boolean {
    return this.#row.done !== true && Number(this.#row.value.number) < term;
  }

  #seek(term: number): void {
    this.close();
    this.#rows = rowsOf(this.#from, term);
    this.#row = this.#rows.next();
  }
}

const NO_ROWS: Iterator<Record<string, unknown>> = [][Symbol.iterator]();
/** Rows of the dictionary that are read in the time in which one is looked up. */
const NEAR = 8;

/** The lists of all parts, those of one term together, by term. */
function* termByTerm(database: Database, parts: readonly Part[]): Generator<[Row, ...Row[]]> {
  const streams = parts.map((part) => {
    const rows = listsOf(database, part);
    return { rows, next: rows.next() };
  });
  for (;;) {
    const terms = streams.map(({ next }) =>
      next.done === true ? Number.POSITIVE_INFINITY : next.value.term,
    );
    const term = Math.min(...terms);
    if (term === Number.POSITIVE_INFINITY) return;
    const group: Row[] = [];
    for (const stream of streams) {
      if (stream.next.done === true || stream.next.value.term !== term) continue;
      group.push(stream.next.value);
      stream.next = stream.rows.next();
    }
    const [first, ...others] = group;
    if (first !== undefined) yield [first, ...others];
  }
}

function* listsOf(database: Database, part: Part): Generator<Row, undefined> {
  const { id } = part.segment;
  const select = database.prepare(
    'SELECT id, count, list FROM postings WHERE id >= ? AND id < ? ORDER BY id',
  );
  for (const row of rowsOf(select, postingId(id, 0), postingId(id + 1, 0))) {
    const list = row.list instanceof Uint8Array ? row.list : new Uint8Array(0);
    yield { part, term: termOfId(Number(row.id)), count: Number(row.count), list };
  }
  return undefined;
}

function mergeLists(kind: string, rows: readonly Row[], gone: Gone, writer: NumberWriter): Uint8Array {
  switch (kind) {
    case KIND.sentence:
      return mergeNumbers(rows, gone.goneSentences, sentenceRange, writer);
    case KIND.word:
      return mergeNumbers(rows, gone.goneWords, wordRange, writer);
    case KIND.name:
      return mergeMentions(rows, gone.goneSentences, writer);
    default:
      return encodeAscending(union(rows), writer);
  }
}

/** Where the numbers of a part begin in the index, and by how much they move in the merged segment. */
interface Range {
  readonly begin: number;
  readonly shift: number;
}

const sentenceRange = ({ segment, sentenceShift }: Part): Range => ({
  begin: segment.firstSentence,
  shift: sentenceShift,
});

const wordRange = ({ segment, wordShift }: Part): Range => ({ begin: segment.firstWord, shift: wordShift });

/** Lists on end, counted from the beginning of the first segment. */
function mergeNumbers(
  rows: readonly Row[],
  gone: Uint32Array,
  rangeOf: (part: Part) => Range,
  writer: NumberWriter,
): Uint8Array {
  writer.clear();
  let before = 0;
  for (const { part, list } of rows) {
    const { begin, shift } = rangeOf(part);
    if (list.length > 0 && gone.length === 0) {
      before = appendAscending(list, shift, before, writer);
      continue;
    }
    for (const number of decode(list)) {
      if (isGone(gone, begin + number)) continue;
      writer.push(number + shift - before);
      before = number + shift;
    }
  }
  return writer.bytes();
}

/** Names whose mentions are gone stay listed until the index is made anew; their count says that there are none. */
function union(rows: readonly Row[]): number[] {
  return [...new Set(rows.flatMap(({ list }) => [...decode(list)]))].sort((a, b) => a - b);
}

function decode(list: Uint8Array): Uint32Array {
  return decodeAscending(list, Number.POSITIVE_INFINITY) ?? new Uint32Array(0);
}
