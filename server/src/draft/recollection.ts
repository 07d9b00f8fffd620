/** Recollections: values kept from one round of work to the next, for as long as each round has a use for them. */

/** Values by a key that says everything they depend on. */
export interface Recollection<Value> {
  /** The value stored under `key`, in this round or before. */
  recall(key: string): Value | undefined;
  store(key: string, value: Value): void;
  /** Whether it has come to hold half as much again as its last round left, so that it is time for another. */
  readonly isDue: boolean;
  /** Begins a round, which sees everything there is. */
  beginRound(): void;
  /**
   * Ends the round: what was neither recalled nor stored since it began is forgotten. A round that is broken off is not
   * ended, so that what was known before it stays known.
   */
  endRound(): void;
  clear(): void;
}

/**
 * An edit of a long draft adds some 14 values to 1,100, so that one edit in forty goes through everything; with twice as
 * many kept, versions of a draft that are over took a third of their size.
 */
const MOST_HELD = 1.5;
/** Values beyond those, so that a small draft is not gone through at every other edit. */
const SLACK = 64;

/** An empty recollection. */
export function createRecollection<Value>(): Recollection<Value> {
  const known = new Map<string, Entry<Value>>();
  let round = 0;
  let left = 0;
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
    get isDue() {
      return known.size > MOST_HELD * left + SLACK;
    },
    beginRound() {
      round += 1;
    },
    endRound() {
      for (const [key, entry] of known) if (entry.round !== round) known.delete(key);
      left = known.size;
    },
    clear() {
      known.clear();
      left = 0;
    },
  };
}

interface Entry<Value> {
  value: Value;
  /** The round that had a use for it last. */
  round: number;
}
