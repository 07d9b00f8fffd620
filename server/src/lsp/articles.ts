/** The list of articles for a picker, and the command that shows a passage of one. */

import * as z from 'zod';
import { longDate } from '../cite/longDate.ts';
import type { ArticleEntry } from '../corpus/index/corpusIndex.ts';
import { articleUri, type ReadingClient } from './articleUri.ts';
import type { Corpus } from './corpus.ts';
import { ARTICLES_METHOD, type ArticleItem } from './protocol.ts';
import type { Session } from './session.ts';

export function registerArticles(session: Session): void {
  const { connection, corpora } = session;
  connection.onRequest(ARTICLES_METHOD, async (params: unknown) => {
    const { uri } = paramsSchema.parse(params);
    const asked = uri === null ? await corpora.all() : [await corpora.forDraft(uri)];
    return listArticles(asked, session.client);
  });
}

/** The command behind “Open …”: shows a passage of an article. */
export async function openSource({ connection }: Session, given: unknown): Promise<void> {
  const [{ uri, range }] = openSourceSchema.parse(given);
  await connection.window.showDocument({ uri, selection: range, takeFocus: true });
}

const paramsSchema = z.object({ uri: z.string().nullable() });

const positionSchema = z.object({ line: z.int().nonnegative(), character: z.int().nonnegative() });

const openSourceSchema = z.tuple([
  z.object({
    uri: z.string().regex(/^(?:file|corroborate-article):/),
    range: z.object({ start: positionSchema, end: positionSchema }),
  }),
]);

/** The one argument of the command. */
export type OpenSourceArgument = z.infer<typeof openSourceSchema>[0];

/** Most articles that a list shows; more are found by searching. */
const MOST_LISTED = 10_000;

/** Articles by date, newest first, those without a date last; each once. */
async function listArticles(
  corpora: readonly Corpus[],
  client: ReadingClient,
): Promise<readonly ArticleItem[]> {
  return (await entriesOf(corpora, MOST_LISTED)).map((entry) => toArticleItem(entry, client));
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

/** The article as pickers and views show it. */
export function toArticleItem(entry: Listed & Named, client: ReadingClient): ArticleItem {
  const { title, outlet, published } = entry;
  const date = published === null ? null : longDate(published);
  return { uri: articleUri(client, entry), title, outlet, published: date };
}

type Named = Pick<ArticleEntry, 'path' | 'id'>;

/** What a list shows of an article. */
export type Listed = Pick<ArticleEntry, 'path' | 'title' | 'outlet' | 'published'>;

/** By date, those without one last, then by title. */
export function newestFirst(a: Listed, b: Listed): number {
  return (b.published ?? '').localeCompare(a.published ?? '') || a.title.localeCompare(b.title);
}
