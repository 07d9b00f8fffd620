/** Article rows: articles as they stand in the tables, and back. */

import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import type { Article } from '../article.ts';
import type { ArticleEntry } from '../index/corpusIndex.ts';
import { UnusableIndex } from './database.ts';

/** The columns of an entry, for `SELECT … FROM articles JOIN files ON files.number = articles.file`. */
export const ENTRY_COLUMNS = 'articles.id AS id, files.path AS path, title, outlet, author, published, url';

/** The entry of a row of `ENTRY_COLUMNS`. Ten thousand are read at once, so that each is taken as the tables have it. */
export function readEntry(row: Readonly<Record<string, unknown>>): ArticleEntry {
  return {
    id: String(row.id),
    path: String(row.path),
    title: String(row.title),
    outlet: textOf(row.outlet),
    author: textOf(row.author),
    published: textOf(row.published),
    url: textOf(row.url),
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** The check sum tells that it is what `writeBody` wrote. */
const layoutSchema = z.object({
  prose: z.custom<Article['prose']>(Array.isArray),
  origin: z.custom<NonNullable<Article['origin']>>((value) => typeof value === 'object').optional(),
});

/** Of deflate, 1–9: the fastest makes news text half as long, the best one takes five times as long for a tenth more. */
const LEVEL = 1;

/** What of an article stands in `texts.body`: where its prose is, a line break, the text; deflated. */
export function writeBody({ text, prose, origin }: Article): {
  readonly body: Uint8Array;
  readonly checkSum: number;
} {
  const body = deflateRawSync(`${JSON.stringify({ prose, origin })}\n${text}`, { level: LEVEL });
  return { body, checkSum: crc32(body) };
}

/** The article of an entry and its body. Throws `UnusableIndex` when the body is not as it was written. */
export function readArticle(
  entry: ArticleEntry,
  hash: string | null,
  body: Uint8Array,
  checkSum: number,
): Article {
  if (crc32(body) !== checkSum) throw new UnusableIndex('damaged', 'it is damaged');
  const whole = inflateRawSync(body).toString('utf8');
  const end = whole.indexOf('\n');
  const { prose, origin } = layoutSchema.parse(JSON.parse(whole.slice(0, end)));
  const article = { ...entry, text: whole.slice(end + 1), prose };
  return {
    ...article,
    ...(hash !== null && { hash }),
    ...(origin !== undefined && { origin }),
  };
}
