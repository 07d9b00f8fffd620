/** Ascending lists as bytes: written, read, and joined without being read. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  appendAscending,
  decodeAscending,
  encodeAscending,
  NumberWriter,
} from '../../../server/src/corpus/disk/numbers.ts';

/** Lists of one to three bytes a number, the first of which changes its length when it is moved. */
const LISTS: readonly (readonly number[])[] = [[0, 1, 127, 128, 70_000], [5], [0, 16_383, 3_000_000]];
/** How far each moves: behind the one before it. */
const SHIFTS: readonly number[] = [0, 70_100, 2_000_000];

describe('ascending lists', () => {
  test('are what was written, and no list when a number is too high', () => {
    const writer = new NumberWriter();
    for (const list of LISTS) {
      const bytes = encodeAscending(list, writer);
      assert.deepEqual([...(decodeAscending(bytes, Number.POSITIVE_INFINITY) ?? [])], list);
      assert.equal(decodeAscending(bytes, list.at(-1) ?? 0), null);
    }
  });

  test('joined byte by byte are the list of all their numbers', () => {
    const moved = LISTS.flatMap((list, at) => list.map((number) => number + (SHIFTS[at] ?? 0)));
    const parts = LISTS.map((list) => encodeAscending(list, new NumberWriter()));
    const writer = new NumberWriter();
    let before = 0;
    for (const [at, bytes] of parts.entries())
      before = appendAscending(bytes, SHIFTS[at] ?? 0, before, writer);
    assert.equal(before, moved.at(-1));
    assert.deepEqual(writer.bytes(), encodeAscending(moved, new NumberWriter()));
  });
});
