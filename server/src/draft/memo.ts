/** A bounded memo: keeps what was computed for a text as long as the text is in use. */

import { detached } from '../text/detached.ts';

/**
 * A function that returns what `compute` gave for `key` before, or computes it. What is kept holds about `size` code
 * units of keys: when the young half is full, the old half is forgotten, so recent use outlives age.
 */
export function createMemo<Value>(size: number): (key: string, compute: () => Value) => Value {
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  let held = 0;
  return (key, compute) => {
    const kept = young.get(key);
    if (kept !== undefined) return kept;
    const value = old.get(key) ?? compute();
    if (held > size / 2) {
      old = young;
      young = new Map();
      held = 0;
    }
    // A key that is a part of a text must not keep the text.
    young.set(detached(key), value);
    held += key.length;
    return value;
  };
}
