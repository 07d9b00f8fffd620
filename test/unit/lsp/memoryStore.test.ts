/** The store in memory: which files are read again, and what does not count as read meanwhile. */

import assert from 'node:assert/strict';
import { chmodSync, chownSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { READ_LIMITS } from '../../../server/src/corpus/readers/limits.ts';
import type { ArticleStore } from '../../../server/src/lsp/articleStore.ts';
import { createMemoryStore } from '../../../server/src/lsp/memoryStore.ts';
import { makePdf } from '../corpus/makePdf.ts';
import { type Desk, desk, tale } from '../index/folder.ts';

/** The user `nobody` of most systems. */
const NOBODY = 65_534;

const { signal } = new AbortController();

interface StoreDesk extends Desk {
  readonly store: ArticleStore;
  /** Reads as at a start and tells the reasons of what could not be read. */
  readAll(): Promise<readonly string[]>;
}

function storeDesk(t: TestContext, count: number): StoreDesk {
  const own = desk(t, count);
  const store = createMemoryStore([own.articles], 'refuse');
  const readAll = async (): Promise<readonly string[]> => {
    assert.equal(await store.read(signal, { report() {}, say() {}, end() {} }), 'all');
    return store.index.skipped.map(({ reason }) => reason);
  };
  return { ...own, store, readAll };
}

/** Gives parsers another time, in milliseconds, for the rest of the test. */
function giveParsers(t: TestContext, parseTime: number): void {
  const { parseTime: usual } = READ_LIMITS;
  t.after(() => Object.assign(READ_LIMITS, { parseTime: usual }));
  Object.assign(READ_LIMITS, { parseTime });
}

describe('a file that could not be read', { timeout: 60_000 }, () => {
  test('since the system kept it back is read at the next reading, and again until it can be', async (t) => {
    if (process.platform === 'win32') return t.skip('permissions work otherwise there');
    const { articles, store, readAll } = storeDesk(t, 2);
    const path = join(articles, '1.txt');
    // Permissions do not bind the superuser; the test then goes on as nobody.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) for (const each of [dirname(articles), articles, path]) chownSync(each, NOBODY, NOBODY);
    if (isRoot) process.seteuid?.(NOBODY);
    try {
      chmodSync(path, 0);
      for (let reading = 0; reading < 3; reading += 1)
        assert.deepEqual([await readAll(), store.index.size], [['permission denied'], 1]);
      chmodSync(path, 0o644);
      assert.deepEqual([await readAll(), store.index.size], [[], 2]);
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });

  test('since its parser failed is read once more, and then not until it changes', async (t) => {
    const { articles, store, readAll } = storeDesk(t, 0);
    const path = join(articles, 'a.pdf');
    writeFileSync(path, await makePdf({ pages: [[[50, 700, 'Some 750 guards came.']]] }));
    giveParsers(t, 1);
    assert.deepEqual(await readAll(), ['takes longer than 1 ms to read']);
    giveParsers(t, 2);
    assert.deepEqual(await readAll(), ['takes longer than 2 ms to read']);
    giveParsers(t, 30_000);
    assert.deepEqual(await readAll(), ['takes longer than 2 ms to read']);
    utimesSync(path, new Date(), new Date(statSync(path).mtimeMs + 5_000));
    assert.deepEqual([await readAll(), store.index.size], [[], 1]);
  });

  test('for what is in it is read when that changes, whatever size and time it has then', async (t) => {
    const { store, readAll, write } = storeDesk(t, 1);
    const before = new Date(1_600_000_000_000);
    const path = write('1.txt', ' '.repeat(tale(1).length));
    utimesSync(path, before, before);
    assert.deepEqual(await readAll(), ['empty']);
    assert.deepEqual(await readAll(), ['empty']);
    utimesSync(write('1.txt', tale(1)), before, before);
    assert.deepEqual([await readAll(), store.index.size], [[], 2]);
  });
});
