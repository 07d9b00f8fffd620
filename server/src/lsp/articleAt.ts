/** Which articles of the corpora a document of the editor holds. */

import type { Article } from '../corpus/article.ts';
import { toPath } from './convert.ts';
import type { Session } from './session.ts';

/**
 * The articles whose text is that of the document: one for an article’s own file, none for a draft and everything else.
 * Articles that were taken out of a file have other lines than the file.
 */
export async function articlesAt(
  { corpora }: Pick<Session, 'corpora'>,
  uri: string,
): Promise<readonly Article[]> {
  const path = toPath(uri);
  if (path === null) return [];
  for (const corpus of new Set([await corpora.forDraft(uri), ...(await corpora.all())])) {
    await corpus.ready();
    const entries = await corpus.index.inFile(path);
    const found = await Promise.all(entries.map(({ id }) => corpus.index.article(id)));
    const articles = found.flatMap((each) => (each === undefined ? [] : [each.article]));
    if (articles.length > 0) return articles.filter(({ origin }) => origin === undefined);
  }
  return [];
}
