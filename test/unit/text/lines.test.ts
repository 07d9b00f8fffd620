/** Lines and places, with every kind of line end. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { linesOf } from '../../../server/src/text/lines.ts';

suite('lines', () => {
  const text = 'one\r\ntwo\n\nthree\rfour';
  const lines = linesOf(text);

  test('places are 1-based and count UTF-16 code units', () => {
    assert.deepEqual(lines.placeOf(0), { line: 1, column: 1 });
    assert.deepEqual(lines.placeOf(text.indexOf('two')), { line: 2, column: 1 });
    assert.deepEqual(lines.placeOf(text.indexOf('four') + 2), { line: 5, column: 3 });
    assert.deepEqual(linesOf('😀a').placeOf(2), { line: 1, column: 3 });
  });

  test('an offset beyond the text is its end', () => {
    assert.deepEqual(lines.placeOf(999), { line: 5, column: 5 });
    assert.deepEqual(linesOf('').placeOf(5), { line: 1, column: 1 });
  });

  test('spans leave the line ends out', () => {
    const shown = [1, 2, 3, 4, 5].map((line) => {
      const { start, end } = lines.spanOf(line);
      return text.slice(start, end);
    });
    assert.deepEqual(shown, ['one', 'two', '', 'three', 'four']);
    assert.deepEqual(lines.spanOf(6), { start: text.length, end: text.length });
  });
});
