/** The list of articles for a picker, and the command that shows a passage of one. */

import * as z from 'zod';
import { longDate } from '../cite/longDate.ts';
import type { Article } from '../corpus/article.ts';
import { toUri } from './convert.ts';
import type { Corpus } from './corpus.ts';
import { ARTICLES_METHOD, type ArticleItem, OPEN_SOURCE_COMMAND } from './protocol.ts';
import type { Session } from './session.ts';

export function registerArticles(session: Session): void {
  const { connection, corpora } = session;
  connection.onRequest(ARTICLES_METHOD, async (params: unknown) => {
    const { uri } = paramsSchema.parse(params);
    return listArticles(uri === null ? await corpora.all() : [await corpora.forDraft(uri)]);
  });
  if (!session.client.showDocument) return;
  connection.onExecuteCommand(async ({ command, arguments: given }) => {
    if (command !== OPEN_SOURCE_COMMAND) return null;
    const [{ uri, range }] = openSourceSchema.parse(given);
    await connection.window.showDocument({ uri, selection: range, takeFocus: true });
    return null;
  });
}

const paramsSchema = z.object({ uri: z.string().nullable() });

const positionSchema = z.object({ line: z.int().nonnegative(), character: z.int().nonnegative() });

const openSourceSchema = z.tuple([
  z.object({
    uri: z.string().startsWith('file:'),
    range: z.object({ start: positionSchema, end: positionSchema }),
  }),
]);

/** The one argument of the command. */
export type OpenSourceArgument = z.infer<typeof openSourceSchema>[0];

/** Articles by date, newest first, those without a date last; each file once. */
async function listArticles(corpora: readonly Corpus[]): Promise<readonly ArticleItem[]> {
  await Promise.all(corpora.map((corpus) => corpus.ready()));
  const byPath = new Map(
    corpora.flatMap(({ index }) => index.articles.map((article) => [article.path, article])),
  );
  return [...byPath.values()].toSorted(newestFirst).map(({ path, title, outlet, published }) => ({
    uri: toUri(path),
    title,
    outlet,
    published: published === null ? null : longDate(published),
  }));
}

function newestFirst(a: Article, b: Article): number {
  return (b.published ?? '').localeCompare(a.published ?? '') || a.title.localeCompare(b.title);
}
