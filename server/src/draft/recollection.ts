/** Recollections: values kept from one round of work to the next, for as long as each round has a use for them. */

/** Values by a key that says everything they depend on. */
export interface Recollection<Value> {
  /** The value stored under `key`, in this round or before. */
  recall(key: string): Value | undefined;
  store(key: string, value: Value): void;
  /**
   * Ends a round that saw everything there is: what it neither recalled nor stored is forgotten. A round that is
   * broken off is not ended, so that what was known before it stays known.
   */
  endRound(): void;
  clear(): void;
}

/** An empty recollection. */
export function createRecollection<Value>(): Recollection<Value> {
  let before = new Map<string, Value>();
  let used = new Map<string, Value>();
  return {
    recall(key) {
      const own = used.get(key);
      if (own !== undefined) return own;
      const known = before.get(key);
      if (known !== undefined) used.set(key, known);
      return known;
    },
    store(key, value) {
      used.set(key, value);
    },
    endRound() {
      before = used;
      used = new Map();
    },
    clear() {
      before = new Map();
      used = new Map();
    },
  };
}
