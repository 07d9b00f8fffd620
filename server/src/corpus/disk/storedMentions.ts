/** Stored mentions: all mentions of one name as columns of numbers, of which those that are told become objects. */

import { officeOf } from '../../claims/title.ts';
import type { MentionTable, WrittenMention } from '../index/knownNames.ts';
import { type NameRecord, readRecord } from './nameRecord.ts';
import { NumberReader } from './numbers.ts';
import type { Shelf } from './retrieval.ts';
import { isGone, type Segment } from './segments.ts';
import type { TermDictionary } from './terms.ts';

/** A mention as it was read; its sentence is that of the index. */
type Stored = NameRecord;

/** The mentions of one name in the segments that were read, without those of articles that are gone. */
export class StoredMentions implements MentionTable {
  readonly #shelf: Pick<Shelf, 'segments'>;
  readonly #terms: TermDictionary;
  readonly #stored: Stored[] = [];
  /** By index: `article` is looked up once. */
  readonly #made = new Map<number, WrittenMention>();
  readonly #offices = new Map<number, string | null>();

  constructor(shelf: Pick<Shelf, 'segments'>, terms: TermDictionary) {
    this.#shelf = shelf;
    this.#terms = terms;
  }

  get length(): number {
    return this.#stored.length;
  }

  /** Takes in the records of a segment. */
  read({ firstSentence }: Segment, records: Uint8Array): void {
    const { goneSentences } = this.#shelf.segments;
    const reader = new NumberReader(records);
    for (let before = firstSentence; !reader.isAtEnd; ) {
      const record = readRecord(before, reader);
      before = record.sentence;
      if (!isGone(goneSentences, record.sentence)) this.#stored.push(record);
    }
  }

  orderOf(at: number): number {
    return this.#stored[at]?.order ?? 0;
  }

  writingOf(at: number): number {
    return this.#stored[at]?.written ?? 0;
  }

  officeOf(at: number): string | null {
    const title = this.#stored[at]?.title ?? null;
    if (title === null) return null;
    const known = this.#offices.get(title.term);
    if (known !== undefined) return known;
    const office = officeOf(this.#terms.textOf(title.term));
    this.#offices.set(title.term, office);
    return office;
  }

  mention(at: number): WrittenMention {
    const known = this.#made.get(at);
    if (known !== undefined) return known;
    const stored = this.#stored[at];
    if (stored === undefined) throw new RangeError(`there is no mention ${at}`);
    const made = this.#mentionOf(stored, this.officeOf(at));
    this.#made.set(at, made);
    return made;
  }

  #mentionOf({ sentence, order, start, length, written, kind, title }: Stored, office: string | null) {
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
