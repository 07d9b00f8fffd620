/** Key counts: how many keys each sentence of a segment has, a byte each, in blocks that are read when they are needed. */

import { LRUCache } from 'lru-cache';
import type { Database, Statement } from './database.ts';
import { release } from './release.ts';
import { BLOCK, lengthsId } from './schema.ts';

/** Writes the key counts of all sentences of a segment. */
export function writeKeyCounts(database: Database, segment: number, counts: Uint8Array): void {
  const insert = database.prepare('INSERT INTO lengths (id, keys) VALUES (?, ?)');
  for (let from = 0; from < counts.length; from += BLOCK) {
    insert.run(lengthsId(segment, from / BLOCK), counts.subarray(from, from + BLOCK));
  }
}

/** All key counts of a segment of so many sentences. */
export function readKeyCounts(database: Database, segment: number, sentences: number): Uint8Array {
  const counts = new Uint8Array(sentences);
  const select = database.prepare('SELECT keys FROM lengths WHERE id = ?');
  for (let from = 0; from < sentences; from += BLOCK) {
    const keys = select.get(lengthsId(segment, from / BLOCK))?.keys;
    if (keys instanceof Uint8Array) counts.set(keys, from);
  }
  return counts;
}

/** Removes the key counts of a segment. */
export function dropKeyCounts(database: Database, segment: number): void {
  database
    .prepare('DELETE FROM lengths WHERE id >= ? AND id < ?')
    .run(lengthsId(segment, 0), lengthsId(segment + 1, 0));
}

/** Reads key counts, the blocks used last kept. What a segment holds never changes. */
export class KeyCounts {
  readonly #select: Statement;
  /** By id. A block that gives way to others was read long before the one that is asked, and nobody has it any more. */
  readonly #blocks = new LRUCache<number, Uint8Array>({ max: MOST_BLOCKS, dispose: release });

  constructor(database: Database) {
    this.#select = database.prepare('SELECT keys FROM lengths WHERE id = ?');
  }

  /** Tells how many keys a sentence of a segment has, counted from its first one. */
  of(segment: number): (sentence: number) => number {
    let begin = 0;
    let keys: Uint8Array = NONE;
    return (sentence) => {
      if (sentence < begin || sentence >= begin + keys.length) {
        const block = Math.floor(sentence / BLOCK);
        begin = block * BLOCK;
        keys = this.#blockOf(lengthsId(segment, block));
      }
      return keys[sentence - begin] ?? 0;
    };
  }

  #blockOf(id: number): Uint8Array {
    const known = this.#blocks.get(id);
    if (known !== undefined) return known;
    const read = this.#select.get(id)?.keys;
    if (!(read instanceof Uint8Array)) return NONE;
    this.#blocks.set(id, read);
    return read;
  }
}

const NONE = new Uint8Array(0);
/**
 * Blocks kept: 8 MB, those of 200,000 articles. Twice as many would spare a claim among a million a fifth of its time, which is
 * a third of what it may take, and cost every such server 8 MB.
 */
const MOST_BLOCKS = 2_000;
