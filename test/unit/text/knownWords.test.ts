/** Known words: what is found among words met before is what cutting it out would give. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { wordAt } from '../../../server/src/text/knownWords.ts';

const lowered = (written: string): string => written.toLowerCase();

suite('known words', () => {
  test('are those of the text, wherever they stand and whatever was met before', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 })), (words) => {
        const text = [...words, ...words].join(' ');
        let start = 0;
        for (const word of [...words, ...words]) {
          const end = start + word.length;
          assert.deepEqual(wordAt(text, start, end, lowered), { text: word, lower: word.toLowerCase() });
          start = end + 1;
        }
      }),
    );
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
