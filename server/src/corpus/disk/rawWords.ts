/** Raw words: which words of names, of hundreds of thousands in a large corpus, look like one that no article has. */

import { LETTERS_APART, looksLike } from '../index/knownNames.ts';
import type { Database, Statement } from './database.ts';
import { KIND } from './schema.ts';

/** The words that begin with one letter, and the letters of each as bits. */
interface Shelf {
  readonly letter: string;
  readonly words: readonly string[];
  readonly letters: Uint32Array;
}

/**
 * Looks words up by how they are written. Those of one first letter are kept: a name that is typed asks at every key for
 * words with the same one, of which a million articles have some 70,000. The first question takes 70 ms then and the next
 * ones 2, where each took 100.
 */
export class RawWords {
  readonly #select: Statement;
  #shelf: Shelf = NOTHING;

  constructor(database: Database) {
    this.#select = database.prepare('SELECT term FROM terms WHERE term >= ? AND term < ?');
  }

  /** The words with the same first letter that look like `word`. */
  like(word: string): string[] {
    const letter = word.charAt(0);
    if (this.#shelf.letter !== letter) this.#shelf = this.#read(letter);
    const own = lettersOf(word);
    const { words, letters } = this.#shelf;
    return words.filter(
      (other, at) =>
        Math.abs(other.length - word.length) <= LETTERS_APART &&
        bitsOf((letters[at] ?? 0) ^ own) <= MOST_OTHERS &&
        looksLike(word, other),
    );
  }

  /** Forgets what is kept: articles were added. */
  clear(): void {
    this.#shelf = NOTHING;
  }

  #read(letter: string): Shelf {
    const from = KIND.rawWord + letter;
    const to = KIND.rawWord + String.fromCharCode(letter.charCodeAt(0) + 1);
    const words = this.#select.all(from, to).map(({ term }) => String(term).slice(1));
    return { letter, words, letters: Uint32Array.from(words, lettersOf) };
  }
}

const NOTHING: Shelf = { letter: '', words: [], letters: new Uint32Array(0) };

/** A letter that is replaced by another is gone, and the other is new. */
const MOST_OTHERS = 2 * LETTERS_APART;

/** Which letters a word has, a bit for each 32nd code unit. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function bitsOf(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
