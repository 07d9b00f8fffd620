/** The list of articles for a picker, and the command that shows a passage of one. */

import * as z from 'zod';
import { longDate } from '../cite/longDate.ts';
import type { ArticleEntry } from '../corpus/index/corpusIndex.ts';
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

/** Most articles that a list shows; more are found by searching. */
const MOST_LISTED = 10_000;

/** Articles by date, newest first, those without a date last; each once. */
async function listArticles(corpora: readonly Corpus[]): Promise<readonly ArticleItem[]> {
  return (await entriesOf(corpora, MOST_LISTED)).map(toArticleItem);
}

/** The newest `limit` articles of the corpora, once they are read; each once, though several corpora may hold it. */
export async function entriesOf(corpora: readonly Corpus[], limit: number): Promise<readonly ArticleEntry[]> {
  await Promise.all(corpora.map((corpus) => corpus.ready()));
  const query = { containing: '', offset: 0, limit };
  const pages = await Promise.all(corpora.map(({ index }) => index.entries(query)));
  return distinct(pages.flat()).toSorted(newestFirst).slice(0, limit);
}

/** Each article once. */
export function distinct(entries: readonly ArticleEntry[]): readonly ArticleEntry[] {
  return [...new Map(entries.map((entry) => [`${entry.path}\n${entry.id}`, entry])).values()];
}

export function toArticleItem({ path, title, outlet, published }: Listed): ArticleItem {
  const date = published === null ? null : longDate(published);
  return { uri: toUri(path), title, outlet, published: date };
}

/** What a list shows of an article. */
export type Listed = Pick<ArticleEntry, 'path' | 'title' | 'outlet' | 'published'>;

/** By date, those without one last, then by title. */
export function newestFirst(a: Listed, b: Listed): number {
  return (b.published ?? '').localeCompare(a.published ?? '') || a.title.localeCompare(b.title);
}
