/** Number lists: kept in one sequence, they are the lists that numbers were put into one by one. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { byKey, NumberLists, Numbers } from '../../../server/src/corpus/disk/numberLists.ts';

const LISTS = 7;
const puts = fc.array(fc.record({ list: fc.nat(LISTS - 1), number: fc.nat(2 ** 32 - 1) }), {
  maxLength: 600,
});

describe('number lists', () => {
  test('hold each number in its list, in the order in which they came', () => {
    fc.assert(
      fc.property(puts, (put) => {
        const lists = new NumberLists();
        for (const { list, number } of put) lists.push(list, number);
        const read = lists.read(LISTS).map((list) => [...list]);
        const own = (list: number): number[] =>
          put.filter((each) => each.list === list).map((each) => each.number);
        assert.deepEqual(
          read,
          Array.from({ length: LISTS }, (_, list) => own(list)),
        );
      }),
    );
  });

  test('are found by their keys, those without a number too', () => {
    const lists = new NumberLists();
    lists.push(1, 5);
    assert.deepEqual(
      [...byKey(['mill', 'valley'], lists.read(2))].map(([key, list]) => [key, [...list]]),
      [
        ['mill', []],
        ['valley', [5]],
      ],
    );
  });

  test('numbers are read in part, however many there are', () => {
    const numbers = new Numbers();
    for (let number = 0; number < 1_000; number += 1) numbers.push(number * 3);
    assert.equal(numbers.length, 1_000);
    assert.deepEqual([...numbers.read(998)], [2_994, 2_997]);
    assert.deepEqual([...numbers.read(1, 3)], [3, 6]);
  });
});
