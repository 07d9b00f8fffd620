/** The quote index in memory: every word of every article at its place, so that a quote is found without a scan. */

import { articleWords } from '../../match/articleWords.ts';
import { spellingKey } from '../../text/spelling.ts';
import type { AnalysedArticle } from './corpusIndex.ts';
import type { PassageQuery, QuoteCorpus, QuotePassage } from './quoteCorpus.ts';
import { BUCKET, QuotePoll } from './quotePoll.ts';
import { SampleStream } from './sampleStream.ts';
import { type KeyList, WordStream } from './wordStream.ts';

/** A quote corpus that can be changed article by article. */
export interface MutableQuoteCorpus extends QuoteCorpus {
  /** Adds an article, or replaces the one with the same id. */
  put(article: AnalysedArticle): void;
  /** Removes an article; unknown ids are no error. */
  remove(id: string): void;
}

/** An empty index. Everything is answered from memory, so `passages` never rejects. */
export function createQuoteIndex(): MutableQuoteCorpus {
  return new QuoteMemoryIndex(() => new WordStream());
}

/**
 * An empty index for a few articles out of a corpus of `total` words, in which each word of `counts` stands so often:
 * answers as one of the whole corpus would, were the passages in these articles.
 */
export function createQuoteSample(counts: ReadonlyMap<string, number>, total: number): QuoteSample {
  return new QuoteMemoryIndex(() => new SampleStream(counts, total));
}

/** A quote corpus that answers at once. */
export interface QuoteSample extends MutableQuoteCorpus {
  /**
   * Adds an article that is new to the sample, the spelling keys of whose words are known, as `articleWords` has them. It
   * is loaded when it is told.
   */
  putKeys(article: KeyedArticle): void;
  /** The passages of one query, best first. */
  find(query: PassageQuery): readonly QuotePassage[];
}

/** An article of which nothing but its words is needed to tell whether it may have a quote. */
export interface KeyedArticle {
  readonly id: string;
  readonly keys: KeyList;
  /** Undefined where there is none by now. */
  load(): AnalysedArticle | undefined;
}

/** The stretch of the word stream that one article takes. */
interface Slot extends Pick<KeyedArticle, 'id' | 'load'> {
  /** Place of its first word, and how many words it has. */
  readonly base: number;
  readonly words: number;
}

/** Words around a beginning that still belong to the passage: what a writer may have left out in silence. */
const MARGIN = 48;
/** Share of the stream that may belong to removed articles before it is laid out anew. */
const MOST_DEAD = 0.5;

/**
 * Putting costs time in the length of the article; removing costs nothing until half of the stream is dead, and then
 * one pass over the living.
 */
class QuoteMemoryIndex implements QuoteSample {
  readonly #createStream: () => WordStream;
  #stream: WordStream;
  #poll: QuotePoll;
  /** In order of their places; those of removed articles stay until the stream is laid out anew. */
  #slots: Slot[] = [];
  readonly #slotOfArticle = new Map<string, Slot>();
  #dead = 0;

  constructor(createStream: () => WordStream) {
    this.#createStream = createStream;
    this.#stream = createStream();
    this.#poll = new QuotePoll(this.#stream);
  }

  put(article: AnalysedArticle): void {
    const { id } = article.article;
    this.remove(id);
    this.putKeys({ id, keys: keysOf(article), load: () => article });
  }

  putKeys({ id, keys, load }: KeyedArticle): void {
    const slot: Slot = { id, load, base: this.#stream.length, words: keys.length };
    this.#stream.append(keys);
    this.#slots.push(slot);
    this.#slotOfArticle.set(id, slot);
  }

  remove(id: string): void {
    const slot = this.#slotOfArticle.get(id);
    if (slot === undefined) return;
    this.#slotOfArticle.delete(id);
    this.#dead += slot.words + 1;
    if (this.#dead > this.#stream.length * MOST_DEAD) this.#layOutAnew();
  }

  async passages(queries: readonly PassageQuery[]): Promise<readonly (readonly QuotePassage[])[]> {
    return queries.map((query) => this.find(query));
  }

  find({ words, mode, limit }: PassageQuery): readonly QuotePassage[] {
    const ids = words.map((word) => this.#stream.idOf(word));
    return mode === 'phrase' ? this.#phrase(ids, limit) : this.#near(ids, limit);
  }

  #layOutAnew(): void {
    const living = [...this.#slotOfArticle.values()].map(({ load }) => load());
    this.#stream = this.#createStream();
    this.#poll = new QuotePoll(this.#stream);
    this.#slots = [];
    this.#slotOfArticle.clear();
    this.#dead = 0;
    for (const article of living) if (article !== undefined) this.put(article);
  }

  #phrase(ids: readonly number[], limit: number): QuotePassage[] {
    const places = this.#stream.placesOfPhrase(ids, (place) => this.#isLiving(this.#slotFrom(place)));
    const told = places.sort((a, b) => this.#compare(a, b)).slice(0, limit);
    const passages = told.map((place) => this.#passageIn(this.#slotFrom(place), place, place + ids.length));
    return passages.filter((passage) => passage !== null);
  }

  #near(ids: readonly number[], limit: number): QuotePassage[] {
    const beginnings = this.#poll.beginnings(
      ids,
      limit,
      (first) => this.#slotsFrom(first).length > 0,
      (a, b) => this.#compare(a, b),
    );
    return beginnings.flatMap((first) => this.#passagesFrom(first, ids.length)).slice(0, limit);
  }

  /** The passages in which a quote of `length` words may begin at `first` or in the pair of buckets after it. */
  #passagesFrom(first: number, length: number): QuotePassage[] {
    const last = first + 2 * BUCKET + length;
    const passages = this.#slotsFrom(first).map((at) => this.#passageIn(at, first - MARGIN, last + MARGIN));
    return passages.filter((passage) => passage !== null);
  }

  /** Orders places by the ids of their articles, whenever those were put, and within one by their order. */
  #compare(a: number, b: number): number {
    const [one, other] = [this.#idFrom(a), this.#idFrom(b)];
    return one === other ? a - b : one < other ? -1 : 1;
  }

  #idFrom(place: number): string {
    return this.#slots[this.#slotFrom(place)]?.id ?? '';
  }

  /** The slots of living articles in which one of the places of a pair of buckets may lie. */
  #slotsFrom(first: number): number[] {
    const found: number[] = [];
    for (let at = this.#slotFrom(first); at < this.#slots.length; at += 1) {
      if ((this.#slots[at]?.base ?? 0) >= first + 2 * BUCKET) break;
      if (this.#isLiving(at)) found.push(at);
    }
    return found;
  }

  #isLiving(at: number): boolean {
    const slot = this.#slots[at];
    return slot !== undefined && this.#slotOfArticle.get(slot.id) === slot;
  }

  /** The part of the places `from..to` that is in the article of that slot. */
  #passageIn(at: number, from: number, to: number): QuotePassage | null {
    const slot = this.#slots[at];
    const article = slot?.load();
    if (slot === undefined || article === undefined) return null;
    const words = articleWords(article);
    const first = words[Math.max(0, from - slot.base)];
    const last = words[Math.min(slot.words, to - slot.base) - 1];
    if (first === undefined || last === undefined) return null;
    return { article, start: first.start, end: last.end };
  }

  /** Index of the slot of the article at `place`, or of the one that follows a blank place. */
  #slotFrom(place: number): number {
    let low = 0;
    let high = this.#slots.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const slot = this.#slots[middle];
      if (slot !== undefined && slot.base + slot.words > place) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

function keysOf(article: AnalysedArticle): readonly string[] {
  return articleWords(article).map(({ norm }) => spellingKey(norm));
}
