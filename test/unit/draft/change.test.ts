/** Changes between two versions of a text: what they share is the same, and is found where it stood. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changeBetween, movedBy } from '../../../server/src/draft/change.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 30 });

/** Long enough that texts are compared in chunks. */
const padding = fc.constantFrom('', 'x'.repeat(1024), 'x'.repeat(2500));

test('both texts are the same before and behind the change', () => {
  fc.assert(
    fc.property(padding, text, text, padding, (head, one, other, tail) => {
      const earlier = head + one + tail;
      const later = head + other + tail;
      const { prefix, before, after } = changeBetween(earlier, later);
      assert.equal(earlier.slice(0, prefix), later.slice(0, prefix));
      assert.equal(earlier.slice(before), later.slice(after));
      assert.ok(prefix <= before && prefix <= after);
      assert.ok(
        prefix >= head.length && later.length - after >= Math.min(tail.length, earlier.length - prefix),
      );
    }),
  );
});

test('a stretch that the change does not touch is found with its words', () => {
  fc.assert(
    fc.property(text, text, fc.nat(30), fc.nat(10), (earlier, later, start, length) => {
      const end = start + length;
      const by = movedBy(changeBetween(earlier, later), start, end);
      if (by !== null && end <= later.length)
        assert.equal(earlier.slice(start - by, end - by), later.slice(start, end));
    }),
  );
});

test('a word put in parts the text in what stays and what moves', () => {
  const change = changeBetween('one three four', 'one two three four');
  assert.deepEqual(change, { prefix: 5, before: 5, after: 9 });
  assert.equal(movedBy(change, 0, 3), 0);
  assert.equal(movedBy(change, 4, 7), null);
  assert.equal(movedBy(change, 14, 18), 4);
});

test('the end of the text is part of a stretch that reaches over it', () => {
  assert.equal(movedBy(changeBetween('same', 'same'), 0, 5), 0);
  assert.equal(movedBy(changeBetween('same ', 'same'), 0, 5), null);
  assert.equal(movedBy(changeBetween('same', 'same '), 0, 5), null);
});
