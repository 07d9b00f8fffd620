/** A recollection keeps what each round uses, and loses nothing to a round that was broken off. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRecollection } from '../../../server/src/draft/recollection.ts';

test('forgets what a whole round had no use for', () => {
  const kept = createRecollection<number>();
  kept.store('a', 1);
  kept.store('b', 2);
  kept.endRound();
  assert.equal(kept.recall('a'), 1);
  kept.endRound();
  assert.equal(kept.recall('a'), 1);
  assert.equal(kept.recall('b'), undefined);
});

test('a round that is broken off forgets nothing', () => {
  const kept = createRecollection<number>();
  kept.store('a', 1);
  kept.store('b', 2);
  kept.endRound();
  assert.equal(kept.recall('a'), 1);
  // The next round begins without the end of this one.
  assert.equal(kept.recall('b'), 2);
  kept.endRound();
  assert.equal(kept.recall('a'), 1);
});

test('a later value replaces an earlier one', () => {
  const kept = createRecollection<number>();
  kept.store('a', 1);
  kept.endRound();
  kept.store('a', 2);
  assert.equal(kept.recall('a'), 2);
  kept.endRound();
  assert.equal(kept.recall('a'), 2);
});

test('knows nothing after it was cleared', () => {
  const kept = createRecollection<number>();
  kept.store('a', 1);
  kept.endRound();
  kept.store('b', 2);
  kept.clear();
  assert.equal(kept.recall('a'), undefined);
  assert.equal(kept.recall('b'), undefined);
});
