/** Articles and drafts for the tests of quotes, speakers and names. */

import { NEVER } from '../../../server/src/check/cancellation.ts';
import type { Finding } from '../../../server/src/check/finding.ts';
import { checkQuotes } from '../../../server/src/check/quotes/checkQuotes.ts';
import { findQuotes } from '../../../server/src/claims/quote.ts';
import { analyseArticle } from '../../../server/src/corpus/analyse.ts';
import type { AnalysedArticle } from '../../../server/src/corpus/index/corpusIndex.ts';
import type { QuoteCorpus } from '../../../server/src/corpus/index/quoteCorpus.ts';
import { createQuoteIndex } from '../../../server/src/corpus/index/quoteMemoryIndex.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { splitSentences } from '../../../server/src/text/sentences.ts';

/** An analysed article of 1 January 2020 whose whole text is prose. */
export function article(text: string, id = 'wire.txt'): AnalysedArticle {
  return analyseArticle({
    id,
    path: `/${id}`,
    title: id,
    outlet: 'Gulf Wire',
    author: null,
    published: '2020-01-01',
    url: null,
    text,
    prose: [{ start: 0, end: text.length }],
  });
}

export function corpus(...articles: readonly AnalysedArticle[]): QuoteCorpus {
  const index = createQuoteIndex();
  for (const one of articles) index.put(one);
  return index;
}

/** The findings on the quotes of a Markdown draft. */
export async function check(draft: string, over: QuoteCorpus): Promise<Finding[]> {
  const { blocks } = readDraft('draft.md', 'markdown', draft);
  const claims = findQuotes(draft, blocks, splitSentences(draft, blocks));
  return checkQuotes(draft, claims, over, { severities: {}, today: '2020-01-10' }, NEVER);
}
