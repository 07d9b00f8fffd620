/** Folders of short articles for tests of an index, and the index beside them. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Origin, SkippedFile } from '../../../server/src/corpus/article.ts';
import { openDatabase } from '../../../server/src/corpus/disk/database.ts';
import { createDiskIndex } from '../../../server/src/corpus/disk/diskIndex.ts';
import { type SyncListener, type SyncRequest, syncIndex } from '../../../server/src/corpus/disk/syncIndex.ts';

export interface Desk {
  readonly articles: string;
  /** Absolute path of the index. */
  readonly index: string;
  readonly request: SyncRequest;
  write(name: string, text: string): string;
}

/** A folder with `count` articles, each of which tells of a number of its own. */
export function desk(t: TestContext, count: number): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-index-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const articles = join(folder, 'articles');
  const index = join(folder, 'index.sqlite');
  mkdirSync(articles);
  const write = (name: string, text: string): string => {
    writeFileSync(join(articles, name), text);
    return join(articles, name);
  };
  for (let number = 0; number < count; number += 1) write(`${number}.txt`, tale(number));
  const request: SyncRequest = { path: index, entries: [articles], links: 'refuse', threads: 2 };
  return { articles, index, request, write };
}

/** What article `number` says. */
export function tale(number: number): string {
  return `The survey of village ${number} counted ${1000 + number} homes.\n\nNobody of village ${number} was hurt.\n`;
}

/** Brings an index up to date and tells how many files it read. */
export async function sync(request: SyncRequest, listener: Partial<SyncListener> = {}): Promise<number> {
  let read = 0;
  await syncIndex(request, {
    signal: new AbortController().signal,
    progress: (done) => {
      read = done;
    },
    waits: () => {},
    ...listener,
  });
  return read;
}

/** What an index holds. Throws when it is not in order. */
export function contentOf(path: string): { readonly ids: readonly string[]; readonly pending: number } {
  const database = openDatabase(path, 'existing');
  try {
    const [check] = database.prepare('PRAGMA integrity_check').all();
    if (check?.integrity_check !== 'ok') throw new Error(String(check?.integrity_check));
    const rows = database.prepare('SELECT id FROM articles ORDER BY id').all();
    return { ids: rows.map(({ id }) => String(id)), pending: createDiskIndex(database).pending };
  } finally {
    database.close();
  }
}

/** How many homes the index says that there are in the village: null when it does not know. */
export async function homesIn(path: string, village: number): Promise<string | null> {
  const database = openDatabase(path, 'existing');
  try {
    const terms = ['survey', 'villag', `#count:${village.toPrecision(3)}`].map((term) => ({
      term,
      weight: 1,
    }));
    const { candidates } = await createDiskIndex(database).retrieve([{ terms, limit: 1_000 }]);
    const found = candidates[0]?.find(({ article }) =>
      article.article.text.includes(`of village ${village} counted`),
    );
    return /counted (\d+)/.exec(found?.article.article.text ?? '')?.[1] ?? null;
  } finally {
    database.close();
  }
}

/** What the index has of an article; undefined when it has none. */
export async function articleIn(
  path: string,
  id: string,
): Promise<{ readonly text: string; readonly origin: Origin | undefined } | undefined> {
  const database = openDatabase(path, 'existing');
  try {
    const found = await createDiskIndex(database).article(id);
    // Unpacked while the index is open.
    return found === undefined ? undefined : { text: found.article.text, origin: found.article.origin };
  } finally {
    database.close();
  }
}

/** What the index says that could not be read. */
export function skippedIn(path: string): readonly SkippedFile[] {
  const database = openDatabase(path, 'existing');
  try {
    return createDiskIndex(database).skipped;
  } finally {
    database.close();
  }
}
