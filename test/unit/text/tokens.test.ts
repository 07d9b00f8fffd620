/** Tokens: what is a word, a number and a mark, and that every offset is one of the text. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { tokenize } from '../../../server/src/text/tokens.ts';

/** The tokens parted by `|`, numbers in brackets. */
function shown(text: string): string {
  return tokenize(text)
    .map((token) => (token.kind === 'number' ? `[${token.text}]` : token.text))
    .join('|');
}

suite('tokens', () => {
  const cases = {
    'Some 5,000 left.': 'Some|[5,000]|left|.',
    '$2.1bn': '$|[2.1]|bn',
    '82nd, F-16': '[82]|nd|,|F|-|[16]',
    'The U.S. and the U.N.': 'The|U.S.|and|the|U.N.',
    'at 9 a.m.': 'at|[9]|a.m.',
    'Shi’ite don’t': 'Shi’ite|don’t',
    'the crew’s ship': 'the|crew|’s|ship',
    '‘twelve’ “left”': '‘|twelve|’|“|left|”',
    '5,000,00': '[5,000]|,|[00]',
    'café 😀 naïve': 'café|😀|naïve',
    '10–12': '[10]|–|[12]',
  };
  for (const [text, expected] of Object.entries(cases)) test(text, () => assert.equal(shown(text), expected));

  test('in lower case have straight apostrophes', () =>
    assert.deepEqual(
      tokenize('Don’t U.S.').map(({ lower }) => lower),
      ["don't", 'u.s.'],
    ));

  test('of a part of a text have the offsets of the whole', () => {
    const text = 'One 23 four';
    const tokens = tokenize(text, { start: 4, end: 8 });
    assert.deepEqual(
      tokens.map(({ start, end }) => [start, end, text.slice(start, end)]),
      [
        [4, 6, '23'],
        [7, 8, 'f'],
      ],
    );
  });

  test('of any text are its visible characters, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        let last = 0;
        for (const { start, end, text: written } of tokenize(text)) {
          assert.ok(last <= start && start < end && end <= text.length);
          assert.equal(written, text.slice(start, end));
          assert.match(text.slice(last, start), /^[\p{White_Space}\p{Cf}\p{Cc}]*$/u);
          last = end;
        }
        assert.match(text.slice(last), /^[\p{White_Space}\p{Cf}\p{Cc}]*$/u);
      }),
    );
  });
});
