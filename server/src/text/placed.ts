/** Placed sentences: sentences moved to where they stand in a text, which can be told from their words alone. */

import { detached } from './detached.ts';
import type { Sentence } from './sentences.ts';
import type { Span } from './span.ts';
import type { Token } from './tokens.ts';

/** Where a sentence stands. */
export interface SentencePlace {
  /** Offset of its first character. */
  readonly start: number;
  readonly index: number;
  readonly paragraph: number;
}

/** `sentence` as it stands at `place`. */
export function placeSentence(sentence: Sentence, place: SentencePlace): Sentence {
  return new PlacedSentence(sentence, place);
}

/** Most sentences behind an edit are only moved and nobody asks for their tokens, so these are moved when asked for. */
class PlacedSentence implements Sentence {
  readonly index: number;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly #origin: Sentence;
  #tokens: readonly Token[] | null = null;

  constructor(origin: Sentence, { index, paragraph, start }: SentencePlace) {
    this.index = index;
    this.paragraph = paragraph;
    this.start = start;
    this.end = origin.end + start - origin.start;
    this.#origin = origin;
  }

  get tokens(): readonly Token[] {
    this.#tokens ??= this.#origin.tokens.map((token) => moveToken(token, this.start - this.#origin.start));
    return this.#tokens;
  }

  /** The sentence that `sentence` was before it was placed, if it was. */
  static originOf(sentence: Sentence): Sentence | undefined {
    return sentence instanceof PlacedSentence ? sentence.#origin : undefined;
  }
}

function moveToken({ kind, start, end, text, lower }: Token, by: number): Token {
  return { kind, start: start + by, end: end + by, text, lower };
}

/** The span `by` UTF-16 units further on. */
export function moveSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/**
 * The span `by` UTF-16 units further back. Not by moving it on by `-by`, which is −0 where `by` is 0: the engine keeps that
 * and every offset made from it as a floating-point number in a box of its own, so that tokens took half as much memory again.
 */
export function moveSpanBack({ start, end }: Span, by: number): Span {
  return { start: start - by, end: end - by };
}

/** Whether a sentence was placed, so that what is told of it is kept. */
export function isPlaced(sentence: Sentence): boolean {
  return PlacedSentence.originOf(sentence) !== undefined;
}

/** Whether two sentences are one sentence that was placed twice, and so differ in nothing but their places. */
export function isSamePlaced(one: Sentence, other: Sentence): boolean {
  const origin = PlacedSentence.originOf(one);
  return origin !== undefined && origin === PlacedSentence.originOf(other);
}

/** Answers about sentences, as `perSentence` keeps them. */
export interface PerSentence<Value> {
  (text: string, sentence: Sentence): Value;
  /** The answer with the offsets of some place where the sentence stood: for what does not depend on the place. */
  readonly anywhere: (text: string, sentence: Sentence) => Value;
}

/**
 * `compute` with its answers kept for as long as the words of a sentence are in use, wherever the sentence moves to.
 * It is given the sentence as a text of its own; `move` gives its answer for the same words further on. Sentences that
 * were never placed, as those of articles, are computed each time: there are too many to keep.
 */
export function perSentence<Value>(
  compute: (text: string, sentence: Sentence) => Value,
  move: (value: Value, by: number) => Value,
): PerSentence<Value> {
  const kept = new WeakMap<Sentence, Kept<Value>>();
  const keptOf = (text: string, sentence: Sentence, origin: Sentence): Kept<Value> => {
    const known = kept.get(origin);
    if (known !== undefined) return known;
    const { start } = sentence;
    const alone = placeSentence(origin, { start: 0, index: 0, paragraph: 0 });
    const value = move(compute(detached(text.slice(start, sentence.end)), alone), start);
    const computed = { start, value };
    kept.set(origin, computed);
    return computed;
  };
  const anywhere = (text: string, sentence: Sentence): Value => {
    const origin = PlacedSentence.originOf(sentence);
    return origin === undefined ? compute(text, sentence) : keptOf(text, sentence, origin).value;
  };
  const there = (text: string, sentence: Sentence): Value => {
    const origin = PlacedSentence.originOf(sentence);
    if (origin === undefined) return compute(text, sentence);
    const known = keptOf(text, sentence, origin);
    const { start } = sentence;
    if (start !== known.start) {
      known.value = move(known.value, start - known.start);
      known.start = start;
    }
    return known.value;
  };
  return Object.assign(there, { anywhere });
}

/** An answer, and where the sentence stood for which it was given last: most stand there still when the next edit is made. */
interface Kept<Value> {
  start: number;
  value: Value;
}
