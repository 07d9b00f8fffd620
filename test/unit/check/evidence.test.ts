/** The line of an offset, counted as editors count lines. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lineAt } from '../../../server/src/check/evidence.ts';

test('every line end counts once, whichever it is', () => {
  const text = 'one\ntwo\r\nthree\rfour\n\nsix';
  const starts = ['one', 'two', 'three', 'four', 'six'].map((word) => lineAt(text, text.indexOf(word)));
  assert.deepEqual(starts, [1, 2, 3, 4, 6]);
  assert.equal(lineAt(text, text.length), 6);
  assert.equal(lineAt('', 0), 1);
});

test('agrees with splitting what stands before', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n'), maxLength: 40 });
  fc.assert(
    fc.property(text, fc.nat(60), (written, offset) => {
      // Between the two characters of one line end there is no line to count.
      fc.pre(written.slice(offset - 1, offset + 1) !== '\r\n');
      const lines = written.slice(0, offset).split(/\r\n|\r|\n/).length;
      assert.equal(lineAt(written, offset), lines);
    }),
  );
});
