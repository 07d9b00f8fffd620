/** All readers, and which one a file name asks for. */

import { markdownReader } from './markdown.ts';
import type { Reader } from './reader.ts';
import { textReader } from './text.ts';

const READERS: readonly Reader[] = [textReader, markdownReader];

const BY_EXTENSION: ReadonlyMap<string, Reader> = new Map(
  READERS.flatMap((reader) => reader.extensions.map((extension) => [extension, reader] as const)),
);

/** Formats in which people keep articles and which no reader takes yet: worth a word when one is passed over. */
const KNOWN_FORMATS: ReadonlySet<string> = new Set([
  'pdf',
  'doc',
  'docx',
  'odt',
  'rtf',
  'html',
  'htm',
  'epub',
  'eml',
]);

/** The extensions that are read, in lower case without the full stop. */
export const READ_EXTENSIONS: readonly string[] = [...BY_EXTENSION.keys()];

/** The reader for a file of that name; `unknown` for other articles, null for files that are none. */
export function readerFor(name: string): Reader | 'unknown' | null {
  // A folder's README tells about the articles and is none.
  if (/^readme(?:\.|$)/i.test(name)) return null;
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return BY_EXTENSION.get(extension) ?? (KNOWN_FORMATS.has(extension) ? 'unknown' : null);
}
