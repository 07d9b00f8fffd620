/** An article's value in the style of the draft, and quantities as messages show them. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeQuantity } from '../../../server/src/quantity/describe.ts';
import { inWords, ordinalInDigits, ordinalInWords } from '../../../server/src/quantity/write/numberWords.ts';
import { writeLike } from '../../../server/src/quantity/write.ts';
import { quantityOf } from './notation.ts';

describe('the article’s value as the draft writes', () => {
  const rows: readonly (readonly [article: string, draft: string, expected: string])[] = [
    ['about 750 soldiers', '850 soldiers', '750'],
    ['thirty-five people', '20 people', '35'],
    ['35 people', 'twenty people', 'thirty-five'],
    ['35 people', 'Twenty people', 'Thirty-five'],
    ['350 people', 'twenty people', '350'],
    ['5200 people', '850 people', '5,200'],
    ['5,200 people', '8500 people', '5200'],
    ['62 percent', '77%', '62%'],
    ['62%', '77 per cent', '62 per cent'],
    ['62%', 'seventy percent', 'sixty-two percent'],
    ['$3 billion', '$2.1 billion', '$3 billion'],
    ['£18.2m', '£13.3m to £15m', '£18.2m'],
    ['$34 million', '$2.1bn', '$34m'],
    ['£980', '£1.2m', '£980'],
    ['$2.1 billion', '$850,000', '$2.1 billion'],
    ['1,234,567 votes', '2 million votes', '1,234,567'],
    ['65 cents', '50 cents', '65 cents'],
    ['5 million yen', '3 million yen', '5 million yen'],
    ['four days', 'three days', 'four'],
    ['a 19-year-old', 'an 18-year-old', '19'],
    ['the 3rd man', 'the first man', 'third'],
    ['the third man', 'the 1st man', '3rd'],
    ['the 22nd Amendment', 'the 13th Amendment', '22nd'],
    ['the Ninth Circuit', 'the 6th Circuit', '9th'],
    ['the 9th Circuit', 'the Sixth Circuit', 'Ninth'],
    ['Ward 4', 'Ward 5', '4'],
    ['2-0 win', '3-1 win', '2-0'],
    ['50 to 60 people', '30 to 40 people', '50 to 60'],
    ['dozens of people', '30 people', 'dozens'],
    ['three weeks', '$20', 'three'],
    ['on Wednesday', 'on Tuesday', 'Wednesday'],
    ['1 January 2020', 'on Tuesday', 'Wednesday'],
    ['1 January 2020', 'Dec. 31', 'Jan. 1'],
    ['December 30', '29 December 2019', '30 December 2019'],
    ['March 3, 2019', 'the 4th of July', 'the 3rd of March'],
    ['in 1973', 'in 1958', '1973'],
    ['last year', 'in 1958', 'last year'],
    ['Flight 9525', 'Flight 370', '9525'],
  ];
  for (const [article, draft, expected] of rows) {
    it(`${draft} → ${expected}`, () => {
      assert.equal(writeLike(quantityOf(article), quantityOf(draft)), expected);
    });
  }
});

describe('a quantity in a message', () => {
  it('keeps its bound and its unit, on one line', () => {
    const text = 'They stayed for more than\n  three weeks.';
    assert.equal(describeQuantity(quantityOf(text), text), 'more than three weeks');
  });
});

describe('number words', () => {
  it('end at a hundred', () => {
    assert.deepEqual([0, 12, 20, 21, 99, 100].map(inWords), [
      'zero',
      'twelve',
      'twenty',
      'twenty-one',
      'ninety-nine',
      'one hundred',
    ]);
    assert.deepEqual([-1, 1.5, 101].map(inWords), [null, null, null]);
  });

  it('make ordinals', () => {
    assert.deepEqual([1, 12, 20, 33, 100].map(ordinalInWords), [
      'first',
      'twelfth',
      'twentieth',
      'thirty-third',
      'one hundredth',
    ]);
    assert.deepEqual([1, 2, 3, 4, 11, 112, 21].map(ordinalInDigits), [
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '112th',
      '21st',
    ]);
  });
});
