/** Known words: words of a text, found among those met before without cutting them out of it. */

import { detached } from './detached.ts';

/** A word as written and in lower case; the same strings wherever it stands, so that nothing is kept of its text. */
export interface KnownWord {
  readonly text: string;
  readonly lower: string;
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
  if (end - start > LONGEST_KEPT) {
    const written = text.slice(start, end);
    return { text: written, lower: lowered(written) };
  }
  const slot = slotOf(text, start, end);
  const known = slots[slot];
  if (known !== undefined && standsAt(known.text, text, start, end)) return known;
  const own = detached(text.slice(start, end));
  const word = { text: own, lower: lowered(own) };
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
const slots: (KnownWord | undefined)[] = new Array(SLOTS).fill(undefined);

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
