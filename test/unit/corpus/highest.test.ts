/** The highest of many scores are those that a stable sort puts first. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { highest } from '../../../server/src/corpus/index/highest.ts';

function sorted(scores: readonly number[], count: number): number[] {
  return [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, count);
}

test('agrees with a stable sort, ties included', () => {
  const scores = fc.array(fc.oneof(fc.nat(5), fc.double({ noNaN: true, noDefaultInfinity: true })), {
    maxLength: 200,
  });
  fc.assert(
    fc.property(scores, fc.nat(20), (values, count) => {
      assert.deepEqual(highest(values, count), sorted(values, count));
    }),
  );
});

test('scores that only rise are the worst case and still right', () => {
  const rising = Array.from({ length: 5000 }, (_, index) => index);
  assert.deepEqual(highest(rising, 3), [4999, 4998, 4997]);
});
