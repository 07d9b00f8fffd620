/** A folder of files on a real disk, for one test file. */

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Article, SkippedFile } from '../../../server/src/corpus/article.ts';
import { type ReadOptions, readArticles } from '../../../server/src/corpus/readArticles.ts';
import type { ReadLimits } from '../../../server/src/corpus/readers/reader.ts';

export interface TestFolder extends AsyncDisposable {
  readonly path: string;
  /** Writes a file, folders above it included, and returns its absolute path. */
  write(path: string, content: string | Uint8Array): Promise<string>;
}

/** Makes a fresh folder, which is removed with all that is in it when it is disposed of. */
export async function testFolder(): Promise<TestFolder> {
  const path = await mkdtemp(join(tmpdir(), 'corroborate-files-'));
  return {
    path,
    async write(way, content) {
      const file = join(path, way);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
      return file;
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}

export interface ReadResult {
  readonly articles: readonly Article[];
  readonly skipped: readonly SkippedFile[];
}

/** All that is read of one file. */
export async function readAll(path: string, options: ReadOptions = {}): Promise<ReadResult> {
  const articles: Article[] = [];
  const skipped: SkippedFile[] = [];
  for await (const item of readArticles({ path, id: basename(path) }, options)) {
    if (item.kind === 'article') articles.push(item.article);
    else skipped.push(item.skipped);
  }
  return { articles, skipped };
}

/** The ids of the articles, and the reasons by what they are about. */
export async function readShort(
  path: string,
  options: ReadOptions = {},
): Promise<{ readonly ids: readonly string[]; readonly skipped: Readonly<Record<string, string>> }> {
  const { articles, skipped } = await readAll(path, options);
  return {
    ids: articles.map(({ id }) => id),
    skipped: Object.fromEntries(skipped.map(({ member, reason }) => [member ?? '', reason])),
  };
}

/** Reads the file and then a good one of its format: both must come back, whatever became of the first. */
export async function readBoth(bad: string, good: string, limits: Partial<ReadLimits> = {}): Promise<string> {
  const { ids, skipped } = await readShort(bad, { limits });
  assert.equal((await readShort(good)).ids.length, 1, 'the next file of the format is read');
  return ids.length > 0 ? 'read' : (skipped[''] ?? '');
}
