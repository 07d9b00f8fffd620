/** Segment lists: the posting lists of a built segment as bytes, less what is removed at the same time. */

import { writeRecord } from './nameRecord.ts';
import { encodeAscending, NumberWriter } from './numbers.ts';
import { KIND } from './schema.ts';
import type { BuiltMention, SegmentBuilder } from './segmentBuilder.ts';
import type { TermNumbers } from './terms.ts';

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

/** The lists of `added`, counted less those of `removed`, in order of their terms. */
export function segmentLists(
  added: SegmentBuilder,
  removed: SegmentBuilder,
  terms: TermNumbers,
): SegmentList[] {
  terms.prepare(new Set([...termsOf(added), ...termsOf(removed)]));
  const lists: SegmentList[] = [];
  const writer = new NumberWriter();
  const counted = <T>(
    kind: string,
    of: (builder: SegmentBuilder) => ReadonlyMap<string, T>,
    countOf: (list: T) => number,
    encode: (list: T) => Uint8Array,
  ): void => {
    const [plus, minus] = [of(added), of(removed)];
    for (const key of new Set([...plus.keys(), ...minus.keys()])) {
      const [own, gone] = [plus.get(key), minus.get(key)];
      const count = (own === undefined ? 0 : countOf(own)) - (gone === undefined ? 0 : countOf(gone));
      if (own === undefined && count === 0) continue;
      lists.push({ term: terms.of(kind + key), count, bytes: own === undefined ? NOTHING : encode(own) });
    }
  };
  const ascending = (list: readonly number[]): Uint8Array => encodeAscending(list, writer);
  const names = (names: ReadonlyMap<string, number>): Uint8Array =>
    ascending([...names.keys()].map((name) => terms.of(KIND.name + name)).sort((a, b) => a - b));
  counted(KIND.sentence, ({ sentences }) => sentences, lengthOf, ascending);
  counted(KIND.word, ({ words }) => words, lengthOf, ascending);
  counted(
    KIND.name,
    ({ names: all }) => all,
    lengthOf,
    (mentions) => encodeMentions(mentions, terms, writer),
  );
  counted(KIND.nameWord, ({ nameWords }) => nameWords, sumOf, names);
  counted(KIND.office, ({ offices }) => offices, sumOf, names);
  return lists.sort((a, b) => a.term - b.term);
}

const NOTHING = new Uint8Array(0);

function lengthOf({ length }: { readonly length: number }): number {
  return length;
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function encodeMentions(
  mentions: readonly BuiltMention[],
  terms: TermNumbers,
  writer: NumberWriter,
): Uint8Array {
  writer.clear();
  let before = 0;
  for (const { written, title, ...mention } of mentions) {
    const { start = 0, length = 0 } = title ?? {};
    const named = title === null ? null : { term: terms.of(KIND.title + title.text), start, length };
    writeRecord({ ...mention, written: terms.of(KIND.writtenName + written), title: named }, before, writer);
    before = mention.sentence;
  }
  return writer.bytes();
}

function* termsOf(builder: SegmentBuilder): Generator<string> {
  for (const key of builder.sentences.keys()) yield KIND.sentence + key;
  for (const key of builder.words.keys()) yield KIND.word + key;
  for (const key of builder.nameWords.keys()) yield KIND.nameWord + key;
  for (const key of builder.offices.keys()) yield KIND.office + key;
  for (const key of builder.rawWords) yield KIND.rawWord + key;
  for (const [key, mentions] of builder.names) {
    yield KIND.name + key;
    for (const { written, title } of mentions) {
      yield KIND.writtenName + written;
      if (title !== null) yield KIND.title + title.text;
    }
  }
}
