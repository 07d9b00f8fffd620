/** Figures of a draft against those of an article. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Comparison, compareQuantities } from '../../../server/src/quantity/compare.ts';
import { quantitiesOf, quantityOf } from './notation.ts';

function eachPair(expected: Comparison, pairs: readonly (readonly [draft: string, article: string])[]): void {
  describe(expected, () => {
    for (const [draft, article] of pairs) {
      it(`${draft} ← ${article}`, () => {
        assert.equal(compareQuantities(quantityOf(draft), quantityOf(article)), expected);
      });
    }
  });
}

eachPair('equal', [
  ['61 percent', 'from 38 to 61 percent'],
  ['minus 3 degrees', '–3 °C'],
  ['750 troops', '750 soldiers'],
  ['750 troops', 'about 750 soldiers'],
  ['about 750 troops', '750 soldiers'],
  ['25 people', 'at least 25 people'],
  ['a quarter of a million people', '250,000 people'],
  ['two dozen', '24 men'],
  ['77%', '77 percent'],
  ['$2.1bn', '$2.1 billion'],
  ['half the voters', '50 percent of voters'],
  ['a 3-1 win', 'lost 1-3'],
  ['the first try', '1st try'],
  ['47-year-old', 'aged 47'],
  ['seven-year-old', '7'],
  ['her 53rd birthday', 'aged 53'],
  ['98m users', '98 million users'],
  ['bones 150,000 years old', 'lay there for 150,000 years'],
  ['more than 5,000', 'over 5,000'],
  ['twice', 'two times'],
  ['Flight 9525 crashed', 'on Flight 9525'],
  ['a 7.8-magnitude quake', 'a 7.8 quake'],
  ['a record of 7-4', '7 wins and 4 losses'],
  ['the defeats of 2012', 'his close 2012 defeats'],
  ['a .586 average', '0.586'],
  ['the film “Furious 7”', '7'],
  ['ranked #4', 'ranked No. 4'],
  ['a 1-5 record', 'fell to 1-5.'],
  ['the 17th hole', 'hole 17.'],
  ['their 111th homecoming', 'the 111th Homecoming'],
]);

eachPair('rounded', [
  ['$2 billion', '$2.1 billion'],
  ['12%', '12.4 percent'],
  ['about 100 people', '110 people'],
  ['5,000 people', '5,012 people'],
  ['about a quarter of a million people', '247,300 people'],
  ['two-thirds of voters', '66 percent of voters'],
  ['nearly 600 men', 'about 600 men'],
  ['1.4 million people', '1,390,000 people'],
]);

eachPair('converted', [
  ['about £3 a month', '£34 a year'],
  ['£650 a week', '£33,800 a year'],
  ['an hour and 25 minutes', '85 minutes'],
  ['39 degrees', '4 °C'],
  ['20 miles', '32 km'],
  ['104 degrees Fahrenheit', '40 degrees Celsius'],
  ['1,000 acres', '405 hectares'],
  ['200 pounds', '91 kg'],
  ['6 feet', '1.83 metres'],
  ['two weeks', '14 days'],
  ['60 mph', '97 km/h'],
  ['a decade', '10 years'],
  ['$1.50', '150 cents'],
]);

eachPair('within', [
  ['not 100% safe', '40-60%'],
  ['not 100% safe', '92 percent'],
  ['not 100% safe', '99.5%'],
  ['a record of 7 wins and 4 losses', 'seven wins'],
  ['at least 25 people', '25 people'],
  ['at least 25 people', 'more than 25 people'],
  ['more than 5,000 people', '5,200 people'],
  ['nearly 600 people', '580 people'],
  ['up to 20 people', '18 people'],
  ['dozens of people', '36 people'],
  ['thousands of people', '318,000 people'],
  ['billions of dollars', 'tens of billions of dollars'],
  ['hundreds of people', 'at least 240 people'],
  ['20 to 30 people', '25 people'],
  ['at least 20 people', '20 to 30 people'],
  ['two days', 'a couple of days'],
  ['more than $5.5 million', 'over $5,735,000'],
  ['21 years', 'over two decades'],
  ['11 out of 14 times', '11 times'],
  ['five people', 'five out of six people'],
]);

eachPair('bound-dropped', [
  ['four days', 'more than four days'],
  ['60%', 'nearly 60%'],
  ['20 people', 'up to 20 people'],
  ['more than 25 people', 'at least 25 people'],
]);

eachPair('bound-changed', [
  ['fewer than 5,000 troops', 'more than 5,000 troops'],
  ['over 60%', 'nearly 60%'],
  ['up to 20 people', 'at least 20 people'],
  ['more than 978 people', '978 people'],
  ['more than 3,862 people', 'some 3,862 people'],
  ['over 6 people', 'at least six people'],
  ['fewer than 41 ferries', '41 ferries'],
  ['about 40 ferries', 'fewer than 40 ferries'],
]);

eachPair('bound-added', [
  ['more than 750 troops', 'about 750 troops'],
  ['more than 25 people', '25 people'],
  ['more than one ferry', 'one ferry'],
  ['more than seven days', 'seven days'],
  ['more than two dozen ferries', '24 ferries'],
]);

eachPair('different', [
  ['an hour and 25 minutes', '95 minutes'],
  ['minus 3 degrees', '–5 °C'],
  ['850 troops', 'about 750 troops'],
  ['20 people', '21 people'],
  ['more than 5,000 people', '9,000 people'],
  ['dozens of people', '3,000 people'],
  ['36 people', 'hundreds of people'],
  ['5 people', '5 to 7 people'],
  ['20 to 30 people', '50 people'],
  ['$5 billion', '$2.1 billion'],
  ['20 miles', '50 km'],
  ['aged 47', '50-year-old'],
  ['Flight 9500 crashed', 'Flight 9525'],
  ['the first man', 'the third man'],
  ['62 percent', '77%'],
  ['3-1 win', '3-2 win'],
  ['two weeks', '10 days'],
  ['at least 380 migrants', 'at least 480 migrants'],
  ['up to 270,000 migrants', 'up to 200,000 migrants'],
  ['9 out of 14 times', '11 times'],
  ['a 7.8-magnitude quake', 'a quake of magnitude 6.1'],
  ['ranked #40', 'ranked No. 4'],
]);

eachPair('incomparable', [
  ['£5 a month', '£34 a year'],
  ['a .586 average', 'six seasons'],
  ['the defeats of 2012', '2013 votes'],
  ['the defeats of 2012', '2,012 votes'],
  ['a 12-gauge shotgun', '12 shotguns'],
  ['36 people', 'dozens of people'],
  ['three days', 'a few days'],
  ['the 14th Amendment', 'the 14th Legion'],
  ['$5', '£5'],
  ['5 miles', '5 kg'],
  ['5 miles', '5 mph'],
  ['5 people a day', '5 people a week'],
  ['5 percent', '5 percentage points'],
  ['5 percent', '5 people'],
  ['10th day', 'a decade'],
  ['aged 47', '12 people'],
  ['Flight 66', 'Route 66'],
  ['12 people', 'May 12'],
  ['the film “Furious 7”', '12 people'],
]);

describe('a number whose unit goes without saying', () => {
  const elided = 'The tram takes 26 minutes; the bus needs 41.';
  const rows: readonly (readonly [draft: string, expected: Comparison])[] = [
    ['41 minutes', 'equal'],
    ['40 minutes', 'incomparable'],
    ['41 people', 'equal'],
    ['41 miles', 'incomparable'],
  ];
  for (const [draft, expected] of rows) {
    it(`${draft}: ${expected}`, () => {
      const article = quantitiesOf(elided).at(-1);
      assert.ok(article !== undefined);
      assert.equal(compareQuantities(quantityOf(draft), article), expected);
    });
  }
});

describe('an amount before a preposition', () => {
  const rows: readonly (readonly [article: string, told: string, draft: string, expected: Comparison])[] = [
    ['It lost 118 million euros after one of 96 million in 2019', '96 million', '96 million euros', 'equal'],
    ['It earned 30 million euros and holds 204 million in cash', '204 million', '204 million euros', 'equal'],
    ['It went up by 9%, to 188 in May', '188', '188%', 'equal'],
    ['It went up by 9%, to 188 in May', '188', '188 ferries', 'equal'],
    ['It took 9 minutes, down from about 17 before the works', '17', '17 minutes', 'equal'],
    ['It took 9 minutes and killed 12 in Meren', '12', '12 minutes', 'incomparable'],
    ['It took 9 minutes, and 12 of the men died', '12', '12 minutes', 'incomparable'],
    ['It took 9 minutes, up to 30 people say', '30', '30 minutes', 'incomparable'],
    ['It took 9 minutes, down from 12 and 30 ferries', '12', '12 minutes', 'incomparable'],
  ];
  for (const [article, told, draft, expected] of rows) {
    it(`${draft} against ${article}: ${expected}`, () => {
      const figure = quantitiesOf(article).find(({ text }) => text === told);
      assert.ok(figure !== undefined);
      assert.equal(compareQuantities(quantityOf(draft), figure), expected);
    });
  }
});

describe('the ages of two', () => {
  it('are each what somebody of that age is', () => {
    const ages = quantitiesOf('aged 22 and 25');
    const compared = ages.map((age) => compareQuantities(quantityOf('a 25-year-old'), age));
    assert.deepEqual(compared, ['different', 'equal']);
  });

  it('lie in a range that is told for them', () => {
    const compared = quantitiesOf('aged 22 and 25').map((age) =>
      compareQuantities(quantityOf('aged between 22 and 25'), age),
    );
    assert.deepEqual(compared, ['within', 'within']);
  });
});

describe('a number in front of a comparison', () => {
  it('counts what the figure before it counts', () => {
    const [, fewer] = quantitiesOf('The tram takes 26 minutes, 15 fewer than the bus.');
    assert.ok(fewer !== undefined);
    assert.equal(compareQuantities(fewer, quantityOf('15 minutes')), 'equal');
  });
});
