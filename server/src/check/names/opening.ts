/** Openings: names at the start of a sentence, where any word has a capital. */

import { isCue } from '../../claims/cues.ts';
import { type Name, withoutFirstWord } from '../../claims/name.ts';
import type { KnownName } from '../../corpus/index/nameCorpus.ts';
import { sensesOf } from '../../text/lexicon.ts';
import { perSentence } from '../../text/placed.ts';
import type { Sentence } from '../../text/sentences.ts';
import { termOf } from '../../text/terms.ts';
import type { Token } from '../../text/tokens.ts';

export function opensSentence(text: string, name: Name, sentence: Sentence): boolean {
  return opensAt(text, sentence) === name.start;
}

/** Where the first word of a sentence stands; null where it has none. */
const opensAt = perSentence(
  (_, sentence): number | null => firstWord(sentence)?.start ?? null,
  (start, by) => (start === null ? null : start + by),
);

function firstWord({ tokens }: Sentence): Token | undefined {
  return tokens.find((token) => token.kind === 'word');
}

/** A given name and a family name must be left when the word before them goes. */
const FEWEST_WORDS = 3;

/** `Tom Varga` of `Democrat Tom Varga`: a name that opens a sentence, read without its first word; else nothing. */
export function withoutOpening(text: string, name: Name, sentence: Sentence): readonly Name[] {
  if (name.kind !== 'person' || name.words.length < FEWEST_WORDS) return NONE;
  if (!opensSentence(text, name, sentence)) return NONE;
  const rest = withoutFirstWord(name);
  return rest === null ? NONE : [rest];
}

const NONE: readonly Name[] = [];

/**
 * Whether a word that opens a sentence can only be the family name of `known`, misspelt: it is no word of English, and
 * the draft names that person elsewhere or has a verb of saying right after it.
 */
export function isFamilyName(text: string, name: Name, sentence: Sentence, known: KnownName): boolean {
  const token = firstWord(sentence);
  if (token === undefined || isWord(text, token)) return false;
  const next = sentence.tokens.indexOf(token) + 1;
  return isCue(sentence.tokens, next) || text.includes(known.text) || countOf(text, name.text) > 1;
}

/** Whether WordNet's synonym sets have the word or the draft writes it in lower case. */
function isWord(text: string, token: Token): boolean {
  const term = termOf(token);
  return term === null || sensesOf(term).length > 0 || countOf(text, token.lower) > 0;
}

function countOf(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) count += 1;
  return count;
}
