/** The text of an article that was taken out of its file, for clients that show it, and where the original is. */

import * as z from 'zod';
import { articleOfUri } from './articleUri.ts';
import { toUri } from './convert.ts';
import { ARTICLE_TEXT_METHOD, type ArticleText } from './protocol.ts';
import type { Session } from './session.ts';

export function registerArticleText(session: Session): void {
  session.connection.onRequest(ARTICLE_TEXT_METHOD, (params: unknown) => {
    const { uri } = paramsSchema.parse(params);
    return articleText(session, uri);
  });
}

const paramsSchema = z.object({ uri: z.string() });

/** Only articles of an open corpus are answered with: a URI cannot have any other file read. */
async function articleText({ corpora }: Session, uri: string): Promise<ArticleText | null> {
  const named = articleOfUri(uri);
  if (named === null) return null;
  for (const corpus of await corpora.all()) {
    await corpus.ready();
    const article = (await corpus.index.article(named.id))?.article;
    if (article?.path !== named.path) continue;
    return { text: article.text, original: toUri(article.path), line: article.origin?.line ?? null };
  }
  return null;
}
