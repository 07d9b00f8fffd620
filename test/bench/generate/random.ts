/** Randomness: repeatable numbers, so that every run and every machine measures the same text. */

/** A stream of numbers that its seed decides. */
export interface Random {
  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
  /** True with that probability, 0..1. */
  chance(probability: number): boolean;
}

/** The stream of `seed` and the numbers that tell it from the seed's other streams. */
export function random(seed: number, ...stream: readonly number[]): Random {
  const next = mulberry32(stream.reduce(mix, seed));
  const int = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    int,
    pick: (items) => items[int(0, items.length - 1)] ?? items[0],
    chance: (probability) => next() < probability,
  };
}

/** Numbers in 0..1 (Tommy Ettinger's Mulberry32, public domain: 32 bits of state, passes gjrand). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Parts the streams of neighbouring numbers: 2654435761 is 2³² over the golden ratio (Knuth's multiplicative hash). */
function mix(seed: number, stream: number): number {
  return Math.imul(seed ^ (stream + 1), 2654435761) >>> 0;
}
