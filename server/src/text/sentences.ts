/** Sentences: where one ends and the next begins, in news text with its abbreviations and run-ons. */

import type { Span } from './span.ts';
import type { Token } from './tokens.ts';

/** One sentence of an article or a draft; offsets are those of the whole file. */
export interface Sentence extends Span {
  /** Position among the sentences of its text, from 0. */
  readonly index: number;
  /** Number of the paragraph it stands in, from 0. */
  readonly paragraph: number;
  readonly tokens: readonly Token[];
}
