/** Segments: what a reader keeps of each while their layout stays, and where a sentence or place of one is. */

import { ARTICLE_ALIGNMENT } from '../index/wordStream.ts';
import type { Database, Statement } from './database.ts';
import { readMeta } from './meta.ts';
import { lastAtMost, numberAt, PlaceReader, type SegmentPlaces } from './places.ts';

/** One segment. */
export interface Segment {
  readonly id: number;
  /** Number of its first sentence and place in the index; lists count from there. */
  readonly firstSentence: number;
  readonly firstWord: number;
  readonly sentences: number;
  readonly words: number;
}

/** Where an article stands. */
export interface ArticlePlace {
  /** Its number, by which its row is found. */
  readonly number: number;
  /** Its segment, and its index among the articles of that. */
  readonly segment: Segment;
  readonly at: number;
  readonly firstSentence: number;
  readonly firstWord: number;
}

/** The segments as of the last `refresh`. */
export class Segments {
  all: readonly Segment[] = [];
  /** Sentences and places of articles that are gone, as ascending pairs of start and end. */
  goneSentences: Uint32Array = new Uint32Array(0);
  goneWords: Uint32Array = new Uint32Array(0);
  /** Sentences of the articles that are there. */
  sentences = 0;
  /** Places of all words, in any layout as many as `WordStream` has: those that are gone count until they are merged away. */
  words = ARTICLE_ALIGNMENT;
  readonly #database: Database;
  readonly #placeReader: PlaceReader;
  /** By id of the segment: twelve bytes an article. */
  readonly #places = new Map<number, SegmentPlaces>();
  readonly #id: Statement;
  readonly #ids = new Map<number, string>();
  readonly #layoutNow: Statement;
  #layout = -1;

  constructor(database: Database) {
    this.#database = database;
    this.#placeReader = new PlaceReader(database);
    this.#layoutNow = database.prepare("SELECT value FROM meta WHERE name = 'layout'");
    this.#id = database.prepare('SELECT id FROM articles WHERE number = ?');
  }

  /** Takes in what changed since; true when something did. */
  refresh(): boolean {
    const layout = Number(this.#layoutNow.get()?.value ?? 0);
    if (layout === this.#layout) return false;
    this.#layout = layout;
    this.all = this.#database
      .prepare(
        'SELECT id, first_sentence, first_word, sentences, words FROM segments ORDER BY first_sentence, id',
      )
      .all()
      .map(({ id, first_sentence: firstSentence, first_word: firstWord, sentences, words }) => ({
        id: Number(id),
        firstSentence: Number(firstSentence),
        firstWord: Number(firstWord),
        sentences: Number(sentences),
        words: Number(words),
      }));
    this.#dropMerged();
    const gone = this.#database.prepare('SELECT * FROM gone ORDER BY first_sentence').all();
    this.goneSentences = pairs(gone.map((row) => [Number(row.first_sentence), Number(row.sentences)]));
    this.goneWords = pairs(gone.map((row) => [Number(row.first_word), Number(row.words)]));
    this.sentences = readMeta(this.#database, 'sentences');
    this.words = gone.reduce(
      (sum, row) => sum + Number(row.words),
      ARTICLE_ALIGNMENT + readMeta(this.#database, 'words'),
    );
    return true;
  }

  /** Where the articles of a segment stand, and their ranks. */
  placesOf({ id }: Segment): SegmentPlaces {
    const known = this.#places.get(id);
    if (known !== undefined) return known;
    const places = this.#placeReader.read(id);
    this.#places.set(id, places);
    return places;
  }

  /** The article of a sentence of the index that is not gone. */
  articleOfSentence(sentence: number): ArticlePlace | null {
    const segment = this.all.findLast(({ firstSentence }) => firstSentence <= sentence);
    return segment === undefined ? null : this.#placeIn(segment, 'sentences', sentence);
  }

  /** The article of a place of the index that is not gone, or of the one before a blank. */
  articleOfWord(place: number): ArticlePlace | null {
    const segment = this.all.findLast(({ firstWord }) => firstWord <= place);
    return segment === undefined ? null : this.#placeIn(segment, 'words', place);
  }

  /** The id of the article of that number; empty when there is none. */
  idOf(number: number): string {
    const known = this.#ids.get(number);
    if (known !== undefined) return known;
    const id = this.#id.get(number)?.id;
    if (this.#ids.size >= MOST_IDS) this.#ids.clear();
    // A number is never given twice, and an article keeps its id.
    if (id !== undefined) this.#ids.set(number, String(id));
    return id === undefined ? '' : String(id);
  }

  #placeIn(segment: Segment, by: 'sentences' | 'words', at: number): ArticlePlace | null {
    const places = this.placesOf(segment);
    const found = lastAtMost(places[by], at);
    const [firstSentence, firstWord] = [places.sentences[found], places.words[found]];
    if (firstSentence === undefined || firstWord === undefined) return null;
    return { number: numberAt(places, found), segment, at: found, firstSentence, firstWord };
  }

  /** Forgets segments that went into others. What a segment holds never changes. */
  #dropMerged(): void {
    const living = new Set(this.all.map(({ id }) => id));
    for (const id of this.#places.keys()) if (!living.has(id)) this.#places.delete(id);
  }
}

/** Ids kept: those of articles that drafts come back to, and the marks of `idOrder`, in some 2 MB. */
const MOST_IDS = 16_000;

/** Whether `at` lies in one of the ascending pairs of start and end. */
export function isGone(gone: Uint32Array, at: number): boolean {
  let low = 0;
  let high = gone.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((gone[2 * middle + 1] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low < gone.length >> 1 && (gone[2 * low] ?? 0) <= at;
}

function pairs(ranges: readonly (readonly [start: number, length: number])[]): Uint32Array {
  return Uint32Array.from(ranges.flatMap(([start, length]) => (length === 0 ? [] : [start, start + length])));
}
