/** Reading: all articles of one file, each with its id, its hash and where it stood, and what could not be read. */

import { hash } from 'node:crypto';
import { basename } from 'node:path';
import type { Article, ArticleMetadata, Origin, SkippedFile } from './article.ts';
import { fileProblem, isFileProblem, retryAfter } from './fileProblem.ts';
import type { SourceFile } from './files.ts';
import { articleMetadata } from './metadata.ts';
import { READ_LIMITS, tooLong } from './readers/limits.ts';
import {
  type Reading,
  type ReadLimits,
  type Retry,
  type Source,
  type Text,
  Unreadable,
} from './readers/reader.ts';
import { readerFor, whyNotRead } from './readers/readers.ts';
import { fileSource } from './readers/source.ts';

export type ReadItem =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'skipped'; readonly skipped: SkippedFile; readonly retry: Retry };

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Lower limits, for tests. */
  readonly limits?: Partial<ReadLimits>;
}

/** Files within files are opened this deep: a mail in an archive, an attachment of it. Bombs are nested deeper. */
const DEEPEST = 2;

/** Unreadable records of one file that are told one by one. */
const MOST_TOLD = 100;

/**
 * Reads the articles of one listed file, in the order in which they stand there, one at a time as the caller asks for
 * them. Runs in any thread. What cannot be read is an item with its reason, and what was read before it stands: rejects
 * only when aborted, with the signal's reason. Nothing is kept between calls but idle threads of parsers.
 */
export async function* readArticles(
  file: Pick<SourceFile, 'path' | 'id'>,
  options: ReadOptions = {},
): AsyncGenerator<ReadItem, void, undefined> {
  const limits = { ...READ_LIMITS, ...options.limits };
  const signal = options.signal ?? new AbortController().signal;
  const walk: Walk = { file, limits, signal, ids: new Set(), untold: 0, told: 0 };
  let found = false;
  for await (const item of readSource(fileSource(file.path, limits), [], walk)) {
    signal.throwIfAborted();
    found = true;
    if (item.kind === 'article' || ++walk.told <= MOST_TOLD) yield item;
    else walk.untold += 1;
  }
  if (!found) yield skip(walk, null, 'holds no article');
  if (walk.untold > 0) yield skip(walk, null, `${walk.untold} more parts of it cannot be read`);
}

interface Walk {
  readonly file: Pick<SourceFile, 'path' | 'id'>;
  readonly limits: ReadLimits;
  readonly signal: AbortSignal;
  /** Ids of members given so far: an archive may hold two files of one name. */
  readonly ids: Set<string>;
  told: number;
  untold: number;
}

/** The articles of a source that lies in the members `within`, outermost first. */
async function* readSource(source: Source, within: readonly string[], walk: Walk): AsyncGenerator<ReadItem> {
  const reader = readerFor(source.name);
  // As in a folder: pictures and other files that were never articles are passed over without a word.
  if (reader === null && within.length > 0) return;
  if (reader === null || reader === 'unknown') return yield skip(walk, within, whyNotRead(source.name));
  if (within.length > DEEPEST)
    return yield skip(walk, within, 'files within files are not read deeper than this');
  try {
    for await (const reading of reader.read(source, walk)) yield* itemsOf(reading, source, within, walk);
  } catch (error) {
    walk.signal.throwIfAborted();
    const retry = error instanceof Error && isFileProblem(error) ? retryAfter(error) : 'once';
    const known = error instanceof Unreadable ? error : new Unreadable(fileProblem(error), retry);
    yield skip(walk, within, known.message, known.retry);
  }
}

async function* itemsOf(
  reading: Reading,
  source: Source,
  within: readonly string[],
  walk: Walk,
): AsyncGenerator<ReadItem> {
  switch (reading.kind) {
    case 'read':
      return yield articleOf(reading, source, within, walk);
    case 'member':
      return yield* readSource(reading.source, [...within, reading.name], walk);
    case 'unreadable':
      return yield skip(walk, reading.member === null ? within : [...within, reading.member], reading.reason);
  }
}

function articleOf(reading: Text, source: Source, within: readonly string[], walk: Walk): ReadItem {
  const { text, prose, stated, origin } = reading;
  const record = origin?.record ?? null;
  const place = record === null ? within : [...within, `record ${record}`];
  if (prose.length === 0)
    return skip(walk, place, text.trim() === '' ? 'empty' : 'no text besides front matter and markup');
  if (text.length > walk.limits.articleLength) return skip(walk, place, tooLong(walk.limits.articleLength));
  const id = [walk.file.id, ...within, ...(record === null ? [] : [String(record)])].join('/');
  if (walk.ids.has(id)) return skip(walk, place, 'another file of this name is in it');
  if (within.length > 0) walk.ids.add(id);
  const metadata = articleMetadata(stated, basename(source.name), text, prose);
  const article: Article = {
    ...metadata,
    id,
    path: walk.file.path,
    text,
    prose,
    hash: hashOf(metadata, text),
  };
  const where = originOf(reading, source, within);
  return { kind: 'article', article: where === null ? article : { ...article, origin: where } };
}

function originOf({ origin }: Text, source: Source, within: readonly string[]): Origin | null {
  const member = within.length === 0 ? null : within.join('/');
  if (origin !== null) return { ...origin, member };
  const reader = readerFor(source.name);
  const format = reader === null || reader === 'unknown' ? null : reader.format;
  return member === null || format === null
    ? null
    : { format, member, record: null, line: null, part: null, starts: [] };
}

/** Metadata counts too: a corrected date makes another article. */
function hashOf({ title, outlet, author, published, url }: ArticleMetadata, text: string): string {
  const fields = JSON.stringify([title, outlet, author, published, url]);
  return hash('sha256', `${fields}\0${text}`);
}

function skip(
  walk: Walk,
  within: readonly string[] | null,
  reason: string,
  retry: Retry = 'never',
): ReadItem {
  const { path } = walk.file;
  const member = within === null || within.length === 0 ? null : within.join('/');
  return { kind: 'skipped', skipped: member === null ? { path, reason } : { path, member, reason }, retry };
}
