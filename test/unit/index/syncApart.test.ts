/** Tests bringing an index up to date in another process: its news, its failures, and that it ends. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, test } from 'node:test';
import { UnusableIndex } from '../../../server/src/corpus/disk/database.ts';
import { syncApart } from '../../../server/src/corpus/disk/syncApart.ts';
import type { SyncListener } from '../../../server/src/corpus/disk/syncIndex.ts';
import { tryLockWriter } from '../../../server/src/corpus/disk/writerLock.ts';
import { contentOf, desk, sync } from './folder.ts';

/** Enough for threads and several batches. */
const MANY = 240;
/** Enough to take much longer than the system takes to tell a process that another has ended. */
const VERY_MANY = 2_000;

/** Megabytes with which the process cannot even start to read. */
const TOO_LITTLE_MEMORY = 4;

function listener(own: Partial<SyncListener>): SyncListener {
  return { signal: new AbortController().signal, progress: () => {}, waits: () => {}, ...own };
}

describe('syncing apart', { timeout: 120_000 }, () => {
  test('reads every article and tells how far it is', async (t) => {
    const { index, request } = desk(t, MANY);
    const told: string[] = [];
    await syncApart(request, listener({ progress: (done, total) => told.push(`${done} of ${total}`) }));
    assert.deepEqual([told[0], told.at(-1)], [`0 of ${MANY}`, `${MANY} of ${MANY}`]);
    assert.deepEqual([contentOf(index).ids.length, contentOf(index).pending], [MANY, 0]);
  });

  test('reads nothing that leads out of a folder by a link', async (t) => {
    const { articles, index, request } = desk(t, 3);
    const workspace = desk(t, 0).articles;
    const entry = join(workspace, 'corpus');
    // Windows makes junctions without leave.
    symlinkSync(articles, entry, 'junction');
    await syncApart({ ...request, entries: [entry], links: { within: [workspace] } }, listener({}));
    assert.deepEqual(contentOf(index).ids, []);
    await syncApart({ ...request, entries: [entry], links: 'follow' }, listener({}));
    assert.equal(contentOf(index).ids.length, 3);
  });

  test('tells why an index cannot be used', async (t) => {
    const { index, request } = desk(t, 1);
    mkdirSync(index);
    await assert.rejects(
      syncApart(request, listener({})),
      (error) => error instanceof UnusableIndex && error.state === 'unavailable',
    );
  });

  test('tells the cause and what helps when the process ends for want of memory', async (t) => {
    const { request } = desk(t, MANY);
    await assert.rejects(
      syncApart({ ...request, memory: TOO_LITTLE_MEMORY }, listener({})),
      (error) =>
        error instanceof UnusableIndex &&
        error.state === 'unavailable' &&
        /memory.*Close/s.test(error.message),
    );
    assert.equal(await sync(request), MANY);
  });

  test('stops when aborted, also while it waits for another writer', async (t) => {
    const { index, request } = desk(t, MANY);
    await sync({ ...request, entries: [] });
    const lock = tryLockWriter(index);
    assert.ok(lock !== null);
    const abort = new AbortController();
    const reason = new Error('enough');
    await assert.rejects(
      syncApart(request, listener({ signal: abort.signal, waits: () => abort.abort(reason) })),
      reason,
    );
    lock.release();
    assert.equal(await sync(request), MANY);
  });

  test('ends with the process that wants it, and loses nothing', async (t) => {
    const { articles, index, request } = desk(t, VERY_MANY);
    const script = join(import.meta.dirname, 'syncProcess.ts');
    const child = spawn(process.execPath, [script, index, articles, 'apart'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exit = once(child, 'exit');
    for await (const line of createInterface({ input: child.stdout })) {
      if (!line.startsWith('0 ')) child.kill('SIGKILL');
    }
    await exit;
    const read = await sync(request);
    assert.ok(read > 0 && read < VERY_MANY, `${read}`);
    assert.deepEqual([contentOf(index).ids.length, contentOf(index).pending], [VERY_MANY, 0]);
  });
});
