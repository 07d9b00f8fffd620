/** Tests which indexes are removed from the folder that all share: those nobody opens any more, and none that is in use. */

import assert from 'node:assert/strict';
import { readdirSync, statSync, utimesSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { openDatabase } from '../../../server/src/corpus/disk/database.ts';
import { openDiskCorpus } from '../../../server/src/corpus/disk/diskCorpus.ts';
import { indexPath } from '../../../server/src/corpus/disk/indexFile.ts';
import { tryLockWriter } from '../../../server/src/corpus/disk/writerLock.ts';
import { desk, sync } from './folder.ts';

const DAY = 24 * 3_600_000;
const { signal } = new AbortController();

interface Shelf {
  /** Makes the index of another corpus, of that name, that was opened last so many days ago. */
  make(name: string, days: number): Promise<string>;
  /** Opens the corpus in `folder`, synchronises it and closes it; tells what it said. */
  use(): Promise<readonly string[]>;
  readonly path: string;
  names(): readonly string[];
}

function shelf(t: TestContext): Shelf {
  const { articles, request } = desk(t, 2);
  const folder = join(articles, '..', 'indexes');
  const path = indexPath(folder, [articles], 'refuse');
  const use = async (): Promise<readonly string[]> => {
    const told: string[] = [];
    const tell = (message: string): number => told.push(message);
    const listener = { notify: tell, log: tell, damaged: () => tell('damaged') };
    const corpus = await openDiskCorpus(
      { folder, entries: [articles], links: 'refuse', syncs: 'here', ...listener },
      signal,
    );
    await corpus.sync({ signal, progress: () => {}, waits: () => {} });
    corpus.close();
    return told;
  };
  return {
    path,
    use,
    async make(name, days) {
      const other = join(folder, name);
      await sync({ ...request, path: other });
      const then = new Date(Date.now() - days * DAY);
      for (const part of ['', '.lock']) utimesSync(`${other}${part}`, then, then);
      return other;
    },
    names: () => readdirSync(folder).filter((name) => !/-(wal|shm|journal)$/.test(name)),
  };
}

const nameOf = (digit: string, version: string): string => `${digit.repeat(32)}${version}.sqlite`;
const withLock = (name: string): readonly string[] => [name, `${name}.lock`];

describe('indexes that share a folder', { timeout: 120_000 }, () => {
  test('go, with their locks, when nobody has opened them for 90 days', async (t) => {
    const { make, names, use, path } = shelf(t);
    await use();
    await make(nameOf('a', '.6001'), 91);
    await make(nameOf('b', ''), 91);
    const young = nameOf('c', '.6001');
    await make(young, 89);
    assert.deepEqual(await use(), ['Removed 2 indexes that nobody uses any more']);
    assert.deepEqual(names().toSorted(), [...withLock(basename(path)), ...withLock(young)].toSorted());
    assert.deepEqual(await use(), []);
  });

  test('stay while somebody has them open, or writes them', async (t) => {
    const { make, use, names } = shelf(t);
    await use();
    const [open, written] = [await make(nameOf('a', '.6001'), 91), await make(nameOf('b', '.6001'), 91)];
    const database = openDatabase(open, 'existing');
    t.after(() => database.close());
    const lock = tryLockWriter(written);
    const old = new Date(Date.now() - 91 * DAY);
    for (const path of [open, `${open}-wal`]) utimesSync(path, old, old);
    assert.deepEqual(await use(), []);
    assert.equal(names().length, 6);
    assert.equal(Number(database.prepare('SELECT count(*) AS count FROM articles').get()?.count), 2);
    lock?.release();
    assert.deepEqual(await use(), ['Removed an index that nobody uses any more']);
  });

  test('of the same corpus go at once when another version made them and nobody has them open', async (t) => {
    const { make, use, names, path } = shelf(t);
    await use();
    const [key = ''] = basename(path).split('.');
    const [left, open] = [await make(`${key}.1.sqlite`, 0), await make(`${key}.2.sqlite`, 0)];
    const database = openDatabase(open, 'existing');
    t.after(() => database.close());
    assert.deepEqual(await use(), ['Removed an index that nobody uses any more']);
    assert.ok(!names().some((name) => left.endsWith(name)));
    assert.ok(names().some((name) => open.endsWith(name)));
  });

  test('are known to be used by their time, which opening sets', async (t) => {
    const { use, path } = shelf(t);
    await use();
    const then = new Date(Date.now() - 91 * DAY);
    utimesSync(path, then, then);
    await use();
    assert.ok(Date.now() - statSync(path).mtimeMs < DAY);
  });

  test('are those of their entries and their way with links', () => {
    const paths = [
      indexPath('/indexes', ['/articles'], 'refuse'),
      indexPath('/indexes', ['/articles'], 'follow'),
      indexPath('/indexes', ['/articles', '/more'], 'refuse'),
    ];
    assert.equal(new Set(paths).size, paths.length);
    assert.equal(paths[0], indexPath('/indexes', ['/articles'], 'refuse'));
  });
});
