/** Misspelling: the name of the articles that a name of the draft was meant to be. */

import type { Name } from '../../claims/name.ts';
import type { KnownName } from '../../corpus/index/nameCorpus.ts';
import { editDistance } from '../../match/sameName.ts';
import type { DraftName } from './draftName.ts';
import { isFamilyName, opensSentence } from './opening.ts';
import { isKnown, type Shared } from './shared.ts';

/** Shortest word in which one letter may be wrong, and in which two may. */
const SHORTEST_ONE_APART = 4;
const SHORTEST_TWO_APART = 8;
/** A family name alone must be longer: among short ones too many are one letter apart. */
const SHORTEST_ALONE = 5;
/** Where the articles have the family name alone as well, nothing but its letters tells that it is the same. */
const SHORTEST_BOTH_ALONE = 7;

/**
 * The known name that differs from a name of the draft by a letter or two in one word, when the articles have nothing
 * written as in the draft and an article with the known name also names others of the draft. Else null.
 */
export function misspelling(text: string, one: DraftName, shared: Shared): KnownName | null {
  const { name, sentence, answer } = one;
  if (name.words.length === 1 && followsPreposition(text, name)) return null;
  if (isKnown(answer)) return null;
  const opens = name.words.length === 1 && opensSentence(text, name, sentence);
  const similar = answer.similar.filter(
    (known) =>
      isMisspelt(name, known) &&
      shared.isBesideOthers(known, name.words) &&
      (!opens || isFamilyName(text, name, sentence, known)),
  );
  return similar.length === 0 ? null : similar.reduce((a, b) => (b.count > a.count ? b : a));
}

/** `in Clifton`: a place, which no person's name corrects. */
function followsPreposition(text: string, name: Name): boolean {
  return /\b(?:in|at|from|near|to|of|the)\s$/i.test(text.slice(Math.max(0, name.start - 6), name.start));
}

/** The same number of words, all but one equal, and that one a letter or two apart in the middle of a long word. */
function isMisspelt(name: Name, known: KnownName): boolean {
  if (name.words.length === 1) return isFamilyMisspelt(name.words[0] ?? '', known);
  if (name.words.length !== known.words.length) return false;
  const pairs = name.words.map((word, index) => [word, known.words[index] ?? ''] as const);
  const differing = pairs.filter(([a, b]) => a !== b);
  const [pair] = differing;
  return differing.length === 1 && pair !== undefined && looksMisspelt(pair[0], pair[1], SHORTEST_ONE_APART);
}

/** A family name alone stands for a full name of the articles, or for a long one that stands alone there as well. */
function isFamilyMisspelt(word: string, known: KnownName): boolean {
  const family = known.words[known.words.length - 1] ?? '';
  if (known.kind !== 'person') return false;
  if (known.words.length > 1) return looksMisspelt(word, family, SHORTEST_ALONE);
  const long = Math.min(word.length, family.length) >= SHORTEST_BOTH_ALONE;
  // `Filipino` and `Filipina` are two words.
  const inside = word.slice(0, -1) !== family.slice(0, -1);
  return long && inside && editDistance(word, family, 1) === 1 && looksMisspelt(word, family, SHORTEST_ALONE);
}

/** Endings that make another word of a name: `Syria` and `Syrian`, `House` and `Houses`. */
const ENDINGS: ReadonlySet<string> = new Set(['s', 'es', 'n', 'an', 'ns', 'i', 'is', 'ish', 'ese']);

function isFormOf(longer: string, shorter: string): boolean {
  return longer.startsWith(shorter) && ENDINGS.has(longer.slice(shorter.length));
}

function looksMisspelt(word: string, known: string, shortest: number): boolean {
  if (isFormOf(word, known) || isFormOf(known, word)) return false;
  const length = Math.min(word.length, known.length);
  const distance = editDistance(word, known, 2);
  return distance === 1 ? length >= shortest : distance === 2 && length >= SHORTEST_TWO_APART;
}
