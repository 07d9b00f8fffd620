/** Backends: the indexes that the contract is tested on. Another one is added by passing it to `contract`. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '../../../server/src/corpus/article.ts';
import { openDatabase } from '../../../server/src/corpus/disk/database.ts';
import { createDiskIndex } from '../../../server/src/corpus/disk/diskIndex.ts';
import { type FileContent, IndexWriter } from '../../../server/src/corpus/disk/indexWriter.ts';
import type { CorpusIndex } from '../../../server/src/corpus/index/corpusIndex.ts';
import { createMemoryIndex } from '../../../server/src/corpus/index/memoryIndex.ts';

/** An index that a test fills. */
export interface Backend {
  readonly name: string;
  open(): Promise<OpenBackend>;
}

export interface OpenBackend {
  readonly index: CorpusIndex;
  /** Adds articles, or replaces those with the same ids; resolves when they can be looked up. */
  put(articles: readonly Article[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export const MEMORY: Backend = {
  name: 'memory',
  async open() {
    const index = createMemoryIndex();
    return {
      index,
      async put(articles) {
        for (const article of articles) index.put(article);
      },
      async remove(ids) {
        for (const id of ids) index.remove(id);
      },
      async close() {},
    };
  },
};

export const DISK: Backend = {
  name: 'disk',
  async open() {
    const folder = mkdtempSync(join(tmpdir(), 'corroborate-index-'));
    const database = openDatabase(join(folder, 'index.sqlite'), 'create');
    // The files were listed: nothing is pending.
    database.exec("UPDATE meta SET value = 0 WHERE name = 'pending'");
    const writer = new IndexWriter(database);
    return {
      index: createDiskIndex(database),
      async put(articles) {
        // Several transactions make several segments, as in use.
        for (let at = 0; at < articles.length; at += BATCH) {
          writer.replace(articles.slice(at, at + BATCH).map(contentOf));
        }
      },
      async remove(ids) {
        writer.replace([], ids.map(pathOf));
      },
      async close() {
        database.close();
        rmSync(folder, { recursive: true });
      },
    };
  },
};

const BATCH = 7;

/** The file that holds just one article. */
export function contentOf(article: Article): FileContent {
  const path = pathOf(article.id);
  const file = { path, id: article.id, size: article.text.length, mtime: 0, ctime: 0 };
  return { file, articles: [{ ...article, path }], skipped: [], kept: new Set(), retry: 'never' };
}

export function pathOf(id: string): string {
  return `/articles/${id}`;
}
