/** Writing: an article's value in the style of the draft, for the fix that puts it in place. */

import type { Quantity } from './quantity.ts';
import { writeDate } from './write/dates.ts';
import { writeFigure } from './write/figures.ts';

/**
 * The text that replaces `draft.start..draft.end` so that the draft gives the source's value: words or digits,
 * currency and per cent sign, scale word and separators as the draft has them. Where the two are of different
 * kinds the source's own words are returned. What is told in two units is no matter of style: see `unitWords.ts`.
 */
export function writeLike(source: Quantity, draft: Quantity): string {
  if (source.kind === 'date') return draft.kind === 'date' ? writeDate(source, draft) : source.text;
  return draft.kind === 'date' ? source.text : writeFigure(source, draft);
}
