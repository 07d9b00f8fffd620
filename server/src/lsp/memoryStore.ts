/** The store in memory: reads all articles at every start, and those that change again. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Article, SkippedFile } from '../corpus/article.ts';
import { listPaths, type SourceFile } from '../corpus/files.ts';
import { createMemoryIndex, type MutableIndex } from '../corpus/index/memoryIndex.ts';
import { readCorpus } from '../corpus/ingest.ts';
import type { LinkPolicy } from '../corpus/links.ts';
import { type FileArticles, readFew } from '../corpus/readFew.ts';
import { weighCorpus } from '../corpus/weighCorpus.ts';
import type { ArticleStore } from './articleStore.ts';

/** An empty store for the absolute folders, files and globs `entries`. */
export function createMemoryStore(entries: readonly string[], links: LinkPolicy): ArticleStore {
  const index = createMemoryIndex();
  /** Ids of articles by the absolute path of their file. */
  const files = new Map<string, readonly string[]>();
  return {
    kind: 'memory',
    index,
    holds: (path) => files.has(path),
    isCurrent: () => true,
    async read(signal, { report }) {
      const { articles, skipped } = await readCorpus(entries, { signal, links, onProgress: report });
      await update(index, articles, skipped, signal);
      files.clear();
      for (const [path, own] of Map.groupBy(articles, (article) => article.path)) {
        files.set(
          path,
          own.map(({ id }) => id),
        );
      }
    },
    async update(paths, signal) {
      // A full reading keeps them where their weight belongs.
      if ((await weighCorpus(entries, links, signal)) === 'disk') return false;
      const changed: SourceFile[] = [];
      for await (const listed of listPaths(entries, paths, { links, signal })) {
        if (listed.kind === 'skipped') return false;
        changed.push(listed.file);
      }
      const listed = new Set(changed.map(({ path }) => path));
      // A path that is neither listed nor known may be a folder. What was skipped is told again by a full reading.
      if (paths.some((path) => !listed.has(path) && !files.has(path))) return false;
      if (index.skipped.some(({ path }) => paths.includes(path))) return false;
      const few = await readFew(changed, signal);
      if (few === null) return false;
      for (const path of paths) if (!listed.has(path)) remove(path);
      for (const file of few) replace(file);
      return true;
    },
    close() {},
  };

  function remove(path: string): void {
    for (const id of files.get(path) ?? []) index.remove(id);
    files.delete(path);
  }

  /** Makes the index hold of a file what is in it now. */
  function replace({ file, articles }: FileArticles): void {
    const ids = articles.map(({ id }) => id);
    for (const id of files.get(file.path) ?? []) if (!ids.includes(id)) index.remove(id);
    for (const article of articles) {
      if (!sameArticle(index.known(article.id), article)) index.put(article);
    }
    files.set(file.path, ids);
  }
}

/** Makes the index hold just these articles. Only what differs is analysed again. */
async function update(
  index: MutableIndex,
  articles: readonly Article[],
  skipped: readonly SkippedFile[],
  signal: AbortSignal,
): Promise<void> {
  const ids = new Set(articles.map(({ id }) => id));
  for (const id of index.ids()) if (!ids.has(id)) index.remove(id);
  for (const article of articles) {
    if (sameArticle(index.known(article.id), article)) continue;
    // Analysing takes milliseconds an article; requests that arrive meanwhile are answered in between.
    await nextTurn();
    signal.throwIfAborted();
    index.put(article);
  }
  if (!sameSkipped(index.skipped, skipped)) index.setSkipped(skipped);
}

function sameArticle(known: Article | undefined, article: Article): boolean {
  return (
    known !== undefined &&
    known.text === article.text &&
    known.path === article.path &&
    known.hash === article.hash
  );
}

function sameSkipped(a: readonly SkippedFile[], b: readonly SkippedFile[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      ({ path, member, reason }, i) =>
        path === b[i]?.path && member === b[i]?.member && reason === b[i]?.reason,
    )
  );
}
