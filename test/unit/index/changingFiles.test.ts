/** Files that change under an index while it is brought up to date, and files that can no longer be read. */

import assert from 'node:assert/strict';
import { appendFileSync, chmodSync, chownSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { openDatabase } from '../../../server/src/corpus/disk/database.ts';
import { type DiskCorpusOptions, openDiskCorpus } from '../../../server/src/corpus/disk/diskCorpus.ts';
import { createDiskIndex } from '../../../server/src/corpus/disk/diskIndex.ts';
import { contentOf, desk, homesIn, sync, tale } from './folder.ts';

const BEFORE = 12;
/** Enough for several batches in several threads. */
const MANY = 400;
/** The user `nobody` of most systems. */
const NOBODY = 65_534;

function skippedOf(path: string): unknown {
  const database = openDatabase(path, 'existing');
  try {
    return createDiskIndex(database).skipped;
  } finally {
    database.close();
  }
}

describe('files of an index', { timeout: 120_000 }, () => {
  test('that come after a reading was broken off count for none of those that it left', async (t) => {
    const { articles, write } = desk(t, MANY);
    const options: DiskCorpusOptions = {
      folder: join(articles, '..'),
      entries: [articles],
      links: 'refuse',
      syncs: 'here',
      notify: () => {},
      log: () => {},
      damaged: () => {},
    };
    const abort = new AbortController();
    const corpus = await openDiskCorpus(options, abort.signal);
    t.after(() => corpus.close());
    const progress = (done: number): void => {
      if (done > 0) abort.abort();
    };
    const broken = corpus.sync({ signal: abort.signal, progress, waits: () => {} });
    await assert.rejects(broken, { name: 'AbortError' });
    const { pending } = corpus.index;
    assert.ok(pending > 0);
    assert.equal(await corpus.update([write('new.txt', tale(MANY))], new AbortController().signal), false);
    assert.equal(corpus.index.pending, pending);
  });

  test('that vanish and grow while they are read: what was indexed before stays, the next time all is right', async (t) => {
    const { articles, index, request, write } = desk(t, BEFORE);
    await sync(request);
    for (let number = BEFORE; number < MANY; number += 1) write(`${number}.txt`, tale(number));
    let isChanged = false;
    const progress = (): void => {
      if (isChanged) return;
      isChanged = true;
      for (let number = 200; number < MANY; number += 2) rmSync(join(articles, `${number}.txt`));
      for (let number = 201; number < MANY; number += 2)
        appendFileSync(join(articles, `${number}.txt`), 'More homes are built.\n');
    };
    await sync(request, { progress });
    assert.ok(isChanged);
    const during = new Set(contentOf(index).ids);
    for (let number = 0; number < BEFORE; number += 1) assert.ok(during.has(`${number}.txt`));
    await sync(request);
    const after = contentOf(index);
    assert.deepEqual([...after.ids].sort(), readdirSync(articles).sort());
    assert.equal(after.pending, 0);
    assert.equal(await homesIn(index, 201), '1201');
    assert.equal(await homesIn(index, 202), null);
  });

  test('that may no longer be read are told of, and come back when they may', async (t) => {
    if (process.platform === 'win32') return t.skip('permissions work otherwise there');
    const { articles, index, request } = desk(t, BEFORE);
    await sync(request);
    // Permissions do not bind the superuser; the test then goes on as nobody.
    const isRoot = process.getuid?.() === 0;
    const folder = dirname(articles);
    const own = [
      folder,
      ...readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))),
    ];
    if (isRoot) for (const path of own) chownSync(path, NOBODY, NOBODY);
    appendFileSync(join(articles, '3.txt'), 'Fewer homes are built.\n');
    for (const name of ['2.txt', '3.txt']) chmodSync(join(articles, name), 0);
    if (isRoot) process.seteuid?.(NOBODY);
    try {
      appendFileSync(join(articles, '4.txt'), 'More homes are built.\n');
      await sync(request);
      const { ids, pending } = contentOf(index);
      assert.equal(pending, 0);
      // Whether the rights of `2.txt` alone changed nobody can tell who may not read it.
      assert.ok(!ids.includes('2.txt') && !ids.includes('3.txt'));
      const skipped = ['2.txt', '3.txt'].map((name) => ({
        path: join(articles, name),
        reason: 'permission denied',
      }));
      assert.deepEqual(skippedOf(index), skipped);
      assert.equal(await homesIn(index, 4), '1004');
      for (const name of ['2.txt', '3.txt']) chmodSync(join(articles, name), 0o644);
      await sync(request);
      assert.equal(contentOf(index).ids.length, BEFORE);
      assert.equal(await homesIn(index, 2), '1002');
      assert.equal(await homesIn(index, 3), '1003');
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });
});
