/** Files that could not be read for a reason that may pass: which are read again, and how often. */

import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { zipSync } from 'fflate';
import type { SkippedFile } from '../../../server/src/corpus/article.ts';
import { type Database, openDatabase } from '../../../server/src/corpus/disk/database.ts';
import { createDiskIndex } from '../../../server/src/corpus/disk/diskIndex.ts';
import type { IndexThread } from '../../../server/src/corpus/disk/indexThreads.ts';
import { IndexWriter } from '../../../server/src/corpus/disk/indexWriter.ts';
import { readBatch } from '../../../server/src/corpus/disk/readBatch.ts';
import { startReaders } from '../../../server/src/corpus/disk/readerThreads.ts';
import { expectFiles, filesIn } from '../../../server/src/corpus/disk/syncIndex.ts';
import { isFileProblem } from '../../../server/src/corpus/fileProblem.ts';
import { listFiles, type SourceFile } from '../../../server/src/corpus/files.ts';
import { makePdf } from '../corpus/makePdf.ts';
import { contentOf, type Desk, desk, sync } from './folder.ts';

/** Milliseconds that no PDF is read in: the thread alone takes longer to start. */
const NO_TIME = { parseTime: 1 };

const LATE = 'takes longer than 1 ms to read';

async function pdf(): Promise<Uint8Array> {
  return makePdf({ pages: [[[50, 700, 'Some 750 guards came.']]] });
}

/** Brings the index up to date as `sync` does, with parsers that have no time. Never more than one batch of files. */
async function syncInNoTime({ index, articles }: Desk): Promise<void> {
  const files = await filesOf(articles);
  const database = openDatabase(index, 'create');
  await readBatch(new IndexWriter(database), files, signal, NO_TIME);
  database.close();
}

const { signal } = new AbortController();

async function filesOf(articles: string): Promise<readonly SourceFile[]> {
  const files: SourceFile[] = [];
  for await (const listed of listFiles([articles])) if (listed.kind === 'file') files.push(listed.file);
  return files;
}

/**
 * Stands for a thread that runs out of memory in the file `fatal.txt`, after it has written what comes before, as one does
 * where that is much; its parsers have no time.
 */
class ShortOfMemory extends EventEmitter implements IndexThread {
  readonly #database: Database;
  readonly #asked: (files: readonly SourceFile[]) => void;

  constructor(database: Database, asked: (files: readonly SourceFile[]) => void) {
    super();
    this.#database = database;
    this.#asked = asked;
  }

  postMessage({ files }: { readonly files: readonly SourceFile[] }): void {
    this.#asked(files);
    const fatal = files.findIndex(({ id }) => id === 'fatal.txt');
    const read = fatal < 0 ? files : files.slice(0, fatal);
    void readBatch(new IndexWriter(this.#database), read, signal, NO_TIME).then(() => {
      if (fatal < 0) this.emit('message', { kind: 'done' });
      else this.emit('error', Object.assign(new Error('full'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }));
    });
  }

  async terminate(): Promise<void> {}
}

/** Brings the index up to date as a sync does, in such a thread; tells what it is asked for, and how many were pending then. */
async function syncShortOfMemory({ index, articles }: Desk): Promise<string[]> {
  const files = await filesOf(articles);
  const database = openDatabase(index, 'create');
  const asked: string[] = [];
  const note = (read: readonly SourceFile[]): void => {
    asked.push(`${read.map(({ id }) => id).join(' ')}: ${createDiskIndex(database).pending}`);
  };
  expectFiles(database, files.length);
  const readers = startReaders(() => new ShortOfMemory(database, note), 1, filesIn(database));
  await readers.read([files], signal, () => {});
  database.close();
  return asked;
}

function skippedIn(index: string): readonly SkippedFile[] {
  const database = openDatabase(index, 'existing');
  const { skipped } = createDiskIndex(database);
  database.close();
  return skipped;
}

async function deskWith(t: TestContext, name: string, content: Uint8Array): Promise<Desk> {
  const made = desk(t, 2);
  writeFileSync(join(made.articles, name), content);
  return made;
}

describe('a file at which its parser failed', { timeout: 60_000 }, () => {
  test('is read when there is time again, in a folder and in an archive', async (t) => {
    const cases = [
      ['a.pdf', await pdf(), 'a.pdf', undefined],
      ['a.zip', zipSync({ 'b.pdf': await pdf() }), 'a.zip/b.pdf', 'b.pdf'],
    ] as const;
    for (const [name, content, id, member] of cases) {
      const made = await deskWith(t, name, content);
      await syncInNoTime(made);
      const path = join(made.articles, name);
      const reasons = skippedIn(made.index).map(({ reason, ...where }) => [where, reason]);
      assert.deepEqual(reasons[0], [member === undefined ? { path } : { path, member }, LATE]);
      assert.equal(await sync(made.request), 1);
      assert.ok(contentOf(made.index).ids.includes(id));
      assert.deepEqual(skippedIn(made.index), []);
      assert.equal(await sync(made.request), 0);
    }
  });

  test('is not read a third time, until it changes', async (t) => {
    const made = await deskWith(t, 'a.pdf', await pdf());
    await syncInNoTime(made);
    await syncInNoTime(made);
    assert.equal(await sync(made.request), 0);
    assert.deepEqual(
      skippedIn(made.index).map(({ reason }) => reason),
      [LATE],
    );
    const path = join(made.articles, 'a.pdf');
    utimesSync(path, new Date(), new Date(statSync(path).mtimeMs + 5_000));
    await syncInNoTime(made);
    assert.equal(await sync(made.request), 1);
    assert.ok(contentOf(made.index).ids.includes('a.pdf'));
  });
});

describe('beside a file that a thread dies of, a file at which its parser failed', {
  timeout: 60_000,
}, () => {
  test('is counted and read once, and again by the next sync', async (t) => {
    const made = await deskWith(t, 'a.pdf', await pdf());
    for (const name of ['fatal.txt', 'last.txt']) made.write(name, 'It rained.\n');
    const asked = await syncShortOfMemory(made);
    assert.deepEqual(asked, ['0.txt 1.txt a.pdf fatal.txt last.txt: 5', 'fatal.txt: 2', 'last.txt: 1']);
    assert.equal(contentOf(made.index).pending, 0);
    assert.deepEqual(
      skippedIn(made.index).map(({ reason }) => reason),
      [LATE, 'takes more memory to index than there is for one file'],
    );
    assert.equal(await sync(made.request), 1);
    assert.ok(contentOf(made.index).ids.includes('a.pdf'));
  });

  test('is read a second time, although an earlier sync had read it', async (t) => {
    const made = await deskWith(t, 'z.pdf', await pdf());
    await syncInNoTime(made);
    made.write('fatal.txt', 'It rained.\n');
    const asked = await syncShortOfMemory(made);
    assert.deepEqual(asked, ['0.txt 1.txt fatal.txt z.pdf: 4', 'fatal.txt: 2', 'z.pdf: 1']);
    assert.equal(contentOf(made.index).pending, 0);
    assert.equal(await sync(made.request), 0);
  });
});

test('a failure of the disk, the network or a lock is no matter of the bytes, whatever its code', () => {
  const failure = (code: string) => Object.assign(new Error(`${code}: …`), { code, syscall: 'read' });
  for (const code of ['EBUSY', 'ESTALE', 'ETIMEDOUT', 'UNKNOWN', 'EACCES', 'ENEW'])
    assert.ok(isFileProblem(failure(code)), code);
  assert.ok(!isFileProblem(Object.assign(new Error('incorrect header check'), { code: 'Z_DATA_ERROR' })));
});
