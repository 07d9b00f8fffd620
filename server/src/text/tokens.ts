/** Tokens: the words, numbers and marks of a text with their offsets, found in one linear pass. */

import type { Span } from './span.ts';

export type TokenKind = 'word' | 'number' | 'mark';

/**
 * One token. A word is a run of letters with inner apostrophes and full stops of abbreviations left out
 * (`Trump’s` is `Trump` + `’s`); hyphens part words, so `82nd` is a number `82` followed by the word `nd`
 * that touches it. A number is a run of digits with inner grouping commas and one decimal point.
 * A mark is one other visible character.
 */
export interface Token extends Span {
  readonly kind: TokenKind;
  /** The token as written. */
  readonly text: string;
  /** Lower case, with curly apostrophes made straight. */
  readonly lower: string;
}
