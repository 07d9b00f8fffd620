/** Article rows: articles as they stand in the tables, and back. */

import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
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

/** What stands in `texts.body`. */
export type ArticleBody = Pick<Article, 'text' | 'prose' | 'origin'>;

/** What stands before the text. */
type Layout = Pick<ArticleBody, 'prose' | 'origin'>;

/** The check sum tells that it is what `writeBody` wrote: a schema would take longer than unpacking a short article. */
function isLayout(value: unknown): value is Layout {
  return typeof value === 'object' && value !== null && 'prose' in value && Array.isArray(value.prose);
}

/**
 * Level 1 of 9 makes news text half as long, the best one takes five times as long for a tenth more. Tables for texts of
 * some thousand letters are made in four fifths of the time that those for any text take, and hold no less.
 */
const PACKING = { level: 1, windowBits: 13, memLevel: 6 };

/**
 * Bytes that are asked for at a time. News articles take one such piece, packed or not; with the 16 kB that Node asks for
 * by itself packing takes half as long again.
 */
const PIECE = 4_096;

/** Where the prose of an article is, a line break, its text; deflated. */
export function writeBody(body: ArticleBody): Uint8Array {
  return deflateRawSync(`${writeLayout(body)}\n${body.text}`, { ...PACKING, chunkSize: PIECE });
}

/** A check sum that tells whether an article of the same hash stands elsewhere in its file now, as after an edit before it. */
export function layoutSum(article: Layout): number {
  return crc32(writeLayout(article));
}

function writeLayout({ prose, origin }: Layout): string {
  return JSON.stringify({ prose, origin });
}

/** What `writeBody` wrote. */
export function readBody(body: Uint8Array): ArticleBody {
  const whole = inflateRawSync(body, { chunkSize: PIECE }).toString('utf8');
  const end = whole.indexOf('\n');
  const layout: unknown = JSON.parse(whole.slice(0, end));
  if (!isLayout(layout)) throw new UnusableIndex('damaged', 'it is damaged');
  const { prose, origin } = layout;
  return { text: whole.slice(end + 1), prose, ...(origin !== undefined && { origin }) };
}

/** The check sum of a row of `texts`. */
export function checkSumOf(outline: Uint8Array, body: Uint8Array): number {
  return crc32(body, crc32(outline));
}
