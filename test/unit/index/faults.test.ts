/** Faults of an index on disk: each is told, and what was indexed before is still there or made anew. */

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { openDatabase, UnusableIndex } from '../../../server/src/corpus/disk/database.ts';
import { type DiskCorpus, openDiskCorpus } from '../../../server/src/corpus/disk/diskCorpus.ts';
import { createDiskIndex } from '../../../server/src/corpus/disk/diskIndex.ts';
import { indexPath } from '../../../server/src/corpus/disk/indexFile.ts';
import { IndexWriter } from '../../../server/src/corpus/disk/indexWriter.ts';
import { pathOf } from './backends.ts';
import { contentOf, desk, sync, tale } from './folder.ts';

interface Watched {
  readonly corpus: DiskCorpus;
  readonly told: string[];
  readonly path: string;
}

/** The corpus of a folder, with its index in a folder of its own. */
async function opened(t: TestContext, articles: string, folder: string): Promise<Watched> {
  const told: string[] = [];
  const corpus = await opening(articles, folder, told);
  t.after(() => corpus.close());
  await corpus.sync({ signal: NEVER, progress: () => {}, waits: () => {} });
  return { corpus, told, path: indexPath(folder, [articles], 'refuse') };
}

/** Opens the corpus; `told` has what it says. */
function opening(articles: string, folder: string, told: string[] = []): Promise<DiskCorpus> {
  const tell = (message: string): number => told.push(message);
  const listener = { notify: tell, log: tell, damaged: () => tell('damaged') };
  return openDiskCorpus({ folder, entries: [articles], links: 'refuse', syncs: 'apart', ...listener }, NEVER);
}

const NEVER = new AbortController().signal;

describe('an index', { timeout: 120_000 }, () => {
  test('that is noise is made anew, and says so', async (t) => {
    const { articles } = desk(t, 5);
    const folder = join(articles, '..', 'indexes');
    mkdirSync(folder);
    writeFileSync(indexPath(folder, [articles], 'refuse'), randomBytes(50_000));
    const { corpus, told } = await opened(t, articles, folder);
    assert.deepEqual(told, ['The index of the articles is made anew: it is damaged.']);
    assert.deepEqual([corpus.index.size, corpus.index.pending], [5, 0]);
  });

  test('of another version is made anew', async (t) => {
    const { articles } = desk(t, 5);
    const folder = join(articles, '..', 'indexes');
    const first = await opened(t, articles, folder);
    first.corpus.close();
    const database = openDatabase(first.path, 'existing');
    database.exec('PRAGMA user_version = 999999');
    database.close();
    const { corpus, told } = await opened(t, articles, folder);
    assert.deepEqual(told, ['The index of the articles is made anew: made by another version.']);
    assert.equal(corpus.index.size, 5);
  });

  test('that is overwritten with noise while it is used never answers with it', async (t) => {
    const { articles } = desk(t, 300);
    const folder = join(articles, '..', 'indexes');
    const first = await opened(t, articles, folder);
    first.corpus.close();
    const told: string[] = [];
    const database = openDatabase(first.path, 'existing');
    t.after(() => database.close());
    overwrite(first.path);
    const index = createDiskIndex(database, { failed: ({ state }) => told.push(state) });
    assert.throws(() => index.size, { name: 'UnusableIndex', state: 'damaged' });
    assert.deepEqual(told.splice(0), ['damaged']);
    const terms = ['survey', 'villag', 'home', 'nobodi', 'hurt'].map((term) => ({ term, weight: 1 }));
    await assert.rejects(index.retrieve([{ terms, limit: 300 }]), {
      name: 'UnusableIndex',
      state: 'damaged',
    });
    assert.deepEqual(told, ['damaged']);
  });

  test('that is found to be damaged while it is used is made anew at the next opening', async (t) => {
    const { articles } = desk(t, 300);
    const folder = join(articles, '..', 'indexes');
    const first = await opened(t, articles, folder);
    first.corpus.close();
    overwrite(first.path);
    const damaged = await opening(articles, folder);
    await assert.rejects(damaged.index.retrieve([{ terms: [{ term: 'home', weight: 1 }], limit: 300 }]));
    damaged.close();
    const { corpus, told } = await opened(t, articles, folder);
    assert.deepEqual(told, ['The index of the articles is made anew: it is damaged.']);
    assert.equal(corpus.index.size, 300);
    corpus.close();
    assert.deepEqual((await opened(t, articles, folder)).told, []);
  });

  test('in a place where no folder can be made is told of as unavailable', async (t) => {
    const { articles, write } = desk(t, 1);
    const file = write('file.txt', 'No folder.');
    await assert.rejects(opening(articles, file), {
      name: 'UnusableIndex',
      state: 'unavailable',
      message: 'its folder cannot be made',
    });
  });

  test('keeps what it has when the disk is full', async (t) => {
    const { index, request } = desk(t, 5);
    await sync(request);
    const database = openDatabase(index, 'existing');
    t.after(() => database.close());
    const pages = Number(database.prepare('PRAGMA page_count').get()?.page_count);
    database.exec(`PRAGMA max_page_count = ${pages + 2}`);
    const writer = new IndexWriter(database);
    const text = Array.from({ length: 3_000 }, (_, number) => tale(number)).join('\n');
    const file = { path: pathOf('long.txt'), id: 'long.txt', size: text.length, mtime: 0, ctime: 0 };
    const facts = { title: 'Long', outlet: null, author: null, published: null, url: null };
    const prose = [{ start: 0, end: text.length }];
    const article = { ...facts, ...file, text, prose, hash: 'long' };
    const write = (): void =>
      writer.replace([{ file, articles: [article], skipped: [], kept: new Set(), retry: 'never' }]);
    assert.throws(write, (error) => error instanceof UnusableIndex && error.message === 'the disk is full');
    assert.deepEqual(contentOf(index), { ids: ['0.txt', '1.txt', '2.txt', '3.txt', '4.txt'], pending: 0 });
    const { candidates } = await createDiskIndex(database).retrieve([
      { terms: [{ term: 'home', weight: 1 }], limit: 9 },
    ]);
    assert.equal(candidates[0]?.length, 5);
  });
});

/** Overwrites everything but the page that tells what the file is. */
function overwrite(path: string): void {
  const noise = randomBytes(statSync(path).size - PAGE);
  const file = openSync(path, 'r+');
  writeSync(file, noise, 0, noise.length, PAGE);
  closeSync(file);
}

/** Bytes of a page of SQLite. */
const PAGE = 4096;
