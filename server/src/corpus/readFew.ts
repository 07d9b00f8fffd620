/** Few files: reads what takes hardly any time to read, and leaves the rest to those who read at length. */

import type { Article } from './article.ts';
import type { SourceFile } from './files.ts';
import { readArticles } from './readArticles.ts';
import type { ReadLimits } from './readers/reader.ts';

/** A file and all articles in it. */
export interface FileArticles {
  readonly file: SourceFile;
  readonly articles: readonly Article[];
}

/**
 * UTF-16 units of all texts together, some 65 articles of 500 words: to index them takes 30 to 90 ms on a busy machine, on
 * disk as in memory, and nothing else is done meanwhile.
 */
export const FEW_UNITS = 200_000;
/** Bytes of all files together, and of what is unpacked of one: JSON of this size is parsed in 30 ms. */
export const FEW_BYTES = 4 * 1024 * 1024;

/** So that no file has to be read further than it is of use. */
const LIMITS: Partial<ReadLimits> = {
  wholeBytes: FEW_BYTES,
  streamBytes: FEW_BYTES,
  unpackedBytes: FEW_BYTES,
  articleLength: FEW_UNITS,
};

/**
 * The articles of the files; null when that takes long or something in them cannot be read, of which only those tell who
 * read it whatever its size. Rejects with the signal's reason when aborted.
 */
export async function readFew(
  files: readonly SourceFile[],
  signal: AbortSignal,
): Promise<readonly FileArticles[] | null> {
  if (files.reduce((sum, { size }) => sum + size, 0) > FEW_BYTES) return null;
  const read: FileArticles[] = [];
  let length = 0;
  for (const file of files) {
    const articles: Article[] = [];
    for await (const item of readArticles(file, { signal, limits: LIMITS })) {
      if (item.kind === 'skipped') return null;
      length += item.article.text.length;
      if (length > FEW_UNITS) return null;
      articles.push(item.article);
    }
    read.push({ file, articles });
  }
  return read;
}
