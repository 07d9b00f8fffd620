/** Folders that cannot be listed for a moment: what the index has of them stays, and they are told of. */

import assert from 'node:assert/strict';
import { chmodSync, chownSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { openDiskCorpus } from '../../../server/src/corpus/disk/diskCorpus.ts';
import { contentOf, type Desk, desk, homesIn, skippedIn, sync, tale } from './folder.ts';

/** The user `nobody` of most systems. */
const NOBODY = 65_534;

/** A folder with an article in it and two in the folder `old`, all indexed, of a user who is bound by permissions. */
async function guarded(t: TestContext): Promise<Desk & { readonly old: string }> {
  const own = desk(t, 1);
  const old = join(own.articles, 'old');
  mkdirSync(old);
  own.write('old/1.txt', tale(1));
  own.write('old/2.txt', tale(2));
  // Permissions do not bind the superuser; the test then goes on as nobody.
  const isRoot = process.getuid?.() === 0;
  const folder = dirname(own.articles);
  const all = readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)));
  if (isRoot) for (const path of [folder, ...all]) chownSync(path, NOBODY, NOBODY);
  if (isRoot) process.seteuid?.(NOBODY);
  t.after(() => {
    if (isRoot) process.seteuid?.(0);
  });
  await sync(own.request);
  return { ...own, old };
}

const ALL = ['0.txt', 'old/1.txt', 'old/2.txt'];

describe('a folder of an index', { timeout: 60_000, skip: process.platform === 'win32' }, () => {
  test('that may not be listed keeps its articles, is told of, and need not be read again', async (t) => {
    const { index, request, write, old } = await guarded(t);
    chmodSync(old, 0);
    write('0.txt', tale(0).replace('1000', '1999'));
    assert.equal(await sync(request), 1);
    assert.deepEqual(contentOf(index), { ids: ALL, pending: 0 });
    assert.deepEqual(skippedIn(index), [{ path: old, reason: 'permission denied' }]);
    assert.deepEqual([await homesIn(index, 0), await homesIn(index, 1)], ['1999', '1001']);
    chmodSync(old, 0o755);
    assert.equal(await sync(request), 0);
    assert.deepEqual([contentOf(index).ids, skippedIn(index)], [ALL, []]);
  });

  test('whose files may not be looked at keeps them, and each is told of until it is listed', async (t) => {
    const { index, request, old } = await guarded(t);
    chmodSync(old, 0o644);
    const reason = 'permission denied';
    const skipped = ['1.txt', '2.txt'].map((name) => ({ path: join(old, name), reason }));
    for (let turn = 0; turn < 2; turn += 1) {
      await sync(request);
      assert.deepEqual([contentOf(index).ids, skippedIn(index)], [ALL, skipped]);
    }
    chmodSync(old, 0o755);
    assert.equal(await sync(request), 0);
    assert.deepEqual([contentOf(index).ids, skippedIn(index)], [ALL, []]);
  });

  test('that may not be listed as a whole keeps all', async (t) => {
    const { articles, index, request } = await guarded(t);
    chmodSync(articles, 0);
    await sync(request);
    assert.deepEqual(contentOf(index), { ids: ALL, pending: 0 });
    assert.deepEqual(skippedIn(index), [{ path: articles, reason: 'permission denied' }]);
    chmodSync(articles, 0o755);
  });

  test('that is gone, or is a link that leads out, has no article any more', async (t) => {
    const { articles, index, request, old } = await guarded(t);
    const away = join(dirname(articles), 'away');
    renameSync(old, away);
    symlinkSync(away, old);
    await sync(request);
    const reason = 'a link that leads out of the folder of articles';
    assert.deepEqual([contentOf(index).ids, skippedIn(index)], [['0.txt'], [{ path: old, reason }]]);
    rmSync(old);
    await sync(request);
    assert.deepEqual([contentOf(index).ids, skippedIn(index)], [['0.txt'], []]);
  });

  test('that may not be entered keeps an article that was told to have changed', async (t) => {
    const { articles, old } = await guarded(t);
    const folder = join(dirname(articles), 'indexes');
    const quiet = { notify() {}, log() {}, damaged() {} };
    const { signal } = new AbortController();
    const corpus = await openDiskCorpus(
      { folder, entries: [articles], links: 'refuse', syncs: 'here', ...quiet },
      signal,
    );
    t.after(() => corpus.close());
    await corpus.sync({ signal, progress() {}, waits() {} });
    chmodSync(old, 0);
    assert.equal(await corpus.update([join(old, '1.txt')], signal), false);
    assert.equal(corpus.index.size, 3);
    chmodSync(old, 0o755);
  });
});
