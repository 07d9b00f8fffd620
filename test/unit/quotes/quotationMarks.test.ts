/** Which stretches of a paragraph stand between quotation marks. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { findQuotations } from '../../../server/src/claims/quotationMarks.ts';

function quoted(text: string): string[] {
  return findQuotations(text, { start: 0, end: text.length }).map(({ start, end, closed }) => {
    const words = text.slice(start, end);
    return closed ? words : `${words} (open)`;
  });
}

const CASES: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
  ['straight', 'She said "we left" and "we came".', ['we left', 'we came']],
  ['curly', 'She said “we left” and “we came”.', ['we left', 'we came']],
  ['mixed by a careless hand', 'She said “we left" and "we came”.', ['we left', 'we came']],
  ['low and high', '„Wir gehen“, sagte sie. „Nein.”', ['Wir gehen', 'Nein.']],
  ['guillemets both ways round', '«Nous partons» et »wir gehen«', ['Nous partons', 'wir gehen']],
  ['doubled single marks', "She said ``we left'' today.", ['we left']],
  [
    'single, with apostrophes',
    '‘The crew’s boats won’t leave,’ she said.',
    ['The crew’s boats won’t leave,'],
  ],
  ['single and straight', "'The crew's boats won't leave,' she said.", ["The crew's boats won't leave,"]],
  ['a plural possessive inside', "'The dogs' tails wagged', he said.", ["The dogs' tails wagged"]],
  ['a plural that ends the quotation', "They put 'hats' or 'caps' on the statues.", ['hats', 'caps']],
  ['nested single in double', '“He said ‘no’ to me,” she said.', ['He said ‘no’ to me,']],
  ['nested double in single', '‘He said “no” to me,’ she said.', ['He said “no” to me,']],
  ['apostrophes alone', "The crew's boats, the '90s, rock 'n' roll and the dogs' home.", []],
  ['curly apostrophes alone', 'The crew’s boats, the ’90s and the dogs’ home.', []],
  ['feet and inches', `A pier 6' 2" wide and 12" deep.`, []],
  ['an escaped mark', 'He said \\"we left\\" today.', ['we left']],
  [
    'run on after a mark',
    'The end.‘NO MORE BOATS’“The basin is full,” she said.',
    ['NO MORE BOATS', 'The basin is full,'],
  ],
  ['run on with straight marks', 'She said "we left."The crane fell.', ['we left.']],
  ['blanks inside the marks', 'They are " determined to stay ", he said.', ['determined to stay']],
  ['never closed', 'She said “we left.', ['we left. (open)']],
  [
    'never closed, then another',
    'She said "we left. Then "we came," he said.',
    ['we left. Then (open)', 'we came,'],
  ],
  ['a stray closing mark', 'We left," she said. "We came," he said.', ['We came,']],
  ['a single mark that never closes', 'The ’twas and ‘more “we left” there.', ['we left']],
  ['empty marks', 'She said "" and “”.', []],
];

describe('finds', () => {
  for (const [name, text, expected] of CASES) {
    test(name, () => assert.deepEqual(quoted(text), expected));
  }
});

test('quotations are in order, apart, and inside the paragraph, whatever stands in it', () => {
  const piece = fc.constantFrom(
    '"',
    '“',
    '”',
    "'",
    '‘',
    '’',
    '„',
    '«',
    '»',
    ' ',
    'a',
    's',
    'B',
    '.',
    ',',
    '5',
    '\\',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = `x ${pieces.join('')} y`;
      let end = 2;
      for (const one of findQuotations(text, { start: 2, end: text.length - 2 })) {
        assert.ok(one.outer.start >= end && one.outer.end <= text.length - 2);
        assert.ok(one.outer.start <= one.start && one.start < one.end && one.end <= one.outer.end);
        assert.equal(text.slice(one.start, one.end), text.slice(one.start, one.end).trim());
        end = one.outer.end;
      }
    }),
    { numRuns: 500 },
  );
});
