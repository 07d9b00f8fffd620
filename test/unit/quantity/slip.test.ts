/** Slips of the pen: which values one wrong key tells apart. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { slipLength } from '../../../server/src/quantity/slip.ts';
import { quantityOf } from './notation.ts';

function eachPair(length: number, pairs: readonly (readonly [one: string, other: string])[]): void {
  describe(length === 0 ? 'no slip' : `${length} characters`, () => {
    for (const [one, other] of pairs) {
      it(`${one} ← ${other}`, () => {
        assert.equal(slipLength(quantityOf(one), quantityOf(other)), length);
        assert.equal(slipLength(quantityOf(other), quantityOf(one)), length);
      });
    }
  });
}

eachPair(2, [
  ['24 days', '42 days'],
  ['12 men', '18 men'],
  ['4 men', '40 men'],
  ['3 May 2019', '30 May 2019'],
]);

eachPair(3, [
  ['78 metres', '7.8 metres'],
  ['240 migrants', '24 migrants'],
  ['50 to 100 houses', '50 to 101 houses'],
]);

eachPair(4, [['in 1987', 'in 1978']]);
eachPair(6, [['260,000 followers', '26,000 followers']]);

eachPair(0, [
  ['750 soldiers', '750 soldiers'],
  ['in 1987', 'in 1986'],
  ['750 soldiers', '570,000 soldiers'],
  ['1,234 men', '1,432 men'],
  ['3 May 2019', '30 June 2019'],
  ['3 May 2019', '3 men'],
  ['5 to 7 men', '6 to 8 men'],
]);
