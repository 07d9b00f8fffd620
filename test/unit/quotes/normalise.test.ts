/** What normalisation folds away, and what it must keep so that no misquote is hidden. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { eachNorm, normalWords, normalWordsOfParts, normOfWord } from '../../../server/src/text/normalise.ts';
import { tokenize } from '../../../server/src/text/tokens.ts';

function norms(text: string): string {
  return normalWords(text)
    .map((word) => word.norm)
    .join(' ');
}

describe('folds', () => {
  for (const [name, a, b] of [
    ['letter case', 'The Ferry', 'the ferry'],
    ['apostrophes', 'it’s the crew’s', "it's the crew's"],
    ['quotation marks', '‘no’, she wrote', '"no", she wrote'],
    ['white space', 'the ferry\u00a0\n left', 'the ferry left'],
    ['soft hyphens', 'har\u00adbour', 'harbour'],
    ['zero-width spaces', 'har\u200bbour', 'harbour'],
    ['ligatures', 'the ﬁrst', 'the first'],
    ['full-width forms', 'ｆｅｒｒｙ', 'ferry'],
    ['grouping commas', '5,000 boats', '5000 boats'],
    ['full stops of initials', 'the E.U. said', 'the EU said'],
    ['hyphens between letters', 'day-to-day work', 'day to day work'],
    ['a changed capital in brackets', '[t]he ferry', 'The ferry'],
    ['sic', 'the crane are [sic] old', 'the crane are old'],
    ['an ampersand', 'fish & chips', 'fish and chips'],
    ['masked letters', 'f***ing', 'f*ing'],
  ] as const) {
    test(name, () => assert.equal(norms(a), norms(b)));
  }
});

describe('keeps apart', () => {
  for (const [name, a, b] of [
    ['digits', '140 boats', '410 boats'],
    ['decimals', '1.5 tonnes', '15 tonnes'],
    ['hyphens between digits', 'won 7-5', 'won 75'],
    ['dashes between digits', '2019–20', '201920'],
    ['signs of money', '$5', '5'],
    ['signs of per cent', '5%', '5'],
    ['negations', 'is not safe', 'is safe'],
    ['contracted negations', "isn't safe", 'is safe'],
    ['the country and the pronoun', 'gave US aid', 'gave us aid'],
    ['diacritics', 'schön', 'schon'],
  ] as const) {
    test(name, () => assert.notEqual(norms(a), norms(b)));
  }
});

describe('marks of editors', () => {
  test('an ellipsis in every form', () => {
    for (const mark of ['…', '...', '. . .', '[…]', '[...]', '....']) {
      const words = normalWords(`the ferry ${mark} left`);
      assert.deepEqual(
        words.map((word) => word.afterEllipsis),
        [false, false, true],
        mark,
      );
    }
  });

  test('an ellipsis at the end of a part belongs to the next part', () => {
    const text = '“the ferry …,” she said, “left”';
    const words = normalWordsOfParts(text, [
      { start: 1, end: 12 },
      { start: 26, end: 30 },
    ]);
    assert.deepEqual(
      words.map((word) => [word.norm, word.afterEllipsis]),
      [
        ['the', false],
        ['ferry', false],
        ['left', true],
      ],
    );
  });

  test('words in square and round brackets are marked', () => {
    const words = normalWords('it [the old ferry] left (again) at noon');
    assert.deepEqual(
      words.filter((word) => word.bracketed).map((word) => word.norm),
      ['the', 'old', 'ferry', 'again'],
    );
  });

  test('a bracket that never closes marks nothing', () => {
    assert.ok(normalWords(`it [left ${'the pier '.repeat(100)}`).every((word) => !word.bracketed));
  });
});

test('every word stands where its offsets say, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      let end = 0;
      for (const word of normalWords(text)) {
        assert.ok(word.start >= end && word.end > word.start && word.end <= text.length);
        end = word.end;
      }
    }),
  );
});

test('words told token by token are the same, and never empty', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'James',
      '’s',
      'U.S.',
      'US',
      'Café',
      'f***king',
      'soft\u00adhyphen',
      '5,000',
      '7-5',
      '[sic]',
      '[T]he',
      '…',
    ),
    fc.constantFrom(' ', '.', '"', '(', ')', '-'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const tokens = tokenize(text);
      const told: string[] = [];
      eachNorm(
        text,
        tokens,
        (word) => told.push(normOfWord(word)),
        (norm) => told.push(norm),
      );
      assert.deepEqual(
        told,
        normalWords(text).map(({ norm }) => norm),
      );
      assert.ok(!told.includes(''));
    }),
  );
});
