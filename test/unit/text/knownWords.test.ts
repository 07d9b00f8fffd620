/** Known words: what is found among words met before is what cutting it out would give. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { plainWordAt, wordAt } from '../../../server/src/text/knownWords.ts';

const lowered = (written: string): string => written.toLowerCase();

suite('known words', () => {
  test('are those of the text, wherever they stand and whatever was met before', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 })), (words) => {
        const text = [...words, ...words].join(' ');
        let start = 0;
        for (const word of [...words, ...words]) {
          const end = start + word.length;
          const found = wordAt(text, start, end, lowered);
          assert.deepEqual([found.text, found.lower], [word, word.toLowerCase()]);
          start = end + 1;
        }
      }),
    );
  });

  test('of plain letters end where another character stands, and are told apart by every letter', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'ABMYZabmyz'), minLength: 1, maxLength: 17 });
    fc.assert(
      fc.property(letters, fc.constantFrom('', ' ', 'é', '’s', '-'), (word, behind) => {
        const found = plainWordAt(`(${word}${behind}`, 1, 1 + word.length + behind.length);
        assert.equal(found?.text ?? null, word.length <= 15 ? word : null);
        assert.equal(found?.lower ?? null, word.length <= 15 ? word.toLowerCase() : null);
      }),
    );
    assert.equal(plainWordAt('émigré', 0, 6), null);
    assert.equal(plainWordAt('ab', 0, 1)?.text, 'a');
  });

  test('stay right when more of them were met than are kept', () => {
    for (let round = 0; round < 2; round += 1) {
      for (let number = 0; number < 200_000; number += 1) {
        const word = `Word${number}`;
        assert.equal(wordAt(word, 0, word.length, lowered).text, word);
      }
    }
  });

  test('are made once while they are kept', () => {
    const first = wordAt('a Kestrel flew', 2, 9, lowered);
    assert.equal(wordAt('the Kestrel', 4, 11, lowered), first);
  });
});
