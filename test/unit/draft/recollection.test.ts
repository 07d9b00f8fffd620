/** A recollection keeps what each round uses, and loses nothing to a round that was broken off. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRecollection } from '../../../server/src/draft/recollection.ts';

test('forgets what a whole round had no use for', () => {
  const kept = createRecollection<number>();
  kept.store('a', 1);
  kept.store('b', 2);
  kept.beginRound();
  assert.equal(kept.recall('a'), 1);
  kept.endRound();
  assert.equal(kept.recall('a'), 1);
  assert.equal(kept.recall('b'), undefined);
});

test('a round that is broken off forgets nothing', () => {
  const kept = createRecollection<number>();
  kept.store('a', 1);
  kept.store('b', 2);
  kept.beginRound();
  assert.equal(kept.recall('a'), 1);
  // The next round begins without the end of this one.
  kept.beginRound();
  assert.equal(kept.recall('b'), 2);
  kept.store('c', 3);
  kept.endRound();
  assert.equal(kept.recall('b'), 2);
  assert.equal(kept.recall('c'), 3);
  assert.equal(kept.recall('a'), undefined);
});

test('a round is due when half as much again is held as the last one left', () => {
  const kept = createRecollection<number>();
  const storeFrom = (first: number, count: number): void => {
    for (let number = first; number < first + count; number += 1) kept.store(`${number}`, number);
  };
  storeFrom(0, 1000);
  assert.ok(kept.isDue);
  kept.beginRound();
  storeFrom(0, 500);
  kept.endRound();
  assert.ok(!kept.isDue);
  storeFrom(500, 200);
  assert.ok(!kept.isDue);
  storeFrom(700, 200);
  assert.ok(kept.isDue);
  kept.beginRound();
  storeFrom(0, 500);
  kept.endRound();
  assert.ok(!kept.isDue);
  assert.equal(kept.recall('700'), undefined);
});

test('a later value replaces an earlier one', () => {
  const kept = createRecollection<number>();
  kept.store('a', 1);
  kept.beginRound();
  kept.store('a', 2);
  assert.equal(kept.recall('a'), 2);
  kept.endRound();
  assert.equal(kept.recall('a'), 2);
});

test('knows nothing after it was cleared', () => {
  const kept = createRecollection<number>();
  kept.store('a', 1);
  kept.beginRound();
  kept.store('b', 2);
  kept.clear();
  assert.equal(kept.recall('a'), undefined);
  assert.equal(kept.recall('b'), undefined);
});
