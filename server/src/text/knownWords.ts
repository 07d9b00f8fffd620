/** Known words: words of a text, found among those met before without cutting them out of it. */

import { detached } from './detached.ts';

/** A word as written and in lower case; the same strings wherever it stands, so that nothing is kept of its text. */
export interface KnownWord {
  readonly text: string;
  readonly lower: string;
}

/** A word that is kept, with its plain letters packed; 0 where it has others or too many. */
interface KeptWord extends KnownWord {
  readonly first: number;
  readonly second: number;
  readonly third: number;
}

/**
 * The word that stands at `start..end` of `text`. Comparing it with one met before takes a third of the time of cutting
 * it out and lowering it, and whoever looks it up further finds its hash made. `lowered` makes its lower case.
 */
export function wordAt(
  text: string,
  start: number,
  end: number,
  lowered: (written: string) => string,
): KnownWord {
  const plain = plainWordAt(text, start, end);
  if (plain !== null && plain.text.length === end - start) return plain;
  if (end - start > LONGEST_KEPT) {
    const written = text.slice(start, end);
    return { text: written, lower: lowered(written) };
  }
  const slot = slotOf(text, start, end);
  const known = slots[slot];
  if (known !== undefined && standsAt(known.text, text, start, end)) return known;
  const own = detached(text.slice(start, end));
  const word = { text: own, lower: lowered(own), first: 0, second: 0, third: 0 };
  slots[slot] = word;
  return word;
}

/**
 * The letters from A to Z, large or small, that stand at `start`, up to the first that is none or to `limit`; null for none and
 * for more than fifteen. They are packed while they are read, six bits each, so that they are compared as three numbers.
 */
export function plainWordAt(text: string, start: number, limit: number): KnownWord | null {
  let first = 0;
  let second = 0;
  let third = 0;
  let at = start;
  for (; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    // A capital and its small letter differ in one bit.
    const small = code | 0x20;
    if (small < 0x61 || small > 0x7a) break;
    const letter = code & 0x3f;
    if (at - start < PACKED) first = (first << 6) | letter;
    else if (at - start < 2 * PACKED) second = (second << 6) | letter;
    else if (at - start < 3 * PACKED) third = (third << 6) | letter;
    else return null;
  }
  return at === start ? null : packedWord(text, start, at, { first, second, third });
}

/** Letters that one number holds: V8 keeps whole numbers of 32 bits without an object. */
const PACKED = 5;

function packedWord(
  text: string,
  start: number,
  end: number,
  { first, second, third }: Omit<KeptWord, keyof KnownWord>,
): KnownWord {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35);
  const slot = (mixed ^ (mixed >>> 15)) & (SLOTS - 1);
  const known = slots[slot];
  if (known?.first === first && known.second === second && known.third === third) return known;
  const own = detached(text.slice(start, end));
  const word = { text: own, lower: own.toLowerCase(), first, second, third };
  slots[slot] = word;
  return word;
}

/** A longer run of letters, in UTF-16 units, is no word that comes again. */
const LONGEST_KEPT = 32;
/**
 * Words that are kept at most, a power of two. News has some 100,000, most of which are rare: of two that share a slot the
 * one met last is kept, so that hostile text costs time and no memory.
 */
const SLOTS = 131_072;
const slots: (KeptWord | undefined)[] = new Array(SLOTS).fill(undefined);

/** A hash of the units (FNV-1a, its higher bits folded in). */
function slotOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

function standsAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at += 1) {
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  }
  return true;
}
