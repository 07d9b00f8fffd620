/** Ingestion: reads the articles of folders, files and globs from disk. Whatever cannot be read is listed with its reason. */

import { readFile, stat } from 'node:fs/promises';
import { basename, relative, sep } from 'node:path';
import type { Article, SkippedFile } from './article.ts';
import { fileProblem } from './fileProblem.ts';
import { findFiles } from './files.ts';
import { articleMetadata } from './metadata.ts';
import { readerFor } from './readers/readers.ts';
import { type CorpusRoot, corpusRoots } from './roots.ts';

export interface ReadCorpusOptions {
  /** Aborting rejects `readCorpus` with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called after each batch of files, with how many are done of how many found. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface CorpusFiles {
  /** In the order of the folders given, then of their ids. */
  readonly articles: readonly Article[];
  /** In the order in which they were found. */
  readonly skipped: readonly SkippedFile[];
}

/** What became of one file. */
export type ArticleFile =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'skipped'; readonly skipped: SkippedFile };

/** Files read at the same time: enough to keep a disk busy, few enough to keep memory and file handles low. */
const BATCH = 16;

/** Larger files are skipped; a text of this size is a dump and no article. */
const LARGEST_FILE = 100 * 1024 * 1024;

/**
 * Reads every article below `folders`: absolute paths of folders or files, or globs. A folder that is missing or cannot
 * be read is `skipped` like a file. Equal files give equal results in equal order. Rejects only when aborted.
 */
export async function readCorpus(
  folders: readonly string[],
  options: ReadCorpusOptions = {},
): Promise<CorpusFiles> {
  const { signal, onProgress } = options;
  const found: { readonly path: string; readonly root: CorpusRoot }[] = [];
  const skipped: SkippedFile[] = [];
  const seen = new Set<string>();
  for (const root of await corpusRoots(folders)) {
    const files = await findFiles(root, signal);
    skipped.push(...files.skipped);
    // Entries may overlap: `corpus` and `corpus/2020`. The first that holds a file names it.
    for (const path of files.paths) if (!seen.has(path)) found.push({ path, root });
    for (const path of files.paths) seen.add(path);
  }
  const articles: Article[] = [];
  for (let start = 0; start < found.length; start += BATCH) {
    signal?.throwIfAborted();
    const batch = found.slice(start, start + BATCH);
    for (const file of await Promise.all(batch.map(({ path, root }) => readArticleFile(path, root)))) {
      if (file.kind === 'article') articles.push(file.article);
      else skipped.push(file.skipped);
    }
    onProgress?.(Math.min(start + BATCH, found.length), found.length);
  }
  return { articles, skipped };
}

/** Reads one file that lies below `root`. Never rejects. */
export async function readArticleFile(path: string, root: CorpusRoot): Promise<ArticleFile> {
  const reader = readerFor(basename(path));
  if (reader === null || reader === 'unknown') return skip(path, 'files of this format are not read');
  try {
    const { size } = await stat(path);
    if (size === 0) return skip(path, 'empty');
    if (size > LARGEST_FILE) return skip(path, `larger than ${LARGEST_FILE / 1024 / 1024} MB`);
    const reading = await reader.read(await readFile(path));
    if (reading.kind === 'unreadable') return skip(path, reading.reason);
    const { text, prose, stated } = reading;
    if (prose.length === 0)
      return skip(path, text.trim() === '' ? 'empty' : 'no text besides front matter and markup');
    const metadata = articleMetadata(stated, basename(path), text, prose);
    return { kind: 'article', article: { ...metadata, id: articleId(path, root), path, text, prose } };
  } catch (error) {
    return skip(path, fileProblem(error));
  }
}

/** The path relative to the root, with `/` on every system, after the root's own name where there are several. */
function articleId(path: string, root: CorpusRoot): string {
  const way = relative(root.path, path).split(sep).join('/');
  return root.name === '' ? way : `${root.name}/${way}`;
}

function skip(path: string, reason: string): ArticleFile {
  return { kind: 'skipped', skipped: { path, reason } };
}
