/** Tests indexes that are replaced or removed under those who have them open: nobody is left with a file that nobody writes. */

import assert from 'node:assert/strict';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type Database, openDatabase } from '../../../server/src/corpus/disk/database.ts';
import { indexPath } from '../../../server/src/corpus/disk/indexFile.ts';
import { tryLockWriter } from '../../../server/src/corpus/disk/writerLock.ts';
import { openWindow } from './corpusWindow.ts';
import { contentOf, desk, sync } from './folder.ts';

/** Has an index look as another version has made it. */
function makeOld(path: string): Database {
  const database = openDatabase(path, 'existing');
  database.exec('PRAGMA user_version = 1');
  return database;
}

/** Rounds in which both open at once: without the lock, the second, the tenth and the eleventh were the first to fail. */
const ROUNDS = 30;
const FEW = 5;

describe('an index that is replaced', { timeout: 120_000 }, () => {
  test('by two windows at once, after an update, is the same for both', async (t) => {
    const windows = [await openWindow(t), await openWindow(t)];
    const both = (...words: string[]): Promise<string[]> =>
      Promise.all(windows.map((window) => window.order(...words)));
    for (let round = 1; round <= ROUNDS; round += 1) {
      const { articles, request } = desk(t, FEW);
      const folder = join(articles, '..');
      const path = indexPath(folder, [articles], 'refuse');
      await sync({ ...request, path });
      makeOld(path).close();
      const opened = 'open 0 1 true';
      assert.deepEqual(await both('open', folder, articles), [opened, opened], `round ${round}`);
      const made = 'look 0 1 true';
      assert.deepEqual(await both('look'), [made, made], `round ${round}`);
      if (round < ROUNDS) await both('close');
    }
    await both('sync');
    const seen = `look ${FEW} 0 true`;
    assert.deepEqual(await both('look'), [seen, seen]);
  });

  test('is not removed while another process writes it', async (t) => {
    const { articles, request } = desk(t, FEW);
    const folder = join(articles, '..');
    const path = indexPath(folder, [articles], 'refuse');
    await sync({ ...request, path });
    const database = makeOld(path);
    const { ino } = statSync(path);
    const lock = tryLockWriter(path);
    assert.ok(lock !== null);
    const window = await openWindow(t);
    const opened = window.order('open', folder, articles);
    assert.equal(await Promise.race([opened, pause(LONG_ENOUGH, 'waits')]), 'waits');
    assert.equal(statSync(path).ino, ino);
    database.close();
    lock.release();
    assert.equal(await opened, 'open 0 1 true');
  });

  test('knows that it was removed, and takes nothing in that nobody would see', async (t) => {
    const { articles, write } = desk(t, FEW);
    const folder = join(articles, '..', 'indexes');
    const window = await openWindow(t);
    await window.order('open', folder, articles);
    assert.equal(await window.order('sync'), `sync ${FEW} 0 true`);
    rmSync(folder, { recursive: true });
    assert.equal(await window.order('look'), `look ${FEW} 0 false`);
    write('more.txt', 'The survey counted 3 more homes.\n');
    await window.order('close');
    await window.order('open', folder, articles);
    assert.equal(await window.order('sync'), `sync ${FEW + 1} 0 true`);
    const [index = ''] = readdirSync(folder).filter((name) => name.endsWith('.sqlite'));
    assert.equal(contentOf(join(folder, index)).ids.length, FEW + 1);
  });
});

/** Milliseconds in which a window without regard for the lock would have removed the index: it takes some 5. */
const LONG_ENOUGH = 1_000;
