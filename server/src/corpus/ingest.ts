/** Ingestion: reads the articles of folders, files and globs from disk. Whatever cannot be read is listed with its reason. */

import type { Article, SkippedFile } from './article.ts';
import { listFiles, type SourceFile } from './files.ts';
import type { LinkPolicy } from './links.ts';
import { type ReadItem, readArticles } from './readArticles.ts';

export interface ReadCorpusOptions {
  /** Aborting rejects `readCorpus` with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called after each batch of files, with how many are done of how many found. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly links?: LinkPolicy;
}

export interface CorpusFiles {
  /** In the order of the folders given, then of their ids. */
  readonly articles: readonly Article[];
  /** In the order in which they were found. */
  readonly skipped: readonly SkippedFile[];
}

/** Files read at the same time: enough to keep a disk busy, few enough to keep memory and file handles low. */
const BATCH = 16;

/**
 * Reads every article below `folders`: absolute paths of folders or files, or globs. A folder that is missing or cannot
 * be read is `skipped` like a file. Equal files give equal results in equal order. Rejects only when aborted.
 */
export async function readCorpus(
  folders: readonly string[],
  options: ReadCorpusOptions = {},
): Promise<CorpusFiles> {
  const { signal, onProgress } = options;
  const found: SourceFile[] = [];
  const articles: Article[] = [];
  const skipped: SkippedFile[] = [];
  for await (const listed of listFiles(folders, options)) {
    if (listed.kind === 'file') found.push(listed.file);
    else skipped.push(listed.skipped);
  }
  for (let start = 0; start < found.length; start += BATCH) {
    signal?.throwIfAborted();
    const batch = found.slice(start, start + BATCH);
    const items = await Promise.all(batch.map((file) => collect(file, signal)));
    for (const item of items.flat()) {
      if (item.kind === 'article') articles.push(item.article);
      else skipped.push(item.skipped);
    }
    onProgress?.(Math.min(start + BATCH, found.length), found.length);
  }
  return { articles, skipped };
}

async function collect(file: SourceFile, signal: AbortSignal | undefined): Promise<readonly ReadItem[]> {
  const items: ReadItem[] = [];
  for await (const item of readArticles(file, signal === undefined ? {} : { signal })) items.push(item);
  return items;
}
