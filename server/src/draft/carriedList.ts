/** Carried lists: what was worked out for each item of a list, carried over to the next version of the list. */

import type { Change } from './change.ts';

/** A version of a list, and what was worked out for each of its items. */
export interface Worked<Item, Value> {
  readonly items: readonly Item[];
  readonly values: readonly Value[];
}

/** Nothing was worked out yet. */
export const NOT_WORKED: Worked<never, never> = { items: [], values: [] };

/** When an item of the later version stands for one of the version before. `isSame` goes with `isLike`. */
export interface Likeness<Item> {
  /** It has neither changed nor moved. The same object as a rule. */
  readonly isSame: (before: Item, item: Item) => boolean;
  /** It is the same but for its place. */
  readonly isLike: (before: Item, item: Item) => boolean;
  /** A value depends on its own item and on so many to either side. */
  readonly reach: number;
}

/**
 * What of `items` has to be worked out anew. Those up to `prefix` are the same as `before`, with all in their reach; those
 * from `change.after` on are like the ones from `change.before` on. Linear, and one comparison for each item that stayed.
 */
export function changeOfItems<Item>(
  before: readonly Item[],
  items: readonly Item[],
  likeness: Likeness<Item>,
): Change {
  const [old, now] = [before.length, items.length];
  const { prefix, suffix } = endsInCommon(before, items, likeness);
  if (prefix === old && prefix === now) return { prefix, before: old, after: now };
  const kept = Math.max(0, suffix - likeness.reach);
  return { prefix: Math.max(0, prefix - likeness.reach), before: old - kept, after: now - kept };
}

/** How many items two versions have in common at their beginnings, and of the others at their ends. */
interface Ends {
  readonly prefix: number;
  readonly suffix: number;
}

interface ComparedEnds extends Ends {
  readonly items: readonly unknown[];
  readonly isLike: unknown;
}

/**
 * By the version before: several stages of a check ask for the ends of the same two versions of its sentences. The later
 * version is not the key, for it would keep the one before, and that the one before it.
 */
const endsKept = new WeakMap<readonly unknown[], ComparedEnds>();

function endsInCommon<Item>(before: readonly Item[], items: readonly Item[], likeness: Likeness<Item>): Ends {
  const { isSame, isLike } = likeness;
  const known = endsKept.get(before);
  if (known?.items === items && known.isLike === isLike) return known;
  const [old, now] = [before.length, items.length];
  const most = Math.min(old, now);
  const meets = (at: number, other: number, like: Likeness<Item>['isLike']): boolean => {
    const [one, item] = [before[at], items[other]];
    return one !== undefined && item !== undefined && like(one, item);
  };
  let prefix = 0;
  while (prefix < most && meets(prefix, prefix, isSame)) prefix += 1;
  let suffix = 0;
  while (suffix < most - prefix && meets(old - 1 - suffix, now - 1 - suffix, isLike)) suffix += 1;
  const ends = { items, isLike, prefix, suffix };
  if (old > 0) endsKept.set(before, ends);
  return ends;
}

/**
 * The values of the later version: those of before, with `anew` in place of what was worked out anew. `move` gives the
 * value of the item at `at` from the one that the like item had.
 */
export function carryValues<Value extends NonNullable<unknown> | null>(
  values: readonly Value[],
  { prefix, before, after }: Change,
  anew: readonly Value[],
  move: (value: Value, at: number) => Value,
): readonly Value[] {
  if (prefix === after && before === prefix && before === values.length) return values;
  const carried = values.slice(0, prefix);
  for (const value of anew) carried.push(value);
  for (let at = before; at < values.length; at += 1) {
    const value = values[at];
    if (value !== undefined) carried.push(move(value, after + at - before));
  }
  return carried;
}

/** A later version, with what was worked out anew for it. */
export interface WorkedOn<Item, Value> extends Worked<Item, Value> {
  readonly change: Change;
  readonly anew: readonly Value[];
}

/** The values of a later version where a value does not depend on where its item stands: `workOut` gives those not carried. */
export function workOn<Item, Value extends NonNullable<unknown> | null>(
  last: Worked<Item, Value>,
  items: readonly Item[],
  likeness: Likeness<Item>,
  workOut: (item: Item) => Value,
): WorkedOn<Item, Value> {
  const change = changeOfItems(last.items, items, likeness);
  const anew = items.slice(change.prefix, change.after).map(workOut);
  return { items, values: carryValues(last.values, change, anew, (value) => value), change, anew };
}

/** What the item that now stands at `at` had before; undefined where that has to be worked out anew. */
export function valueBefore<Value>(
  values: readonly Value[],
  { prefix, before, after }: Change,
  at: number,
): Value | undefined {
  if (at < prefix) return values[at];
  return at < after ? undefined : values[before + at - after];
}
