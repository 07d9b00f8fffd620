/** All readers, and which one a file name asks for. Libraries are loaded by the first file that needs them. */

import { archiveReader } from './archive.ts';
import { pdfReader, wordReader } from './documents.ts';
import { emailReader } from './email.ts';
import { jsonReader } from './json.ts';
import { jsonLinesReader } from './jsonLines.ts';
import { markdownReader } from './markdown.ts';
import { pageReader, savedPageReader } from './page.ts';
import type { Reader } from './reader.ts';
import { tableReader } from './table.ts';
import { textReader } from './text.ts';

const READERS: readonly Reader[] = [
  textReader,
  markdownReader,
  pageReader,
  savedPageReader,
  pdfReader,
  wordReader,
  jsonReader,
  jsonLinesReader,
  tableReader,
  emailReader,
  archiveReader,
];

const BY_EXTENSION: ReadonlyMap<string, Reader> = new Map(
  READERS.flatMap((reader) => reader.extensions.map((extension) => [extension, reader] as const)),
);

/** Formats in which people keep articles and which no reader takes: worth a word when one is passed over. */
const KNOWN_FORMATS: ReadonlySet<string> = new Set([
  ...['doc', 'odt', 'rtf', 'epub', 'pages', 'msg', 'mbox', 'webarchive', 'xlsx', 'xls', 'pptx', 'ppt'],
  ...['7z', 'rar', 'gz', 'tgz', 'bz2', 'xz', 'zst', 'tar', 'warc', 'parquet'],
]);

/** The extensions that are read, in lower case without the full stop. */
export const READ_EXTENSIONS: readonly string[] = [...BY_EXTENSION.keys()];

/** The reader for a file of that name; `unknown` for other articles, null for files that are none. */
export function readerFor(name: string): Reader | 'unknown' | null {
  // A folder's README tells about the articles and is none.
  if (/^readme(?:\.|$)/i.test(name)) return null;
  const extension = /\.([^.]+)$/s.exec(name)?.[1]?.toLowerCase() ?? '';
  return BY_EXTENSION.get(extension) ?? (KNOWN_FORMATS.has(extension) ? 'unknown' : null);
}
