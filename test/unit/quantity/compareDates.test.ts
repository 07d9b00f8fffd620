/** Dates of a draft against those of an article. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Comparison, compareQuantities } from '../../../server/src/quantity/compare.ts';
import { quantitiesOf, quantityOf, REFERENCE } from './notation.ts';

type Pair = readonly [draft: string, article: string];

function eachPair(
  expected: Comparison,
  pairs: readonly Pair[],
  draftReference: string | null = REFERENCE,
): void {
  describe(`${expected}${draftReference === null ? ', the draft’s day unknown' : ''}`, () => {
    for (const [draft, article] of pairs) {
      it(`${draft} ← ${article}`, () => {
        const found = compareQuantities(quantityOf(draft, draftReference), quantityOf(article));
        assert.equal(found, expected);
      });
    }
  });
}

eachPair('equal', [
  ['on Tuesday', 'on Tuesday'],
  ['on Tuesday', 'on Dec. 31, 2019'],
  ['29 December 2019', 'December 29'],
  ['yesterday', 'on Tuesday'],
  ['in 2019', 'last year'],
  ['3 p.m.', '15:00'],
  ['4:50 p.m.', 'at 4:50'],
  ['noon', '12 p.m.'],
  ['on Christmas Day', '25 December 2019'],
  ['from Monday to Tuesday', '30-31 December'],
  ['between 1990 and 1995', '1990-1995'],
]);

eachPair('within', [
  ['in December', '29 December'],
  ['last week', 'on Friday'],
  ['two years ago', 'in May 2018'],
  ['in the 1950s', 'in 1954'],
  ['early 2019', 'in March 2019'],
]);

/** A day that neither the draft nor the article gives is needed for none of these. */
eachPair(
  'equal',
  [
    ['its 40th anniversary', '40 years ago'],
    ['22 months after the find', '22 months ago'],
    ['for two years', 'two years ago'],
    ['a 150,000-year-old skull', '150,000 years ago'],
    ['50 years ago', 'for 50 years'],
    ['a 60th anniversary', 'a 60th birthday'],
  ],
  null,
);

eachPair(
  'within',
  [
    ['10 days of talks', 'the 10th day'],
    ['for six months', 'its sixth month'],
    ['for over 50 years', '50 years ago'],
  ],
  null,
);

eachPair(
  'incomparable',
  [
    ['its 30th anniversary', '40 years ago'],
    ['11 days of talks', 'the 9th day'],
    ['for two years', 'three years ago'],
    ['40 people', '40 years ago'],
    ['5 hours', 'five days ago'],
  ],
  null,
);

eachPair('different', [
  ['on Monday', 'on Tuesday'],
  ['29 December', '30 December'],
  ['in 1958', 'in 1973'],
  ['this year', 'in 1934'],
  ['late 2019', 'in March 2019'],
  ['3 p.m.', '4 p.m.'],
  ['2001-2005', '2003-2007'],
]);

eachPair('bound-changed', [
  ['before 2018', 'after 2018'],
  ['since Tuesday', 'until Tuesday'],
]);

eachPair('incomparable', [
  ['3 p.m.', 'on Tuesday'],
  ['in 2019', 'three weeks'],
]);

eachPair(
  'equal',
  [
    ['on Tuesday', 'on Tuesday'],
    ['last year', 'last year'],
    ['29 December', '29 December 2019'],
    ['four weeks ago', 'a month ago'],
    ['31 December', 'on Tuesday'],
    ["New Year's Day", 'today'],
    ['a quarter past eight', '8:15 p.m.'],
    ["five o'clock", '5 p.m.'],
  ],
  null,
);

eachPair(
  'within',
  [
    ['in December', '29 December 2019'],
    ['28 June', 'the end of June'],
    ['13 June', 'in June'],
  ],
  null,
);
eachPair(
  'different',
  [
    ['on Monday', '31 December 2019'],
    ['29 December', '30 December 2019'],
    ['30 December', 'on Tuesday'],
    ['13 June', 'the end of June'],
    ['a quarter past eight in the morning', '8:15 p.m.'],
    ['five weeks ago', 'three weeks ago'],
    ['four decades ago', 'three decades ago'],
  ],
  null,
);
eachPair('incomparable', [['last year', 'in 2019']], null);

describe('periods of days without a year, the days of both texts unknown', () => {
  const rows: readonly (readonly [draft: string, article: string, expected: Comparison])[] = [
    ['from March 14 to March 22', 'March 14-22', 'equal'],
    ['from March 14 to March 22', 'from March 14 to March 25', 'different'],
    ['from March 14 to March 32', 'from March 14 to March 22', 'different'],
    ['since March 19', 'from March 19 to April 6', 'within'],
    ['on March 12', 'from March 14 to March 22', 'different'],
    ['on 2 January', 'from December 28 to January 3', 'within'],
    ['on 2 December', 'from December 28 to January 3', 'different'],
    ['in March', 'from March 14 to March 22', 'equal'],
    ['from March 14 to March 22, 2019', 'from March 14 to March 22, 2018', 'different'],
  ];
  for (const [draft, article, expected] of rows)
    it(`${draft} ← ${article}: ${expected}`, () => {
      assert.equal(compareQuantities(quantityOf(draft, null), quantityOf(article, null)), expected);
    });
});

describe('periods between weekdays, the days of both texts unknown', () => {
  const rows: readonly (readonly [draft: string, article: string, expected: Comparison])[] = [
    ['from Friday to Monday', 'Friday through Monday', 'equal'],
    ['from Monday to Tuesday', 'from Friday to Monday', 'different'],
    ['from Thursday to Sunday', 'from Thursday to Saturday', 'different'],
    ['on Sunday', 'from Friday to Monday', 'incomparable'],
    ['from Monday to Tuesday', 'on Tuesday', 'incomparable'],
  ];
  for (const [draft, article, expected] of rows)
    it(`${draft} ← ${article}: ${expected}`, () => {
      assert.equal(compareQuantities(quantityOf(draft, null), quantityOf(article, null)), expected);
    });
});

describe('a day that the calendar does not have', () => {
  for (const article of ['on Thursday, November 9', 'on Thursday', 'on November 9'])
    it(`is none of an article: ${article}`, () => {
      const found = compareQuantities(quantityOf('on Thursday, November 90'), quantityOf(article));
      assert.equal(found, 'different');
    });
});

describe('a weekday or a month of an article that may lie before or behind its day', () => {
  /** A Sunday. */
  const published = '2019-11-03';
  const rows: readonly (readonly [draft: string, article: string, expected: Comparison])[] = [
    ['on 9 November', 'Rovers travel to Thornby on Saturday', 'equal'],
    ['on 2 November', 'Rovers travel to Thornby on Saturday', 'equal'],
    ['on 9 November 2019', 'Rovers travel to Thornby on Saturday', 'equal'],
    ['on 10 November', 'Rovers travel to Thornby on Saturday', 'different'],
    ['on 16 November', 'Rovers travel to Thornby on Saturday', 'different'],
    ['on 26 October', 'Rovers travel to Thornby on Saturday', 'different'],
    ['on 9 November', 'The harbour board said it meets on Saturday', 'equal'],
    ['on 9 November', 'The vote was put off until Saturday', 'equal'],
    ['on 9 November', 'The keeper was due to return on Saturday', 'equal'],
    ['on 9 November', 'The injured keeper returns on Saturday', 'equal'],
    ['on 9 November', 'Rovers travelled to Thornby on Saturday', 'different'],
    ['on 9 November', 'Tickets priced low go on sale on Saturday', 'equal'],
    ['on 9 November', "The club's bus crashed on Saturday", 'different'],
    ['on 9 November', 'The ferry sank on Saturday', 'different'],
    ['on 9 November', 'On Saturday, the ferry sank', 'different'],
    ['on 9 November', 'The board said on Saturday', 'different'],
    ['on 9 November', 'Rovers travel to Thornby last Saturday', 'different'],
    ['on 10 November', 'Rovers travel to Thornby on Sunday', 'equal'],
    ['March 2020', 'The bridge opening has been put back to March', 'equal'],
    ['March 2019', 'The bridge opening has been put back to March', 'equal'],
    ['March 2018', 'The bridge opening has been put back to March', 'different'],
    ['March 2021', 'The bridge opening has been put back to March', 'different'],
    ['late March 2019', 'It is to open in late March', 'equal'],
    ['early March 2020', 'It is to open in late March', 'different'],
    ['January 2019', 'The mayor resigned in January', 'equal'],
    ['September 2020', 'The mayor resigned in September', 'different'],
    ['September 2020', 'Half of the desks come now, with the rest in September', 'equal'],
    ['November 2020', 'It opens in November', 'different'],
  ];
  for (const [draft, article, expected] of rows)
    it(`${draft} ← ${article}: ${expected}`, () => {
      const told = quantitiesOf(article, published).find(({ kind }) => kind === 'date');
      assert.ok(told !== undefined);
      assert.equal(compareQuantities(quantityOf(draft, null), told), expected);
    });
});

describe('a day without a year in a dated draft against a weekday of an article', () => {
  const rows: readonly (readonly [draft: string, drafted: string, expected: Comparison])[] = [
    ['on 2 November', '2019-11-04', 'equal'],
    ['on 9 November', '2019-11-04', 'equal'],
    ['on 9 November', '2020-12-04', 'equal'],
    ['on 16 November', '2019-11-04', 'different'],
    ['on 10 November', '2019-11-04', 'different'],
  ];
  for (const [draft, drafted, expected] of rows)
    it(`${draft}, of ${drafted}: ${expected}`, () => {
      const article = quantityOf('Rovers travel to Thornby on Saturday', '2019-11-03');
      assert.equal(compareQuantities(quantityOf(draft, drafted), article), expected);
    });
});

describe('a time counted from one that the article told before', () => {
  const rows: readonly (readonly [draft: string, article: string, expected: Comparison])[] = [
    ['in spring 2021', 'reopened the following spring', 'incomparable'],
    ['in summer 2012', 'reopened the next summer', 'incomparable'],
    ['in autumn 2012', 'closed the previous autumn', 'incomparable'],
    ['in 2012', 'up from the previous year', 'incomparable'],
    ['in 2012', 'over the next year', 'incomparable'],
    ['in May 2012', 'the previous month', 'incomparable'],
    ['in March 2012', 'in March the following year', 'within'],
    ['in May 2012', 'in March of the following year', 'different'],
    ['on 14 March 2012', 'on the following Wednesday', 'equal'],
    ['in spring 2021', 'reopened last spring', 'different'],
    ['in summer 2012', 'to reopen next summer', 'different'],
    ['in 2012', 'up from last year', 'different'],
  ];
  for (const [draft, article, expected] of rows)
    it(`${draft} ← ${article}: ${expected}`, () => {
      assert.equal(compareQuantities(quantityOf(draft, null), quantityOf(article)), expected);
    });
});
