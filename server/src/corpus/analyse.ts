/** Analysis: what the checks look up in an article. */

import { findQuantities } from '../quantity/findQuantities.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { type Sentence, splitSentences } from '../text/sentences.ts';
import { type Term, termsOf } from '../text/terms.ts';
import type { AnalysedArticle, AnalysedSentence } from './analysed.ts';
import type { Article } from './article.ts';

/** Splits an article into sentences, whose terms and quantities are found when they are first asked for. Pure; never throws. */
export function analyseArticle(article: Article): AnalysedArticle {
  const sentences = splitSentences(article.text, article.prose).map(
    (sentence) => new Analysis(sentence, article),
  );
  return { article, sentences };
}

/** Whether a sentence has a number or a quantity: a figure can stand nowhere else. */
export function hasFigure({ sentence, quantities }: AnalysedSentence): boolean {
  return sentence.tokens.some(({ kind }) => kind === 'number') || quantities.length > 0;
}

/** Of an article that is looked into for one quote or one figure, most sentences are never asked for theirs. */
class Analysis implements AnalysedSentence {
  readonly sentence: Sentence;
  readonly #article: Article;
  #terms: readonly Term[] | null = null;
  #quantities: readonly Quantity[] | null = null;

  constructor(sentence: Sentence, article: Article) {
    this.sentence = sentence;
    this.#article = article;
  }

  get terms(): readonly Term[] {
    this.#terms ??= termsOf(this.sentence);
    return this.#terms;
  }

  get quantities(): readonly Quantity[] {
    this.#quantities ??= findQuantities(this.sentence.tokens, this.#article.text, this.#article.published);
    return this.#quantities;
  }
}
