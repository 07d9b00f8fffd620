/** Places: which article a sentence or a word of a segment belongs to, kept as short lists of numbers. */

import type { Database, Statement } from './database.ts';
import { NumberReader, NumberWriter } from './numbers.ts';

/** The articles of a segment in their order, and where the first sentence and word of each stand in the index. */
export interface SegmentPlaces {
  readonly numbers: Uint32Array;
  readonly sentences: Uint32Array;
  readonly words: Uint32Array;
}

/** Writes the places of a segment, whose articles are in the tables; `sentences` are its range in the index. */
export function writePlaces(database: Database, segment: number, sentences: readonly [number, number]): void {
  const rows = database
    .prepare(
      `SELECT number, first_sentence AS sentence, first_word AS word FROM articles
       WHERE first_sentence >= ? AND first_sentence < ? ORDER BY first_sentence`,
    )
    .all(...sentences);
  const writer = new NumberWriter();
  let [sentence, word, number] = [0, 0, 0];
  for (const row of rows) {
    writer.push(Number(row.sentence) - sentence);
    writer.push(Number(row.word) - word);
    // Articles are numbered as they are written, and segments are merged in their order.
    writer.push(Number(row.number) - number);
    [sentence, word, number] = [Number(row.sentence), Number(row.word), Number(row.number)];
  }
  database.prepare('INSERT INTO places (segment, list) VALUES (?, ?)').run(segment, writer.bytes());
}

/** Reads the places of a segment. */
export class PlaceReader {
  readonly #select: Statement;

  constructor(database: Database) {
    this.#select = database.prepare('SELECT list FROM places WHERE segment = ?');
  }

  read(segment: number): SegmentPlaces {
    const list = this.#select.get(segment)?.list;
    const reader = new NumberReader(list instanceof Uint8Array ? list : new Uint8Array(0));
    const steps: number[] = [];
    while (!reader.isAtEnd) steps.push(reader.next());
    return { sentences: summed(steps, 0), words: summed(steps, 1), numbers: summed(steps, 2) };
  }
}

/** The sums of every third step, from the one at `first` on. */
function summed(steps: readonly number[], first: number): Uint32Array {
  const sums = new Uint32Array(Math.floor(steps.length / 3));
  let sum = 0;
  for (let at = 0; at < sums.length; at += 1) {
    sum += steps[3 * at + first] ?? 0;
    sums[at] = sum;
  }
  return sums;
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
