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
  const known = new Map<string, Entry<Value>>();
  let round = 0;
  return {
    recall(key) {
      const entry = known.get(key);
      if (entry === undefined) return undefined;
      entry.round = round;
      return entry.value;
    },
    store(key, value) {
      const entry = known.get(key);
      if (entry === undefined) known.set(key, { value, round });
      else {
        entry.value = value;
        entry.round = round;
      }
    },
    endRound() {
      for (const [key, entry] of known) if (entry.round !== round) known.delete(key);
      round += 1;
    },
    clear() {
      known.clear();
    },
  };
}

interface Entry<Value> {
  value: Value;
  /** The round that had a use for it last. */
  round: number;
}
