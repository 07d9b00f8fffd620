/** A vocabulary of word keys: each key kept once, so that a list of them takes two bytes a word. */

import { detached } from '../../text/detached.ts';
import type { KeyList } from '../index/wordStream.ts';

/** Different keys that two bytes tell apart; a million words of news have some 30,000. */
const MOST_KEYS = 65_536;

/** Keys by number. */
export class KeyVocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #keys: string[] = [];

  /** The same keys, in order; null when they would be more than the vocabulary can tell apart. */
  listOf(keys: readonly string[]): KeyList | null {
    const numbers = new Uint16Array(keys.length);
    for (const [at, key] of keys.entries()) {
      const number = this.#numbers.get(key) ?? this.#add(key);
      if (number === MOST_KEYS) return null;
      numbers[at] = number;
    }
    const known = this.#keys;
    return { length: numbers.length, at: (index) => known[numbers[index] ?? MOST_KEYS] };
  }

  /** The number of a new key, which keeps no text; `MOST_KEYS` when there is none left. */
  #add(key: string): number {
    const number = this.#keys.length;
    if (number === MOST_KEYS) return number;
    const own = detached(key);
    this.#numbers.set(own, number);
    this.#keys.push(own);
    return number;
  }
}
