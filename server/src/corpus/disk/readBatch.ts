/** Batches: reads some files and puts what they hold into the index, in as few transactions as their size allows. */

import type { Article, SkippedFile } from '../article.ts';
import type { SourceFile } from '../files.ts';
import { readArticles } from '../readArticles.ts';
import { likelier, type ReadLimits, type Retry } from '../readers/reader.ts';
import type { FileContent, IndexWriter } from './indexWriter.ts';

/** Articles written in one transaction. A file that holds more is written in several. */
const MOST_AT_ONCE = 1_000;
/** UTF-16 units of their texts. An article that is longer is written by itself. */
const LONGEST_AT_ONCE = 4_000_000;

/**
 * Reads the files, one after the other, and writes what they hold. Rejects with the signal's reason when aborted. Lower
 * `limits` are for tests.
 */
export async function readBatch(
  writer: IndexWriter,
  files: readonly SourceFile[],
  signal: AbortSignal,
  limits: Partial<ReadLimits> = {},
): Promise<void> {
  const waiting: FileContent[] = [];
  let articles = 0;
  let length = 0;
  const write = (): void => {
    if (waiting.length > 0) writer.replace(waiting);
    waiting.length = 0;
    articles = 0;
    length = 0;
  };
  for (const file of files) {
    const written = new Set<string>();
    let own: Article[] = [];
    const skipped: SkippedFile[] = [];
    let retry: Retry = 'never';
    const writePart = (): void => {
      if (own.length > 0) waiting.push({ file, articles: own, skipped: [], kept: 'all', retry });
      for (const { id } of own) written.add(id);
      own = [];
      write();
    };
    for await (const item of readArticles(file, { signal, limits })) {
      if (item.kind === 'skipped') {
        skipped.push(item.skipped);
        retry = likelier(retry, item.retry);
        continue;
      }
      const added = item.article.text.length;
      if (length > 0 && length + added > LONGEST_AT_ONCE) writePart();
      own.push(item.article);
      articles += 1;
      length += added;
      if (articles >= MOST_AT_ONCE) writePart();
    }
    waiting.push({ file, articles: own, skipped, kept: written, retry });
  }
  write();
}
