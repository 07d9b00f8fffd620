/** Tests a disk that is full, a real one: it is told, what was indexed before answers, and the next goes on once there is room. */

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { UnusableIndex } from '../../../server/src/corpus/disk/database.ts';
import { openDiskCorpus } from '../../../server/src/corpus/disk/diskCorpus.ts';
import { removeIndex } from '../../../server/src/corpus/disk/indexFile.ts';
import { syncApart } from '../../../server/src/corpus/disk/syncApart.ts';
import type { SyncRequest } from '../../../server/src/corpus/disk/syncIndex.ts';
import { contentOf, type Desk, desk, homesIn, sync, tale } from './folder.ts';
import { noSmallDisk, type SmallDisk, smallDisk } from './smallDisk.ts';

/** Enough for all segments to be merged. */
const MANY = 1_000;
const FEW = 120;

/** Kilobytes with which not even the number of the articles to go can be written. */
const LITTLE = 36;

/** What a sync ends with: a sentence for the user, or null. */
async function problemOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    assert.ok(error instanceof UnusableIndex && error.state === 'unavailable', String(error));
    return error.message;
  }
}

function apart(request: SyncRequest): Promise<void> {
  return syncApart(request, { signal: new AbortController().signal, progress: () => {}, waits: () => {} });
}

describe('a full disk', { skip: noSmallDisk, timeout: 240_000 }, () => {
  test('is told wherever the making of an index stops, which then goes on', async (t) => {
    const disk = smallDisk(t, 4);
    if (disk === null) return;
    const request = { ...desk(t, FEW).request, path: join(disk.path, 'index.sqlite') };
    // Before the first page, where the file beside the log cannot grow, among the tables, and among the articles.
    for (const room of [0, 16, 36, 64, 160]) {
      disk.leave(room * 1024);
      assert.equal(await problemOf(sync(request)), 'the disk is full', `${room} kB`);
      disk.empty();
      await sync(request);
      assert.deepEqual([contentOf(request.path).ids.length, contentOf(request.path).pending], [FEW, 0]);
      removeIndex(request.path);
    }
  });

  test('loses nothing that was indexed, and what is to go is known', async (t) => {
    const { disk, own, request } = await shelf(t);
    if (disk === null) return;
    for (const room of [LITTLE, 600, 1_200]) {
      rewrite(own, room);
      disk.leave(room * 1024);
      assert.equal(await problemOf(room > LITTLE ? apart(request) : sync(request)), 'the disk is full');
      const { ids, pending } = contentOf(request.path);
      assert.equal(ids.length, MANY);
      // Where there is no room for that number either, what is known is as it was.
      assert.equal(pending > 0, room > LITTLE, `${pending} with ${room} kB`);
      assert.equal(await homesIn(request.path, 0), '1000');
    }
    disk.empty();
    await apart(request);
    assert.deepEqual([contentOf(request.path).ids.length, contentOf(request.path).pending], [MANY, 0]);
  });

  test('on which not even what is to go can be noted leaves the index incomplete for who has it open', async (t) => {
    const disk = smallDisk(t, 32);
    if (disk === null) return;
    const own = desk(t, MANY);
    const told = { notify: () => {}, damaged: () => {}, log: () => {} };
    const options = {
      folder: disk.path,
      entries: [own.articles],
      links: 'refuse',
      syncs: 'here',
      ...told,
    } as const;
    const corpus = await openDiskCorpus(options, new AbortController().signal);
    t.after(() => corpus.close());
    const listener = { signal: new AbortController().signal, progress: () => {}, waits: () => {} };
    await corpus.sync(listener);
    assert.equal(corpus.index.pending, 0);
    rewrite(own, 1);
    disk.leave(LITTLE * 1024);
    assert.equal(await problemOf(corpus.sync(listener)), 'the disk is full');
    assert.ok(corpus.index.pending > 0);
    disk.empty();
    await corpus.sync(listener);
    assert.equal(corpus.index.pending, 0);
  });

  test('that is full when all is read, before it is merged and written into the index, loses nothing', async (t) => {
    const { disk, own, request } = await shelf(t);
    if (disk === null) return;
    const problems: (string | null)[] = [];
    for (const room of [0, 40, 100, 200]) {
      rewrite(own, room);
      disk.empty();
      const progress = (done: number, total: number): void => {
        if (done === total && total > 0) disk.leave(room * 1024);
      };
      problems.push(await problemOf(sync(request, { progress })));
      assert.deepEqual([contentOf(request.path).ids.length, contentOf(request.path).pending], [MANY, 0]);
      assert.equal(await homesIn(request.path, MANY - 1), String(1000 + MANY - 1));
    }
    assert.equal(problems[0], 'the disk is full');
    assert.ok(
      problems.every((problem) => problem === null || problem === 'the disk is full'),
      `${problems}`,
    );
    disk.empty();
    assert.equal(await sync(request), 0);
  });
});

async function shelf(t: TestContext): Promise<{ disk: SmallDisk | null; own: Desk; request: SyncRequest }> {
  const disk = smallDisk(t, 32);
  const own = desk(t, MANY);
  const request = { ...own.request, path: join(disk?.path ?? own.articles, 'index.sqlite') };
  if (disk !== null) await sync(request);
  return { disk, own, request };
}

/** Changes all articles but the first. */
function rewrite(own: Desk, edition: number): void {
  for (let number = 1; number < MANY; number += 1) own.write(`${number}.txt`, `${tale(number)}${edition}\n`);
}
