/** Analysed text: sentences and articles with what the checks look up in them. */

import type { Quantity } from '../quantity/quantity.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Term } from '../text/terms.ts';
import type { Article } from './article.ts';

/** A sentence with what the figure checks look up in it. */
export interface AnalysedSentence {
  readonly sentence: Sentence;
  readonly terms: readonly Term[];
  /** Figures and dates in order of their start. */
  readonly quantities: readonly Quantity[];
  /** Whether it has a number or a quantity, where an index knows that without its text; absent where it does not. */
  readonly hasFigure?: boolean;
}

/** An article with everything the checks look up in it. */
export interface AnalysedArticle {
  readonly article: Article;
  /** In order; `sentences[i].sentence.index` is `i`. */
  readonly sentences: readonly AnalysedSentence[];
  /** Tells of a term whether any sentence has it, where an index knows that without their text; absent where it does not. */
  readonly vocabulary?: Pick<ReadonlySet<string>, 'has'>;
}
