/** Checks the quotes of a text against articles, as the product does, without the other kinds of claims. */

import { NEVER } from '../../server/src/check/cancellation.ts';
import type { Finding } from '../../server/src/check/finding.ts';
import type { CheckOptions } from '../../server/src/check/options.ts';
import { checkQuotes } from '../../server/src/check/quotes/checkQuotes.ts';
import { findQuotes } from '../../server/src/claims/quote.ts';
import { analyseArticle } from '../../server/src/corpus/analyse.ts';
import type { Article } from '../../server/src/corpus/article.ts';
import type { AnalysedArticle } from '../../server/src/corpus/index/corpusIndex.ts';
import type { QuoteCorpus } from '../../server/src/corpus/index/quoteCorpus.ts';
import { createQuoteIndex } from '../../server/src/corpus/index/quoteMemoryIndex.ts';
import { readDraft } from '../../server/src/draft/readDraft.ts';
import { splitSentences } from '../../server/src/text/sentences.ts';

const OPTIONS: CheckOptions = { severities: {}, today: '2020-01-01' };

/** The findings on the quotes of `text`. */
export async function checkQuotesOf(text: string, corpus: QuoteCorpus): Promise<Finding[]> {
  const { blocks } = readDraft('draft.md', 'markdown', text);
  const claims = findQuotes(text, blocks, splitSentences(text, blocks));
  return checkQuotes(text, claims, corpus, OPTIONS, NEVER);
}

/** An index over the given articles. */
export function corpusOf(articles: readonly AnalysedArticle[]): QuoteCorpus {
  const index = createQuoteIndex();
  for (const article of articles) index.put(article);
  return index;
}

const analysed = new Map<string, AnalysedArticle>();

/** Analyses an article once, however many drafts are set against it. */
export function analysedOnce(article: Article): AnalysedArticle {
  const known = analysed.get(article.id);
  if (known?.article.text === article.text) return known;
  const fresh = analyseArticle(article);
  analysed.set(article.id, fresh);
  return fresh;
}

/** Whether a finding is shown as a problem or as information: what a writer would see. */
export function isReported({ code, severity }: Finding): boolean {
  return code !== null && severity !== null && severity !== 'hint';
}
