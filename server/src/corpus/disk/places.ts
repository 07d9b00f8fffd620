/** Places: which article a sentence or a word of a segment belongs to, kept as short lists of numbers. */

import { nextAt } from './ascending.ts';
import type { Database, Statement } from './database.ts';
import { NumberReader, NumberWriter, numbersIn } from './numbers.ts';
import { release } from './release.ts';

/** The articles of a segment in their order, and where the first sentence and word of each stand in the index. */
export interface SegmentPlaces {
  /**
   * The numbers of the articles as runs of consecutive ones: the index at which each run begins, ascending, and its first
   * number. A batch is written at once, so that there are few.
   */
  readonly runs: { readonly starts: Uint32Array; readonly numbers: Uint32Array };
  readonly sentences: Uint32Array;
  readonly words: Uint32Array;
  /** The rank of each among those of the segment by its id, from 0, so that none is looked up to compare two. */
  readonly ranks: Uint32Array;
}

/** Numbers that are kept of an article. */
const COLUMNS = 4;

/** Writes the places of a segment, whose articles are in the tables; `sentences` are its range in the index. */
export function writePlaces(database: Database, segment: number, sentences: readonly [number, number]): void {
  const rows = database
    .prepare(
      `SELECT id, number, first_sentence AS sentence, first_word AS word FROM articles
       WHERE first_sentence >= ? AND first_sentence < ? ORDER BY first_sentence`,
    )
    .all(...sentences);
  const ranks = ranksOf(rows.map(({ id }) => String(id)));
  const writer = new NumberWriter();
  let [sentence, word, number] = [0, 0, 0];
  for (const [at, row] of rows.entries()) {
    writer.push(Number(row.sentence) - sentence);
    writer.push(Number(row.word) - word);
    // Articles are numbered as they are written, and segments are merged in their order.
    writer.push(Number(row.number) - number);
    writer.push(ranks[at] ?? 0);
    [sentence, word, number] = [Number(row.sentence), Number(row.word), Number(row.number)];
  }
  database.prepare('INSERT INTO places (segment, list) VALUES (?, ?)').run(segment, writer.bytes());
}

/** The rank of each id among them all, by code unit. */
function ranksOf(ids: readonly string[]): Uint32Array {
  const order = ids.map((id, at) => ({ id, at })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const ranks = new Uint32Array(ids.length);
  for (const [rank, { at }] of order.entries()) ranks[at] = rank;
  return ranks;
}

/** Reads the places of a segment. */
export class PlaceReader {
  readonly #select: Statement;

  constructor(database: Database) {
    this.#select = database.prepare('SELECT list FROM places WHERE segment = ?');
  }

  read(segment: number): SegmentPlaces {
    const list = this.#select.get(segment)?.list;
    const bytes = list instanceof Uint8Array ? list : new Uint8Array(0);
    const articles = Math.floor(numbersIn(bytes) / COLUMNS);
    const [sentences, words] = [new Uint32Array(articles), new Uint32Array(articles)];
    const ranks = new Uint32Array(articles);
    const [starts, numbers]: [number[], number[]] = [[], []];
    const reader = new NumberReader(bytes);
    let [sentence, word, number] = [0, 0, 0];
    for (let at = 0; at < articles; at += 1) {
      sentence += reader.next();
      word += reader.next();
      const step = reader.next();
      number += step;
      if (at === 0 || step !== 1) {
        starts.push(at);
        numbers.push(number);
      }
      sentences[at] = sentence;
      words[at] = word;
      ranks[at] = reader.next();
    }
    if (bytes.length > 0) release(bytes);
    const runs = { starts: Uint32Array.from(starts), numbers: Uint32Array.from(numbers) };
    return { sentences, words, runs, ranks };
  }
}

/** The number of the article at an index of a segment that has one there. */
export function numberAt({ runs }: SegmentPlaces, at: number): number {
  const run = lastAtMost(runs.starts, at);
  return (runs.numbers[run] ?? 0) + at - (runs.starts[run] ?? 0);
}

/** Index of the last of the ascending `firsts` that is at most `at`; -1 when none is. */
export function lastAtMost(firsts: Uint32Array, at: number): number {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((firsts[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * The first `most` of ascending `words`, counted from the place `begin` of the index, in the order of their articles'
 * ids, and within one in their own. In one pass: a common word has a million places.
 */
export function firstById(
  places: SegmentPlaces,
  begin: number,
  words: Uint32Array,
  most: number,
): readonly number[] {
  let first: { readonly rank: number; readonly word: number }[] = [];
  let [article, worst] = [0, Number.POSITIVE_INFINITY];
  const sift = (): void => {
    first = first.sort((a, b) => a.rank - b.rank || a.word - b.word).slice(0, most);
    worst = first[most - 1]?.rank ?? Number.POSITIVE_INFINITY;
  };
  for (const word of words) {
    article = lastFrom(places.words, begin + word, article);
    const rank = places.ranks[article] ?? 0;
    // Of one article the first ones came first.
    if (rank >= worst) continue;
    first.push({ rank, word });
    if (first.length >= 2 * most) sift();
  }
  sift();
  return first.map(({ word }) => word);
}

/** Index of the last of the ascending `firsts` that is at most `at`, from index `from` on. */
export function lastFrom(firsts: Uint32Array, at: number, from: number): number {
  const next = nextAt(firsts, at + 1, from);
  return Math.max(from, next - 1);
}
