/** Analysis: what the checks look up in an article, made once when it enters the index. */

import { findQuantities } from '../quantity/findQuantities.ts';
import { splitSentences } from '../text/sentences.ts';
import { termsOf } from '../text/terms.ts';
import type { AnalysedArticle } from './analysed.ts';
import type { Article } from './article.ts';

/** Splits an article into sentences and finds their terms and quantities. Pure; never throws. */
export function analyseArticle(article: Article): AnalysedArticle {
  const sentences = splitSentences(article.text, article.prose).map((sentence) => ({
    sentence,
    terms: termsOf(sentence),
    quantities: findQuantities(sentence.tokens, article.text, article.published),
  }));
  return { article, sentences };
}
