/** Words with a unit: which of an article's can stand for a draft's that are told in another unit. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Figure } from '../../../server/src/quantity/quantity.ts';
import {
  areInterchangeable,
  unitsDiffer,
  wordsWithUnit,
} from '../../../server/src/quantity/write/unitWords.ts';
import { quantitiesOf, quantityOf } from './notation.ts';

describe('units differ', () => {
  const rows: readonly (readonly [one: string, other: string, expected: boolean])[] = [
    ['six weeks', 'six months', true],
    ['26 miles', '26 hours', true],
    ['£55m', '$55m', true],
    ['an hour and a quarter', 'an hour and 20 minutes', true],
    ['six weeks', 'eight weeks', false],
    ['£3 million', '£3 billion', false],
    ['two-thirds', '66%', false],
    ['six weeks', 'six people', false],
    ['on Tuesday', 'six weeks', false],
    ['Flight 370', 'Section 370', false],
  ];
  for (const [one, other, expected] of rows)
    it(`${one}, ${other}: ${expected}`, () =>
      assert.equal(unitsDiffer(quantityOf(one), quantityOf(other)), expected));
});

describe('the words of an article over those of a draft', () => {
  const rows: readonly (readonly [article: string, draft: string, expected: boolean])[] = [
    ['six months', 'about six weeks', true],
    ['two to three weeks', 'two to three months', true],
    ['26.2 miles', '26.2 hours', true],
    ['£55m', '$55 million', true],
    ['an hour and 20 minutes', 'two hours', true],
    ['90 minutes', 'an hour and 20 minutes', true],
    ['an eight-month ban', 'an eight-week ban', true],
    ['20 miles', '20km', true],
    // `an eight months ban`, `closed for eight-month`
    ['eight months', 'an eight-week ban', false],
    ['an eight-month ban', 'eight weeks', false],
    ['eight months', 'an 8 week ban', false],
    // `one month were`, `six weeks's notice`
    ['one month', 'six weeks', false],
    ['six weeks', 'one month', false],
    // The bound behind the unit would go with it.
    ['six months', 'six weeks or more', false],
  ];
  for (const [article, draft, expected] of rows)
    it(`${article} for ${draft}: ${expected ? 'fit' : 'do not fit'}`, () => {
      const source = figureOf(article);
      const own = figureOf(draft);
      assert.equal(areInterchangeable(source.figure, source.words, own.figure, own.words), expected);
    });

  it('do not fit where the unit is told once for two', () => {
    const text = 'It was five or eight weeks.';
    const [five] = quantitiesOf(text);
    assert.ok(five?.kind === 'duration');
    const own = wordsWithUnit(five, text.slice(five.extent.start, five.extent.end));
    const source = figureOf('six months');
    assert.equal(areInterchangeable(source.figure, source.words, five, own), false);
  });
});

function figureOf(text: string): { readonly figure: Figure; readonly words: string } {
  const figure = quantityOf(text);
  assert.ok(figure.kind !== 'date');
  const { start, end } = figure.extent;
  return { figure, words: wordsWithUnit(figure, text.slice(start, end)) };
}
