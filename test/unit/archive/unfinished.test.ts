/** Loads that were not finished: the archive is not complete until each of them is, whatever else is loaded. */

import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { openArchive } from '../../../server/src/corpus/archive/archive.ts';
import { type LoadReport, loadArchive } from '../../../server/src/corpus/archive/load.ts';
import type { WrittenState } from '../../../server/src/corpus/archive/state.ts';
import type { LinkPolicy } from '../../../server/src/corpus/links.ts';
import { addressOf } from '../../archive/backend.ts';
import { desk } from '../index/folder.ts';
import type { FakeServer } from './fakeServer.ts';
import { serverWith } from './loadServer.ts';

/** More than a load may have that an archive is complete without. */
const MANY = 1_150;

/** Loads a folder of that name with so many articles. */
async function load(
  t: TestContext,
  { origin }: FakeServer,
  name: string,
  count: number,
): Promise<LoadReport> {
  const home = mkdtempSync(join(tmpdir(), 'corroborate-load-'));
  t.after(() => rmSync(home, { recursive: true }));
  const folder = join(home, name);
  mkdirSync(folder);
  for (let at = 0; at < count; at += 1) writeFileSync(join(folder, `${at}.txt`), `Story ${at} is short.\n`);
  return loadFrom(t, { origin }, folder);
}

/** Loads a folder, with `read` told of how many files were looked into. */
function loadFrom(
  t: TestContext,
  { origin }: Pick<FakeServer, 'origin'>,
  folder: string,
  { links = 'refuse', read = () => {} }: { links?: LinkPolicy; read?: (done: number) => void } = {},
): Promise<LoadReport> {
  const archive = openArchive(addressOf(`${origin}/news`), { kind: 'none' });
  t.after(() => archive.close());
  const { signal } = new AbortController();
  const request = { entries: [folder], links, spread: { shards: 1, replicas: 0 } };
  // The clock stands still: nothing is made visible for the time alone.
  const listener = { signal, progress: read, now: () => 0 };
  return loadArchive(archive.writer(signal), request, listener);
}

const COMPLETE: WrittenState = { revision: 7, unfinished: [], skipped: [] };

describe('a load that is not finished', { timeout: 60_000 }, () => {
  test('is not made up for by another, which names it', async (t) => {
    const broken: WrittenState = { ...COMPLETE, unfinished: [{ load: '2023', files: 12 }] };
    const { server, states } = await serverWith(t, broken);
    assert.deepEqual((await load(t, server, '2024', 3)).unfinished, ['2023']);
    assert.deepEqual(states.at(-1)?.unfinished, broken.unfinished);
    assert.deepEqual((await load(t, server, '2023', 3)).unfinished, []);
    assert.deepEqual(states.at(-1)?.unfinished, []);
  });

  test('is told of from the beginning in a new archive, and among others that go on', async (t) => {
    const { server, states } = await serverWith(t, null);
    await load(t, server, 'first', 3);
    assert.deepEqual(
      states.map(({ unfinished }) => unfinished),
      [[{ load: 'first', files: 3 }], []],
    );
  });

  test('is told of as soon as it is a large one, and a small one is not', async (t) => {
    const { server, states } = await serverWith(t, COMPLETE);
    await load(t, server, 'small', 3);
    assert.deepEqual(
      states.flatMap(({ unfinished }) => unfinished),
      [],
    );
    await load(t, server, 'large', MANY);
    const [told] = states.flatMap(({ unfinished }) => unfinished);
    assert.deepEqual([told?.load, states.at(-1)?.unfinished], ['large', []]);
    assert.ok((told?.files ?? 0) > 0);
  });
});

/** A load of `articles` that was broken off. */
const BROKEN: WrittenState = { ...COMPLETE, unfinished: [{ load: 'articles', files: 900 }] };

/** A folder `articles` with so many of them. */
function shareWith(t: TestContext, count: number): string {
  const { articles } = desk(t, count);
  return articles;
}

describe('a load that was broken off is not finished by one', { timeout: 60_000 }, () => {
  test('whose folder is not there, or is empty, as one is without its share', async (t) => {
    const { server, states } = await serverWith(t, BROKEN);
    const folder = shareWith(t, 0);
    assert.equal((await loadFrom(t, server, folder)).isFinished, false);
    rmSync(folder, { recursive: true });
    const { keptBack, isFinished, unfinished } = await loadFrom(t, server, folder);
    assert.deepEqual([keptBack, isFinished, unfinished], [1, false, []]);
    assert.deepEqual(
      states.flatMap((state) => state.unfinished.map(({ load }) => load)),
      states.map(() => 'articles'),
    );
  });

  test('whose share goes away midway', async (t) => {
    const { server, states } = await serverWith(t, BROKEN);
    const folder = shareWith(t, 5);
    const goAway = (done: number): void => {
      if (done === 2) renameSync(folder, `${folder}-away`);
    };
    const { keptBack, skipped } = await loadFrom(t, server, folder, { read: goAway });
    assert.deepEqual([keptBack, skipped.length], [3, 3]);
    assert.deepEqual(states.at(-1)?.unfinished, [{ load: 'articles', files: 3 }]);
    renameSync(`${folder}-away`, folder);
    assert.equal((await loadFrom(t, server, folder)).isFinished, true);
    assert.deepEqual(states.at(-1)?.unfinished, []);
  });

  test('that follows a link to a share that is away', async (t) => {
    const { server } = await serverWith(t, BROKEN);
    const folder = shareWith(t, 2);
    symlinkSync(join(folder, '..', 'away'), join(folder, '2019'));
    const { keptBack, isFinished } = await loadFrom(t, server, folder, { links: 'follow' });
    assert.deepEqual([keptBack, isFinished], [1, false]);
  });
});

describe('a load is finished all the same', { timeout: 60_000 }, () => {
  test('when a file is removed after it was listed, or the folder that it was in', async (t) => {
    const { server, states } = await serverWith(t, BROKEN);
    const folder = shareWith(t, 3);
    mkdirSync(join(folder, 'old'));
    writeFileSync(join(folder, 'old', 'a.txt'), 'Story a is short.\n');
    const remove = (done: number): void => {
      if (done === 0) rmSync(join(folder, '2.txt'));
      if (done === 1) rmSync(join(folder, 'old'), { recursive: true });
    };
    const { sent, keptBack } = await loadFrom(t, server, folder, { read: remove });
    assert.deepEqual([sent, keptBack], [2, 0]);
    assert.deepEqual(states.at(-1)?.unfinished, []);
  });

  test('when a link that is not followed leads nowhere', async (t) => {
    const { server, states } = await serverWith(t, BROKEN);
    const folder = shareWith(t, 2);
    symlinkSync(join(folder, '..', 'away.txt'), join(folder, 'away.txt'));
    const { keptBack, skipped } = await loadFrom(t, server, folder);
    assert.deepEqual([keptBack, skipped.length], [0, 1]);
    assert.deepEqual(states.at(-1)?.unfinished, []);
  });

  test('when somebody denies a file or a folder, which may be so for ever', async (t) => {
    if (process.platform === 'win32') return t.skip('permissions work otherwise there');
    const { server, states } = await serverWith(t, BROKEN);
    const folder = shareWith(t, 2);
    const shut = join(folder, 'lost+found');
    mkdirSync(shut);
    chmodSync(join(folder, '..'), 0o755);
    for (const denied of [shut, join(folder, '1.txt')]) chmodSync(denied, 0);
    // Permissions do not bind the superuser; the test then goes on as nobody.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      const { keptBack, skipped } = await loadFrom(t, server, folder);
      assert.deepEqual(
        [keptBack, skipped.map(({ reason }) => reason)],
        [0, Array(2).fill('permission denied')],
      );
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(shut, 0o755);
    }
    assert.deepEqual(states.at(-1)?.unfinished, []);
  });

  test('when the archive was complete without it', async (t) => {
    const { server, states } = await serverWith(t, COMPLETE);
    const folder = shareWith(t, 2);
    symlinkSync(join(folder, '..', 'away'), join(folder, '2019'));
    const { keptBack, isFinished } = await loadFrom(t, server, folder, { links: 'follow' });
    assert.deepEqual([keptBack, isFinished], [1, true]);
    assert.deepEqual(states.at(-1)?.unfinished, []);
  });
});
