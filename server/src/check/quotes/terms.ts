/** Terms: quotation marks that quote nobody — titles of works, terms, words as words, scare quotes. */

import type { ExaminedQuote } from './examine.ts';

/** Words of a title that stay in lower case inside it. */
const MINOR: ReadonlySet<string> = new Set(
  'a an the and or nor but for of in on at to by as with from into over up vs is it de la le el von van der'.split(
    ' ',
  ),
);

/** Words before a quotation that announce a name, a title or a word as a word. */
const ANNOUNCES =
  /(?:\b(?:film|films|movie|movies|song|songs|single|album|book|novel|play|show|series|sitcom|episode|poem|painting|game|musical|opera|documentary|magazine|column|essay|article|headline|hashtag|titled|entitled|named|dubbed|nicknamed|called|known as|the words?|the terms?|the phrases?|so-called|operation|starring|comedy|drama|sequel|ballad|hit|video|track)\b)[^.!?\n]{0,12}$/i;

/**
 * Whether a quotation that is nowhere in the articles reads as something other than speech: a title of a work, or a
 * word or two with no one said to have spoken them.
 */
export function isTerm(quote: ExaminedQuote): boolean {
  const { claim, words, draft } = quote;
  if (words.length < FEWEST_SPOKEN && claim.attribution?.speaker == null) return true;
  if (words.length < 2) return true;
  if (isTitleCase(draft.slice(claim.start, claim.end))) return true;
  const before = draft.slice(Math.max(claim.sentence.start, claim.start - 60), Math.max(0, claim.start - 1));
  return words.length <= LONGEST_TERM && ANNOUNCES.test(before);
}

/** Fewer words than this are scare quotes or terms unless somebody is said to have spoken them. */
const FEWEST_SPOKEN = 3;
/** A term or a title announced as one is no longer than this, in words. */
const LONGEST_TERM = 8;

/** All words but the minor ones begin with a capital, and there are at least two: a title, as English prints them. */
export function isTitleCase(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu) ?? [];
  if (words.length < 2) return false;
  let capitals = 0;
  for (const [index, word] of words.entries()) {
    if (/^[\p{Lu}\p{N}]/u.test(word)) capitals += 1;
    else if (index === 0 || !MINOR.has(word.toLowerCase())) return false;
  }
  return capitals >= 2;
}
