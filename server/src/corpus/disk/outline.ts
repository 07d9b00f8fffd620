/** Outlines: where the sentences of an article stand and which terms it has, as bytes, known without its text. */

import { NumberReader, NumberWriter } from './numbers.ts';

/** A sentence without its tokens. Offsets are those of the article's text. */
export interface OutlinedSentence {
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
  /** Whether it has a number or a quantity. */
  readonly hasFigure: boolean;
}

export interface Outline {
  /** Whether the text was taken out of a file: its origin then stands with it. */
  readonly hasOrigin: boolean;
  /** In order. */
  readonly sentences: readonly OutlinedSentence[];
  /** Numbers of the terms of all sentences, ascending. */
  readonly terms: Uint32Array;
}

/** The bytes of an outline: some 400 for an article of 500 words. */
export function writeOutline({ hasOrigin, sentences, terms }: Outline): Uint8Array {
  const writer = new NumberWriter();
  writer.push(hasOrigin ? 1 : 0);
  writer.push(sentences.length);
  let [end, paragraph] = [0, 0];
  for (const sentence of sentences) {
    writer.push((sentence.start - end) * 2 + (sentence.hasFigure ? 1 : 0));
    writer.push(sentence.end - sentence.start);
    writer.push(sentence.paragraph - paragraph);
    ({ end, paragraph } = sentence);
  }
  writer.push(terms.length);
  let before = 0;
  for (const term of terms) {
    writer.push(term - before);
    before = term;
  }
  return writer.bytes();
}

/** The outline that `writeOutline` wrote. */
export function readOutline(bytes: Uint8Array): Outline {
  const reader = new NumberReader(bytes);
  const hasOrigin = reader.next() === 1;
  const sentences: OutlinedSentence[] = [];
  let [end, paragraph] = [0, 0];
  for (let left = reader.next(); left > 0 && !reader.isAtEnd; left -= 1) {
    const coded = reader.next();
    const start = end + (coded >>> 1);
    end = start + reader.next();
    paragraph += reader.next();
    sentences.push({ start, end, paragraph, hasFigure: coded % 2 === 1 });
  }
  const terms = new Uint32Array(reader.isAtEnd ? 0 : reader.next());
  for (let at = 0, before = 0; at < terms.length; at += 1) {
    before += reader.next();
    terms[at] = before;
  }
  return { hasOrigin, sentences, terms };
}
