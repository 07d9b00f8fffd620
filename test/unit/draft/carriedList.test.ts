/** A carried list is the list worked out anew, whatever is put in, taken out or moved, and works out no more than it must. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  carryValues,
  changeOfItems,
  type Likeness,
  NOT_WORKED,
  valueBefore,
  type Worked,
} from '../../../server/src/draft/carriedList.ts';

/** A letter, and where it stands. */
interface Item {
  readonly letter: string;
  readonly at: number;
}

const REACH = 2;
const LIKENESS: Likeness<Item> = {
  isSame: (before, item) => before === item,
  isLike: (before, item) => before.letter === item.letter,
  reach: REACH,
};

/** The letters around an item, and its place. */
function around(items: readonly Item[], at: number): string {
  const letters = items.slice(Math.max(0, at - REACH), at + REACH + 1).map(({ letter }) => letter);
  return `${items[at]?.at} ${at < REACH ? at : ''} ${letters.join('')}`;
}

function placed(value: string, at: number): string {
  return value.replace(/^\d+/, `${at}`);
}

/** The items of `letters`, each the same object as before where the same letter stands at the same place. */
function itemsOf(letters: readonly string[], before: readonly Item[]): readonly Item[] {
  return letters.map((letter, at) => {
    const known = before[at];
    return known?.letter === letter ? known : { letter, at };
  });
}

function next(
  letters: readonly string[],
  last: Worked<Item, string>,
): { readonly now: Worked<Item, string>; readonly anew: number } {
  const items = itemsOf(letters, last.items);
  const change = changeOfItems(last.items, items, LIKENESS);
  const anew: string[] = [];
  for (let at = change.prefix; at < change.after; at += 1) anew.push(around(items, at));
  for (const at of items.keys()) {
    const known = valueBefore(last.values, change, at);
    assert.equal(known === undefined, change.prefix <= at && at < change.after);
  }
  const values = carryValues(last.values, change, anew, placed);
  return { now: { items, values }, anew: anew.length };
}

const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });

test('is what would be worked out, after any changes', () => {
  fc.assert(
    fc.property(fc.array(letters, { minLength: 1, maxLength: 6 }), (versions) => {
      let last: Worked<Item, string> = NOT_WORKED;
      for (const version of versions) {
        last = next(version, last).now;
        assert.deepEqual(
          last.values,
          version.map((_, at) => around(last.items, at)),
        );
      }
    }),
    { numRuns: 2000 },
  );
});

test('one item put in is worked out with those in its reach, and nothing where nothing changed', () => {
  const many = Array.from({ length: 100 }, (_, at) => `item ${at}`);
  const { now } = next(many, NOT_WORKED);
  assert.equal(next(many, now).now.values, now.values);
  assert.equal(next(many.toSpliced(50, 0, 'new'), now).anew, 1 + 2 * REACH);
});
