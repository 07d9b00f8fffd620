/** The bounded memo keeps what is in use and forgets what is not. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMemo } from '../../../server/src/draft/memo.ts';

test('computes once for a key in use', () => {
  const memo = createMemo<number>(100);
  let computed = 0;
  const compute = (): number => ++computed;
  assert.equal(memo('a', compute), 1);
  assert.equal(memo('a', compute), 1);
  assert.equal(memo('b', compute), 2);
});

test('forgets the unused and keeps the used when full', () => {
  const memo = createMemo<number>(40);
  let computed = 0;
  const compute = (): number => ++computed;
  memo('kept', compute);
  memo('lost', compute);
  for (let index = 0; index < 40; index++) {
    memo(`filler ${index}`, compute);
    memo('kept', compute);
  }
  const before = computed;
  memo('kept', compute);
  assert.equal(computed, before);
  memo('lost', compute);
  assert.equal(computed, before + 1);
});
