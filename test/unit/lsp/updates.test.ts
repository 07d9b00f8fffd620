/** Updates by a few files, in memory and on disk alike: what counts as pending meanwhile, and what takes a full reading. */

import assert from 'node:assert/strict';
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { openDiskCorpus } from '../../../server/src/corpus/disk/diskCorpus.ts';
import type { CorpusIndex } from '../../../server/src/corpus/index/corpusIndex.ts';
import { createMemoryStore } from '../../../server/src/lsp/memoryStore.ts';
import { makePdf } from '../corpus/makePdf.ts';
import { type Desk, desk, tale } from '../index/folder.ts';

const { signal } = new AbortController();

interface StoreDesk extends Desk {
  readonly store: {
    readonly index: CorpusIndex;
    update(paths: readonly string[], signal: AbortSignal): Promise<boolean>;
  };
  /** Reads all that changed and tells the ids of all articles. */
  readAll(): Promise<readonly string[]>;
}

async function storeDesk(t: TestContext, kind: 'memory' | 'disk', count: number): Promise<StoreDesk> {
  const own = desk(t, count);
  const entries = [own.articles];
  const ids = async (index: CorpusIndex): Promise<readonly string[]> =>
    (await index.entries({ containing: '', offset: 0, limit: 100 })).map(({ id }) => id).sort();
  if (kind === 'memory') {
    const store = createMemoryStore(entries, 'refuse');
    const readAll = async (): Promise<readonly string[]> => {
      await store.read(signal, { report() {}, say() {}, end() {} });
      return ids(store.index);
    };
    return { ...own, store, readAll };
  }
  const folder = join(own.articles, '..', 'indexes');
  const tells = { notify() {}, log() {}, damaged() {} };
  const store = await openDiskCorpus({ folder, entries, links: 'refuse', syncs: 'here', ...tells }, signal);
  t.after(() => store.close());
  const readAll = async (): Promise<readonly string[]> => {
    await store.sync({ signal, progress() {}, waits() {} });
    return ids(store.index);
  };
  return { ...own, store, readAll };
}

async function pdf(text: string): Promise<Uint8Array> {
  return makePdf({ pages: [[[50, 700, text]]] });
}

/** How many files were pending at most while the update went on, and what it came to. */
async function updateSeen(
  { store }: StoreDesk,
  paths: readonly string[],
  until: AbortSignal = signal,
): Promise<{ readonly most: number; readonly outcome: boolean | 'aborted' }> {
  let most = 0;
  const look = setInterval(() => {
    most = Math.max(most, store.index.pending);
  }, 1);
  const outcome = await store.update(paths, until).catch(() => 'aborted' as const);
  clearInterval(look);
  return { most, outcome };
}

for (const kind of ['memory', 'disk'] as const) {
  describe(`files that changed, in a corpus ${kind === 'memory' ? 'in memory' : 'on disk'}`, {
    timeout: 60_000,
  }, () => {
    test('are pending while they are read, for their texts are out of date', async (t) => {
      const own = await storeDesk(t, kind, 2);
      const path = join(own.articles, 'a.pdf');
      writeFileSync(path, await pdf('Some 750 guards came.'));
      await own.readAll();
      writeFileSync(path, await pdf('Some 7500 guards came.'));
      rmSync(join(own.articles, '1.txt'));
      const { most, outcome } = await updateSeen(own, [path, join(own.articles, '1.txt')]);
      assert.equal(outcome, true);
      assert.ok(most > 0);
      assert.deepEqual([own.store.index.pending, own.store.index.size], [0, 2]);
      assert.match((await own.store.index.article('a.pdf'))?.article.text ?? '', /7500/);
    });

    test('stay pending until all files were read, when that turns out to be needed', async (t) => {
      const own = await storeDesk(t, kind, 1);
      own.write('1.txt', tale(1));
      await own.readAll();
      const [changed, damaged] = [own.write('1.txt', `${tale(1)}More.`), own.write('b.pdf', '%PDF-1.7 no')];
      const { most, outcome } = await updateSeen(own, [changed, damaged]);
      assert.equal(outcome, false);
      assert.ok(most > 0);
      assert.ok(own.store.index.pending > 0);
      assert.doesNotMatch((await own.store.index.article('1.txt'))?.article.text ?? '', /More/);
      assert.deepEqual(await own.readAll(), ['0.txt', '1.txt']);
      assert.match((await own.store.index.article('1.txt'))?.article.text ?? '', /More/);
      assert.equal(own.store.index.pending, 0);
    });

    test('make another revision though no text is another, for checks made meanwhile were incomplete', async (t) => {
      const own = await storeDesk(t, kind, 1);
      const path = own.write('0.txt', tale(0));
      await own.readAll();
      const { revision } = own.store.index;
      utimesSync(path, new Date(), new Date(1_600_000_000_000));
      assert.equal(await own.store.update([path], signal), true);
      assert.notEqual(own.store.index.revision, revision);
    });

    test('and are pages beside a folder of pieces take a full reading when they come or go', async (t) => {
      const own = await storeDesk(t, kind, 1);
      mkdirSync(join(own.articles, 'story_files'));
      own.write('story_files/saved_resource.html', '<p>Win 5,000 dollars in 30 seconds.</p>');
      const alone = ['0.txt', 'story_files/saved_resource.html'];
      const withPage = ['0.txt', 'story.html'];
      assert.deepEqual(await own.readAll(), alone);
      const page = own.write('story.html', '<p>Some 750 guards came.</p>');
      assert.equal(await own.store.update([page], signal), false);
      assert.deepEqual(await own.readAll(), withPage);
      own.write('story.html', '<p>Some 7500 guards came.</p>');
      assert.equal(await own.store.update([page], signal), true);
      assert.deepEqual(await own.readAll(), withPage);
      rmSync(page);
      assert.equal(await own.store.update([page], signal), false);
      assert.deepEqual(await own.readAll(), alone);
      const other = own.write('other.html', '<p>Some 75 guards came.</p>');
      assert.equal(await own.store.update([other], signal), true);
      rmSync(other);
      assert.equal(await own.store.update([other], signal), true);
      assert.deepEqual(await own.readAll(), alone);
    });

    test('are read with all others when the update is broken off', async (t) => {
      const own = await storeDesk(t, kind, 1);
      const path = join(own.articles, 'a.pdf');
      writeFileSync(path, await pdf('Some 750 guards came.'));
      await own.readAll();
      writeFileSync(path, await pdf('Some 7500 guards came.'));
      const abort = new AbortController();
      const look = setInterval(() => own.store.index.pending > 0 && abort.abort(), 1);
      assert.equal((await updateSeen(own, [path], abort.signal)).outcome, 'aborted');
      clearInterval(look);
      assert.ok(own.store.index.pending > 0);
      assert.match((await own.store.index.article('a.pdf'))?.article.text ?? '', /750 /);
      await own.readAll();
      assert.equal(own.store.index.pending, 0);
      assert.match((await own.store.index.article('a.pdf'))?.article.text ?? '', /7500/);
    });
  });
}
