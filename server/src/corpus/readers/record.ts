/** Records: which fields of a JSON object or a table row are the text, the title and the rest of an article. */

import * as z from 'zod';
import { toIsoDate } from '../../text/isoDate.ts';
import { oneLine, type StatedMetadata, statedAddress } from '../stated.ts';

/** Names of the fields, best first, as they are left by `plainName`. From news APIs, crawls and exports (docs/formats.md). */
const TEXT = [
  'text',
  'body',
  'content',
  'maintext',
  'articlebody',
  'articletext',
  'fulltext',
  'bodytext',
  'article',
];
const TITLE = ['title', 'headline', 'name', 'webtitle'];
const DATE = [
  ...['date', 'published', 'publishedat', 'datepublished', 'datepublish', 'publisheddate', 'publicationdate'],
  ...['pubdate', 'publishdate', 'webpublicationdate', 'publishtime', 'timestamp', 'created', 'createdat'],
];
const OUTLET = [
  ...['source', 'outlet', 'publisher', 'publication', 'sitename', 'sourcename', 'newspaper', 'medium'],
  ...['sourcedomain', 'domain', 'website'],
];
const AUTHOR = ['author', 'authors', 'byline', 'creator'];
const URL = ['url', 'link', 'weburl', 'canonicalurl', 'permalink', 'uri'];

/** A field of a record by any spelling of its name: `date_publish`, `DatePublish`, `Date publish`. */
export type Fields = ReadonlyMap<string, unknown>;

export function fieldsOf(record: Readonly<Record<string, unknown>>): Fields {
  return new Map(Object.entries(record).map(([name, value]) => [plainName(name), value]));
}

/** Whether a field of that name is taken for the text of an article. */
export function isTextField(name: string): boolean {
  return TEXT.includes(plainName(name));
}

/** The names of `TEXT` that users meet most, for messages. */
export const TEXT_FIELDS = 'text, body or content';

/** The text of the article, or null when no field has one. */
export function recordText(fields: Fields): string | null {
  return first(fields, TEXT, (value) => (typeof value === 'string' && value.trim() !== '' ? value : null));
}

export function recordMetadata(fields: Fields): StatedMetadata {
  return {
    title: first(fields, TITLE, words),
    outlet: first(fields, OUTLET, words),
    author: first(fields, AUTHOR, words),
    published: first(fields, DATE, day),
    url: first(fields, URL, (value) => (typeof value === 'string' ? statedAddress(value) : null)),
  };
}

function first<T>(fields: Fields, names: readonly string[], read: (value: unknown) => T | null): T | null {
  for (const name of names) {
    const value = read(fields.get(name));
    if (value !== null) return value;
  }
  return null;
}

/** A name may stand by itself, in an object as News API and schema.org have it, or in a list of either. */
const named = z.object({ name: z.string() });

function words(value: unknown): string | null {
  if (!Array.isArray(value)) return oneName(value);
  const names = value.slice(0, MOST_AUTHORS).map(oneName);
  return names.filter((name) => name !== null).join(', ') || null;
}

function oneName(value: unknown): string | null {
  if (typeof value === 'string') return oneLine(value) || null;
  if (typeof value === 'number') return String(value);
  const parsed = named.safeParse(value);
  return parsed.success ? oneLine(parsed.data.name) || null : null;
}

/** A longer list names no authors of one article. */
const MOST_AUTHORS = 50;

/** Seconds since 1970 have ten digits until 2286, milliseconds thirteen since 2001. */
const EPOCH = /^\d{10}(?:\d{3})?$/;

/**
 * `2021050310`, 3 May at ten o'clock. As seconds since 1970 every such number is a time from 2033 to 2036, when nothing
 * was published yet.
 */
const HOUR = /^(20\d{2})(\d{2})(\d{2})(?:[01]\d|2[0-3])$/;

function day(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const written = String(value).trim();
  if (!EPOCH.test(written)) return toIsoDate(written);
  const [, ...parts] = HOUR.exec(written) ?? [];
  const hour = parts.length > 0 ? toIsoDate(parts.join('-')) : null;
  if (hour !== null) return hour;
  const time = Number(written) * (written.length === 10 ? 1000 : 1);
  return new Date(time).toISOString().slice(0, 10);
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
