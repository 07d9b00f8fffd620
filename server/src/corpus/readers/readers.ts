/** All readers, and which one a file name asks for. Libraries are loaded by the first file that needs them. */

import { archiveReader } from './archive.ts';
import { pdfReader, wordReader } from './documents.ts';
import { emailReader } from './email.ts';
import { jsonReader } from './json.ts';
import { jsonLinesReader } from './jsonLines.ts';
import { markdownReader } from './markdown.ts';
import { endingOf, isNoArticle } from './noArticle.ts';
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

/** The extensions that are read, in lower case without the full stop. */
export const READ_EXTENSIONS: readonly string[] = [...BY_EXTENSION.keys()];

/** The reader for a file of that name; null for a file that is never an article, `unknown` for all others. */
export function readerFor(name: string): Reader | 'unknown' | null {
  return isNoArticle(name) ? null : (BY_EXTENSION.get(endingOf(name)) ?? 'unknown');
}

/** Why a file of that name, whose reader is `unknown` or null, is not read. */
export function whyNotRead(name: string): string {
  return endingOf(name) === ''
    ? 'its name has no ending that tells its format'
    : 'files of this format are not read';
}
