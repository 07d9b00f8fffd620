/** Properties that hold of any text: no exception, spans in order and in bounds, time in proportion to length. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compareQuantities } from '../../../server/src/quantity/compare.ts';
import { findQuantities } from '../../../server/src/quantity/findQuantities.ts';
import type { Quantity } from '../../../server/src/quantity/quantity.ts';
import { writeLike } from '../../../server/src/quantity/write.ts';
import { tokenize } from '../../../server/src/text/tokens.ts';
import { quantitiesOf, REFERENCE } from './notation.ts';

/** Words and marks that the parsers look for, so that random texts reach deep into them. */
const PIECES =
  `0 1 2 3 12 20 31 99 100 750 1,234 5,000 2.1 .5 1900 1976 2001 2020 ½ $ £ € US$ % - – — , . ; : / ' ’ ( ) + ~ a an the of
  and or to in on at from between by one two three ten twenty half quarter third thirds first second hundred thousand
  million billion dozen dozens few couple several tens percent per cent point points degrees C F miles feet foot inches
  km m mm pounds cents dollars euros Swiss francs year years old day days week month hour hours ago last next this early
  late mid end May march June Jan Dec Monday Tue sat weekday today yesterday now noon p.m. GMT Q3 century 's s th nd k bn
  more than about nearly up least most fewer or less twice doubled times as fold Smith Boeing F aged Christmas now minus`.split(
    /\s+/,
  );

const text = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(' ', '', ' ', '-', '\n')), { maxLength: 60 })
  .map((pairs) => pairs.map(([piece, gap]) => piece + gap).join(''));

const anyText = fc.oneof(text, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 }));

describe('any text', () => {
  it('is read without overlap where a name takes the word that opens a range', () => {
    const [, name, range] = quantitiesOf('0 0between 0-20 ', null);
    assert.ok(name !== undefined && range !== undefined && range.extent.start >= name.extent.end);
  });

  it('gives quantities in order, without overlap, within bounds and with their own words', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom(REFERENCE, null, 'no date', '0001-01-01', '9999-12-31'),
        (input, reference) => {
          let end = 0;
          for (const quantity of quantitiesOf(input, reference)) {
            const { extent } = quantity;
            assert.ok(
              extent.start >= end && extent.end <= input.length,
              'extents are in order and within the text',
            );
            assert.ok(
              extent.start <= quantity.start && quantity.end <= extent.end,
              'the extent holds the value',
            );
            assert.ok(quantity.start < quantity.end);
            assert.equal(quantity.text, input.slice(quantity.start, quantity.end));
            end = extent.end;
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('gives figures whose numbers are finite and in order', () => {
    fc.assert(
      fc.property(anyText, (input) => {
        for (const quantity of quantitiesOf(input)) {
          if (quantity.kind === 'date') {
            assert.ok(quantity.from === null || quantity.to === null || quantity.from <= quantity.to);
            continue;
          }
          assert.ok(Number.isFinite(quantity.low) && Number.isFinite(quantity.high) && quantity.step > 0);
          assert.ok(quantity.kind === 'score' || quantity.low <= quantity.high);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('gives quantities that can be compared and written, and that equal themselves', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, two) => {
        for (const a of quantitiesOf(one)) {
          const own = compareQuantities(a, a);
          assert.ok(
            own === 'equal' || own === 'within' || (a.kind === 'date' && own === 'incomparable'),
            own,
          );
          for (const b of quantitiesOf(two)) {
            compareQuantities(a, b);
            assert.notEqual(writeLike(a, b), '');
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same quantities wherever it stands in a longer one', () => {
    fc.assert(
      fc.property(text, text, (before, input) => {
        const offset = before.length + 1;
        const whole = `${before}\n${input}`;
        const span = { start: offset, end: whole.length };
        const inside = findQuantities(tokenize(whole, span), whole, REFERENCE);
        assert.deepEqual(
          inside,
          quantitiesOf(input).map((quantity) => moved(quantity, offset)),
        );
      }),
    );
  });
});

function moved(quantity: Quantity, offset: number): Quantity {
  const { start, end, extent } = quantity;
  return {
    ...quantity,
    start: start + offset,
    end: end + offset,
    extent: { start: extent.start + offset, end: extent.end + offset },
  };
}

describe('hostile text', () => {
  const HOSTILE = [
    '1',
    '1,',
    '1,000,',
    '1 ',
    '1.',
    '1-',
    '1/',
    '1/2 ',
    '-',
    '- ',
    '$',
    '$1 ',
    "'",
    '1:',
    'million ',
    'one million million ',
    '1 million ',
    '1. one\n',
    '1. One. ',
    'a ',
    'one ',
    'twenty-',
    'hundred and ',
    'one and a half ',
    'half a ',
    'and ',
    'two thirds and ',
    'point one ',
    'May ',
    'May 1 ',
    'first ',
    'last ',
    'early ',
    'between 1 and ',
    '3 feet ',
    '1 hour ',
    'in ',
    '2001-',
    '1 as ',
    'times as ',
    '1 dollar ',
    '(1) ',
    'per ',
    'from Monday to ',
  ];
  const LENGTH = 1_000_000;
  /** Of a processor, so that other work on the machine does not count. A quadratic reader needs minutes; a linear one two to four seconds. */
  const LIMIT_MS = 10_000;
  const TIMEOUT_MS = 10 * LIMIT_MS;

  for (const piece of HOSTILE) {
    it(`1 MB of ${JSON.stringify(piece)}`, { timeout: TIMEOUT_MS }, () => {
      const input = piece.repeat(Math.ceil(LENGTH / piece.length));
      const tokens = tokenize(input);
      const started = process.cpuUsage();
      const found = findQuantities(tokens, input, REFERENCE);
      assert.ok(process.cpuUsage(started).user / 1000 < LIMIT_MS);
      assert.ok(found.every((quantity) => quantity.kind === 'date' || Number.isFinite(quantity.high)));
    });
  }

  it('1 MB of sentences, each read on its own', { timeout: TIMEOUT_MS }, () => {
    for (const sentence of ['It was 12. ', '1. One. ', 'In 2019 (', 'May 5, ']) {
      const input = sentence.repeat(Math.ceil(LENGTH / sentence.length));
      for (let start = 0; start < input.length; start += sentence.length) {
        const span = { start, end: start + sentence.length };
        findQuantities(tokenize(input, span), input, REFERENCE);
      }
    }
  });
});
