/** Segment lists: the posting lists of a built segment as bytes, less what is removed at the same time. */

import { MentionRows } from './mentionRows.ts';
import { type NameKeys, nameKeysOf } from './nameKeys.ts';
import type { RowTerms } from './nameRecord.ts';
import { encodeAscending, NumberWriter } from './numbers.ts';
import { KIND } from './schema.ts';
import type { SegmentBuilder } from './segmentBuilder.ts';
import type { KeysByKind, TermNumbers } from './terms.ts';

/** One posting list of a segment. */
export interface SegmentList {
  readonly term: number;
  /**
   * By how much the segment adds to how often the term stands in the corpus. Negative where more is removed with it than
   * added: what is removed stays in the lists of older segments, and is taken from their counts here.
   */
  readonly count: number;
  readonly bytes: Uint8Array;
}

/** A built segment with what its names are filed under. */
interface Built extends Pick<SegmentBuilder, 'names'> {
  readonly sentences: ReadonlyMap<string, Uint32Array>;
  readonly words: ReadonlyMap<string, Uint32Array>;
  readonly mentions: ReadonlyMap<string, Uint32Array>;
  readonly nameKeys: NameKeys;
}

/** The lists of `added`, counted less those of `removed`, in order of their terms. */
export function segmentLists(
  added: SegmentBuilder,
  removed: SegmentBuilder,
  terms: TermNumbers,
): SegmentList[] {
  const [plus, minus] = [builtOf(added), builtOf(removed)];
  terms.prepare([...keysOf(plus), ...keysOf(minus)]);
  const rowTerms = rowTermsOf(plus, terms);
  const lists: SegmentList[] = [];
  const writer = new NumberWriter();
  const room = new MentionRows();
  const counted = <T>(
    kind: string,
    of: (built: Built) => ReadonlyMap<string, T>,
    countOf: (list: T) => number,
    encode: (list: T) => Uint8Array,
  ): void => {
    const [here, gone] = [of(plus), of(minus)];
    for (const [key, own] of here) {
      const less = gone.get(key);
      const count = countOf(own) - (less === undefined ? 0 : countOf(less));
      lists.push({ term: terms.of(kind, key), count, bytes: encode(own) });
    }
    for (const [key, less] of gone) {
      const count = -countOf(less);
      if (!here.has(key) && count !== 0) lists.push({ term: terms.of(kind, key), count, bytes: NOTHING });
    }
  };
  const ascending = (list: Uint32Array): Uint8Array => encodeAscending(list, writer);
  const names = (counts: ReadonlyMap<string, number>): Uint8Array =>
    ascending(Uint32Array.from(counts.keys(), (name) => terms.of(KIND.name, name)).sort());
  const rows = added.names.rows.read();
  counted(KIND.sentence, ({ sentences }) => sentences, lengthOf, ascending);
  counted(KIND.word, ({ words }) => words, lengthOf, ascending);
  counted(
    KIND.name,
    ({ mentions }) => mentions,
    lengthOf,
    (mentions) => encodeMentions(mentions, rows, rowTerms, room, writer),
  );
  counted(KIND.nameWord, ({ nameKeys }) => nameKeys.words, sumOf, names);
  counted(KIND.office, ({ nameKeys }) => nameKeys.offices, sumOf, names);
  return lists.sort((a, b) => a.term - b.term);
}

const NOTHING = new Uint8Array(0);

function builtOf(builder: SegmentBuilder): Built {
  const { names } = builder;
  const mentions = names.mentionsByName();
  return {
    sentences: builder.sentencesByKey(),
    words: builder.placesByWord(),
    names,
    mentions,
    nameKeys: nameKeysOf(names, mentions),
  };
}

function lengthOf({ length }: { readonly length: number }): number {
  return length;
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function rowTermsOf({ names: { writtenNames, titles } }: Built, terms: TermNumbers): RowTerms {
  return {
    written: Uint32Array.from(writtenNames.keys(), (name) => terms.of(KIND.writtenName, name)),
    titles: Uint32Array.from(titles.keys(), (title) => (title === '' ? 0 : terms.of(KIND.title, title))),
  };
}

/** The records of the `mentions`, indices among the rows of all names; of very many those that are kept. */
function encodeMentions(
  mentions: Uint32Array,
  rows: Uint32Array,
  terms: RowTerms,
  room: MentionRows,
  writer: NumberWriter,
): Uint8Array {
  room.clear();
  for (const at of mentions) room.take(rows, at, terms);
  room.sift();
  writer.clear();
  room.write(0, writer);
  return writer.bytes();
}

function keysOf({ sentences, words, names, mentions, nameKeys }: Built): KeysByKind {
  const [, ...titles] = names.titles.keys();
  return [
    [KIND.sentence, sentences.keys()],
    [KIND.word, words.keys()],
    [KIND.nameWord, nameKeys.words.keys()],
    [KIND.office, nameKeys.offices.keys()],
    [KIND.rawWord, nameKeys.rawWords],
    [KIND.name, mentions.keys()],
    [KIND.writtenName, names.writtenNames.keys()],
    [KIND.title, titles],
  ];
}
