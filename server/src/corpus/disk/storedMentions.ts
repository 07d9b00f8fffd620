/** Stored mentions: all mentions of one name as columns of numbers, of which those that are told become objects. */

import { officeOf } from '../../claims/title.ts';
import type { MentionTable, WrittenMention } from '../index/knownNames.ts';
import type { MentionRows } from './mentionRows.ts';
import {
  kindOf,
  type NameRecord,
  orderOf,
  ROW,
  recordOf,
  sentenceOf,
  startOf,
  titleOf,
  writtenOf,
} from './nameRecord.ts';
import type { Shelf } from './retrieval.ts';
import type { TermDictionary } from './terms.ts';

/** The mentions of one name, without those of articles that are gone. */
export class StoredMentions implements MentionTable {
  /** Of all mentions, of which those that are told of may be a sample. */
  readonly count: number;
  readonly #shelf: Pick<Shelf, 'segments'>;
  readonly #terms: TermDictionary;
  /** Those of the segments on end. */
  readonly #mentions: MentionRows;
  /** By index: `article` is looked up once. */
  readonly #made = new Map<number, WrittenMention>();
  readonly #offices = new Map<number, string | null>();

  /** Until other rows are read into `mentions`. */
  constructor(shelf: Pick<Shelf, 'segments'>, terms: TermDictionary, mentions: MentionRows, count: number) {
    this.#shelf = shelf;
    this.#terms = terms;
    this.#mentions = mentions;
    this.count = count;
  }

  get length(): number {
    return this.#mentions.length;
  }

  orderOf(at: number): number {
    return orderOf(this.#mentions.rows, at * ROW);
  }

  writingOf(at: number): number {
    return writtenOf(this.#mentions.rows, at * ROW);
  }

  textOf(at: number): string {
    return this.#terms.textOf(this.writingOf(at));
  }

  kindOf(at: number): NameRecord['kind'] {
    return kindOf(this.#mentions.rows, at * ROW);
  }

  articleOf(at: number): number {
    return this.#articleNumber(sentenceOf(this.#mentions.rows, at * ROW));
  }

  startOf(at: number): number {
    return startOf(this.#mentions.rows, at * ROW);
  }

  officeOf(at: number): string | null {
    const title = titleOf(this.#mentions.rows, at * ROW);
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
    if (at >= this.length) throw new RangeError(`there is no mention ${at}`);
    const made = this.#mentionOf(recordOf(this.#mentions.rows, at * ROW), this.officeOf(at));
    this.#made.set(at, made);
    return made;
  }

  #mentionOf({ sentence, order, start, length, written, kind, title }: NameRecord, office: string | null) {
    return {
      article: this.#shelf.segments.idOf(this.#articleNumber(sentence)),
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

  #articleNumber(sentence: number): number {
    return this.#shelf.segments.articleOfSentence(sentence)?.number ?? 0;
  }
}
