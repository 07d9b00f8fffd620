/** Both stores: what counts as the same file as before, and what it comes to where only its place or its rights changed. */

import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import type { ArticleStore } from '../../../server/src/lsp/articleStore.ts';
import { openDiskStore } from '../../../server/src/lsp/diskStore.ts';
import { createMemoryStore } from '../../../server/src/lsp/memoryStore.ts';
import { type Desk, desk, tale } from '../index/folder.ts';

const { signal } = new AbortController();
const QUIET = { report() {}, say() {}, end() {} };

/** The store of a folder, read once. */
type Open = (t: TestContext, desk: Desk) => Promise<ArticleStore>;

const STORES: Readonly<Record<string, Open>> = {
  'in memory': async (_, { articles }) => {
    const store = createMemoryStore([articles], 'refuse');
    await store.read(signal, QUIET);
    return store;
  },
  'on disk': async (t, { articles }) => {
    const folder = join(dirname(articles), 'indexes');
    mkdirSync(folder);
    const told = { notify() {}, log() {}, damaged() {} };
    const store = await openDiskStore({ folder, entries: [articles], links: 'refuse', ...told }, signal);
    t.after(() => store.close());
    await store.read(signal, QUIET);
    return store;
  },
};

for (const [where, open] of Object.entries(STORES)) {
  describe(`a store ${where}`, { timeout: 60_000 }, () => {
    test('takes in what was changed to the same size and given the time that it had', async (t) => {
      const own = desk(t, 2);
      const then = new Date(1_600_000_000_000);
      const change = (homes: string): string => {
        const path = own.write('1.txt', tale(1).replace('1001', homes));
        utimesSync(path, then, then);
        return path;
      };
      change('1001');
      const store = await open(t, own);
      const homes = async (): Promise<string | undefined> =>
        /counted (\d+)/.exec((await store.index.article('1.txt'))?.article.text ?? '')?.[1];
      assert.equal(await homes(), '1001');
      change('1999');
      await store.read(signal, QUIET);
      assert.equal(await homes(), '1999');
      assert.equal(await store.update([change('2999')], signal), true);
      assert.equal(await homes(), '2999');
    });

    test('tells of the line to which a row was moved', async (t) => {
      const own = desk(t, 1);
      const dyke = '"The dyke of Plover broke in 17 places."';
      own.write('rows.csv', `title,text\nA,"The mill of Gorse employed 41 men."\nB,${dyke}\n`);
      const store = await open(t, own);
      const place = async (): Promise<unknown> => {
        const { origin, text } = (await store.index.article('rows.csv/2'))?.article ?? {};
        return [text, origin?.line];
      };
      const [text, line] = ['The dyke of Plover broke in 17 places.', 3];
      assert.deepEqual(await place(), [text, line]);
      own.write('rows.csv', `title,text\nA,"The mill of Gorse employed 41 men.\n\n\n"\nB,${dyke}\n`);
      await store.read(signal, QUIET);
      assert.deepEqual(await place(), [text, 6]);
      const few = own.write('rows.csv', `title,text\nA,"The mill of Gorse employed 41 men.\n"\nB,${dyke}\n`);
      assert.equal(await store.update([few], signal), true);
      assert.deepEqual(await place(), [text, 4]);
    });

    test('has what it had of a file whose rights alone changed', async (t) => {
      const own = desk(t, 2);
      const store = await open(t, own);
      chmodSync(join(own.articles, '1.txt'), 0o600);
      await store.read(signal, QUIET);
      assert.deepEqual([store.index.size, store.index.pending, store.index.skipped], [2, 0, []]);
    });
  });
}
