/** Terms: quotation marks that quote nobody — titles of works, terms, words as words, scare quotes. */

import { isTitleCase } from '../../text/titleCase.ts';
import type { ExaminedQuote } from './examinedQuote.ts';

/** Words right before a quotation that announce the title of a work. */
const ANNOUNCES =
  /\b(?:film|films|movie|movies|song|songs|single|album|book|novel|show|series|sitcom|episode|poem|painting|game|musical|opera|documentary|magazine|column|essay|article|headline|hashtag|titled|entitled|starring|comedy|drama|sequel|ballad|video|track)[\s,(]*(?:the |a |an )?["“‘'«„]*$/i;

/** Fewer words than this are scare quotes or terms unless somebody is said to have spoken them. */
const FEWEST_SPOKEN = 3;
/** A title that is announced as one and printed in lower case is no longer than this, in words. */
const LONGEST_ANNOUNCED = 8;
/** UTF-16 units before a quotation in which its announcement stands. */
const REACH = 30;

/**
 * Whether a quotation reads as something other than speech: a title of a work, or a word or two with no one said to
 * have spoken them.
 */
export function isTerm(quote: ExaminedQuote): boolean {
  const { claim, words, draft } = quote;
  if (words.length < 2 || isUnmarked(quote)) return true;
  if (words.length < FEWEST_SPOKEN && (claim.attribution === null || claim.attribution.speaker === null))
    return true;
  if (isTitle(quote)) return true;
  const before = draft.slice(Math.max(claim.sentence.start, claim.start - REACH), claim.start);
  return words.length <= LONGEST_ANNOUNCED && ANNOUNCES.test(before);
}

/** A block quote without quotation marks: it may as well be a note or a summary. */
export function isUnmarked({ claim, draft }: ExaminedQuote): boolean {
  return !/["“”„‟«»‹›‘’'`]\s*$/.test(draft.slice(Math.max(0, claim.start - 3), claim.start));
}

/** Whether a quotation is printed as the title of a work. */
export function isTitle({ claim, draft }: ExaminedQuote): boolean {
  return isTitleCase(draft.slice(claim.start, claim.end));
}
