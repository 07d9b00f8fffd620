/** Stored mentions: all mentions of one name as columns of numbers, of which those that are told become objects. */

import { officeOf } from '../../claims/title.ts';
import type { MentionTable, WrittenMention } from '../index/knownNames.ts';
import {
  type NameRecord,
  orderOf,
  ROW,
  readRow,
  recordOf,
  sentenceOf,
  titleOf,
  writtenOf,
} from './nameRecord.ts';
import { NumberReader } from './numbers.ts';
import type { Shelf } from './retrieval.ts';
import { isGone, type Segment } from './segments.ts';
import type { TermDictionary } from './terms.ts';

/** Room for rows that one name after another is read into. */
export interface RowRoom {
  rows: Uint32Array;
}

/** The mentions of one name in the segments that were read, without those of articles that are gone. */
export class StoredMentions implements MentionTable {
  readonly #shelf: Pick<Shelf, 'segments'>;
  readonly #terms: TermDictionary;
  /** Its rows are those of all mentions on end; their sentences are those of the index. */
  readonly #room: RowRoom;
  #length = 0;
  /** By index: `article` is looked up once. */
  readonly #made = new Map<number, WrittenMention>();
  readonly #offices = new Map<number, string | null>();

  /** Until another is made in the same room. */
  constructor(shelf: Pick<Shelf, 'segments'>, terms: TermDictionary, room: RowRoom) {
    this.#shelf = shelf;
    this.#terms = terms;
    this.#room = room;
  }

  get length(): number {
    return this.#length;
  }

  /** Takes in the records of a segment. */
  read({ firstSentence }: Segment, records: Uint8Array): void {
    const { goneSentences } = this.#shelf.segments;
    const reader = new NumberReader(records);
    this.#makeRoom(Math.ceil(records.length / USUAL_BYTES));
    for (let before = firstSentence; !reader.isAtEnd; ) {
      this.#makeRoom(1);
      const at = this.#length * ROW;
      readRow(before, reader, this.#room.rows, at);
      before = sentenceOf(this.#room.rows, at);
      // The next one is read over one that is gone.
      if (!isGone(goneSentences, before)) this.#length += 1;
    }
  }

  #makeRoom(more: number): void {
    const needed = (this.#length + more) * ROW;
    if (needed <= this.#room.rows.length) return;
    const larger = new Uint32Array(Math.max(needed, 2 * this.#room.rows.length));
    larger.set(this.#room.rows);
    this.#room.rows = larger;
  }

  orderOf(at: number): number {
    return orderOf(this.#room.rows, at * ROW);
  }

  writingOf(at: number): number {
    return writtenOf(this.#room.rows, at * ROW);
  }

  officeOf(at: number): string | null {
    const title = titleOf(this.#room.rows, at * ROW);
    if (title === 0) return null;
    const known = this.#offices.get(title);
    if (known !== undefined) return known;
    const office = officeOf(this.#terms.textOf(title));
    this.#offices.set(title, office);
    return office;
  }

  mention(at: number): WrittenMention {
    const known = this.#made.get(at);
    if (known !== undefined) return known;
    if (at >= this.#length) throw new RangeError(`there is no mention ${at}`);
    const made = this.#mentionOf(recordOf(this.#room.rows, at * ROW), this.officeOf(at));
    this.#made.set(at, made);
    return made;
  }

  #mentionOf({ sentence, order, start, length, written, kind, title }: NameRecord, office: string | null) {
    const { segments } = this.#shelf;
    return {
      article: segments.idOf(segments.articleOfSentence(sentence)?.number ?? 0),
      order,
      start,
      end: start + length,
      title: title === null ? null : this.#terms.textOf(title.term),
      titleSpan: title === null ? null : { start: title.start, end: title.start + title.length },
      office,
      text: this.#terms.textOf(written),
      kind,
    };
  }
}

/** Bytes of a record without a title, five of which tell the order of its article. */
const USUAL_BYTES = 12;
