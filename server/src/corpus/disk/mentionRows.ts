/** Mention rows: the records of one name, read one list after the other into room that is kept. */

import { ROW, type RowTerms, readRow, sentenceOf, takeRow, writeRow } from './nameRecord.ts';
import { sampleOf } from './nameSample.ts';
import { NumberReader, type NumberWriter } from './numbers.ts';
import { isGone } from './segments.ts';

/** Rows of `nameRecord` on end, their sentences those of the index. */
export class MentionRows {
  rows = new Uint32Array(0);
  /** How many rows there are. */
  length = 0;

  /** Begins anew; the room stays. */
  clear(): void {
    this.length = 0;
  }

  /** Takes in the records of a segment that begins at this sentence, without those of sentences that are `gone`. */
  read(records: Uint8Array, firstSentence: number, gone: Uint32Array): void {
    const reader = new NumberReader(records);
    this.#makeRoom(Math.ceil(records.length / USUAL_BYTES));
    for (let before = firstSentence; !reader.isAtEnd; ) {
      this.#makeRoom(1);
      const at = this.length * ROW;
      readRow(before, reader, this.rows, at);
      before = sentenceOf(this.rows, at);
      // The next one is read over one that is gone.
      if (!isGone(gone, before)) this.length += 1;
    }
  }

  /** Takes in the row at index `at` of others, of a segment that is built, with its `terms`. */
  take(rows: Uint32Array, at: number, terms: RowTerms): void {
    this.#makeRoom(1);
    takeRow(rows, at, terms, this.rows, this.length * ROW);
    this.length += 1;
  }

  /** Leaves those that are kept of a name (`sampleOf`), in order. */
  sift(): void {
    const kept = sampleOf(this.rows, this.length);
    if (kept.length === this.length) return;
    for (const [at, row] of kept.entries()) {
      this.rows.copyWithin(at * ROW, row * ROW, (row + 1) * ROW);
    }
    this.length = kept.length;
  }

  /** Writes all rows, which are in order, counted from this sentence of the index. */
  write(firstSentence: number, writer: NumberWriter): void {
    let before = firstSentence;
    for (let at = 0; at < this.length * ROW; at += ROW) {
      const sentence = sentenceOf(this.rows, at);
      writeRow(this.rows, at, sentence - before, writer);
      before = sentence;
    }
  }

  #makeRoom(more: number): void {
    const needed = (this.length + more) * ROW;
    if (needed <= this.rows.length) return;
    const larger = new Uint32Array(Math.max(needed, 2 * this.rows.length));
    larger.set(this.rows);
    this.rows = larger;
  }
}

/** Bytes of a record without a title, five of which tell the order of its article. */
const USUAL_BYTES = 12;
