/** Snippets: a few words of a quotation around the place where it differs, for messages and menus. */

import type { WordRange } from '../../match/differences.ts';
import { shorten } from '../../rules/wording.ts';
import type { NormalWord } from '../../text/normalise.ts';
import { extentOf } from './edges.ts';
import type { ExaminedQuote, Place } from './examinedQuote.ts';
import { written } from './restore.ts';

/** Longest stretch of a quotation shown in a message, in UTF-16 units. */
export const LONGEST_SHOWN = 160;
/** Words shown on either side of a difference. */
const AROUND = 2;

/** The article’s words at `range` with two on either side, with an ellipsis where the quotation goes on. */
export function theirWords(place: Place, range: WordRange): string {
  // The words before the first one compared and after the last one are no part of the quotation.
  const extent = extentOf(place);
  const own = { from: Math.max(0, range.from - extent.from), to: range.to - extent.from };
  return around(place.article.article.text, place.words.slice(extent.from, extent.to), own);
}

/** The draft’s words at `range`, in the same way. */
export function ownWords(quote: ExaminedQuote, range: WordRange): string {
  return around(quote.draft, quote.words, range);
}

function around(text: string, words: readonly NormalWord[], range: WordRange): string {
  const from = Math.max(0, range.from - AROUND);
  const to = Math.min(words.length, range.to + AROUND);
  const shown = shorten(written(text, words.slice(from, to)), LONGEST_SHOWN);
  return `${from > 0 ? '…' : ''}${shown}${to < words.length ? '…' : ''}`;
}
