/** A carrier gives what reading gives: where the text stayed what was read before, and nothing that an edit touched. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Carrier, createCarrier } from '../../../server/src/draft/carrier.ts';
import { applied, edit } from './edits.ts';

/** A word with the character on either side of it. */
interface Word {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

function createWords(): Carrier<Word> {
  return createCarrier((word, by) => ({ ...word, start: word.start + by, end: word.end + by }));
}

interface Reading {
  readonly words: readonly Word[];
  /** How many of them were read anew. */
  readonly anew: number;
}

/** The words of `text`, each depending on itself and on its two neighbours. */
function wordsOf(text: string, carrier: Carrier<Word>): Reading {
  let anew = 0;
  const words = [...text.matchAll(/\w+/g)].map(({ index: start, 0: word }) => {
    const end = start + word.length;
    const isSame = (known: Word, by: number): boolean => known.end + by === end;
    return carrier.at(start, isSame, () => {
      anew += 1;
      const value = { start, end, before: text.charAt(start - 1), after: text.charAt(end) };
      return { value, start: start - 1, end: end + 1 };
    });
  });
  return { words, anew };
}

function read(text: string, carrier: Carrier<Word>): Reading {
  carrier.begin(text);
  const reading = wordsOf(text, carrier);
  carrier.end();
  return reading;
}

test('what is carried is what would be read, whatever is edited and whatever is broken off', () => {
  const step = fc.record({ change: edit, isBrokenOff: fc.boolean() });
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n'), maxLength: 60 }),
      fc.array(step),
      (start, steps) => {
        const carrier = createWords();
        let text = start;
        read(text, carrier);
        for (const { change, isBrokenOff } of steps) {
          text = applied(text, change);
          if (isBrokenOff) {
            carrier.begin(text);
            wordsOf(text.slice(0, text.length / 2), carrier);
          }
          assert.deepEqual(read(text, carrier).words, read(text, createWords()).words);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('an edit reads again what it touches, and what stands before it is the same object', () => {
  const carrier = createWords();
  const before = read('one two three four', carrier);
  const after = read('one two xthree four', carrier);
  assert.equal(after.anew, 1);
  assert.equal(after.words[1], before.words[1]);
  assert.deepEqual(after.words[3], { start: 15, end: 19, before: ' ', after: '' });
});

test('a reading that is broken off loses nothing of the one before', () => {
  const carrier = createWords();
  read('one two three four', carrier);
  carrier.begin('x one two three four');
  assert.equal(read('one two three four five', carrier).anew, 2);
});
