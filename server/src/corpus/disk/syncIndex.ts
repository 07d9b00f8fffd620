/** Synchronising: brings an index up to date with the files of its corpus, in several threads, from wherever it stopped. */

import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { SkippedFile } from '../article.ts';
import { isUnchanged } from '../fileState.ts';
import { listFiles, type SourceFile } from '../files.ts';
import type { LinkPolicy } from '../links.ts';
import { readFew } from '../readFew.ts';
import { asUnusable, type Database, inTransaction, openDatabase, rowsOf, writeMuch } from './database.ts';
import { beginReading, isRead } from './fileSizes.ts';
import { startThread, THREAD_MEMORY } from './indexThreads.ts';
import { IndexWriter, wholeFile } from './indexWriter.ts';
import { mergeAll } from './mergeSegments.ts';
import { addMeta, changeMeta, readMeta, writeMeta } from './meta.ts';
import { type ReaderThreads, type ReadFiles, startReaders } from './readerThreads.ts';
import { lockWriter } from './writerLock.ts';

export interface SyncRequest {
  /** Absolute path of the index. */
  readonly path: string;
  /** Absolute folders, files and globs of the corpus. */
  readonly entries: readonly string[];
  readonly links: LinkPolicy;
  /** Threads that read and analyse, at least 1. */
  readonly threads: number;
  /** Megabytes of memory for each of them, and for a process that starts them; fewer than `THREAD_MEMORY` for tests. */
  readonly memory?: number | undefined;
}

export interface SyncListener {
  readonly signal: AbortSignal;
  /** Files done of files that are new or changed. */
  progress(done: number, total: number): void;
  /** Another process brings the index up to date; this one waits for it. */
  waits(): void;
}

/**
 * Makes the index hold just what the corpus holds now. Files of known size and times are not read. Whatever is written
 * stays when the work is broken off, by a signal or by the end of the process, and the next call goes on from there.
 * Rejects with the signal's reason when aborted, and with `UnusableIndex`.
 */
export async function syncIndex(request: SyncRequest, listener: SyncListener): Promise<void> {
  const lock = await lockWriter(request.path, listener.signal, () => listener.waits());
  try {
    const database = openDatabase(request.path, 'create');
    writeMuch(database);
    try {
      await syncLocked(database, request, listener);
    } finally {
      database.close();
    }
  } catch (error) {
    throw asUnusable(error);
  } finally {
    lock.release();
  }
}

async function syncLocked(database: Database, request: SyncRequest, listener: SyncListener): Promise<void> {
  const help = helpers(request, filesIn(database));
  try {
    await bringUpToDate(database, request, listener, help);
  } finally {
    await help.end();
  }
}

async function bringUpToDate(
  database: Database,
  request: SyncRequest,
  listener: SyncListener,
  help: Helpers,
): Promise<void> {
  const { changed, gone, unlisted } = await planFor(database, request, listener.signal, help);
  if (changed.length > 0) expectFiles(database, changed.length);
  const writer = new IndexWriter(database);
  for (let from = 0; from < gone.length; from += GONE_AT_ONCE) {
    listener.signal.throwIfAborted();
    writer.replace([], gone.slice(from, from + GONE_AT_ONCE));
  }
  writeUnlisted(database, unlisted);
  await readChanged(writer, changed, request, listener, help);
  if (changed.length >= WORTH_MERGING) mergeAll(database);
  inTransaction(database, () => {
    // A file that was dropped by a crash of an earlier run is pending no more.
    if (readMeta(database, 'pending') === 0 && changed.length === 0) return;
    writeMeta(database, 'pending', 0);
    addMeta(database, 'revision', 1);
  });
  if (changed.length > 0) database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

/** Notes that so many files are about to be read. */
export function expectFiles(database: Database, count: number): void {
  inTransaction(database, () => {
    writeMeta(database, 'pending', count);
    beginReading(database);
  });
}

/** Files that are removed in one transaction, each with what it held. */
const GONE_AT_ONCE = 500;
/** After so many files everything is merged: it takes a second for 100,000 articles and makes every question faster. */
const WORTH_MERGING = 1_000;

/** Files listed before other work gets its turn, such as the news that nobody wants the index any more. */
const LISTED_AT_ONCE = 500;

/** What differs between the index and the disk. */
interface Plan {
  readonly changed: readonly SourceFile[];
  /** Paths of files that are no longer there. */
  readonly gone: readonly string[];
  /** What could not be listed. */
  readonly unlisted: readonly SkippedFile[];
}

async function planFor(
  database: Database,
  { entries, links }: SyncRequest,
  signal: AbortSignal,
  help: Helpers,
): Promise<Plan> {
  const find = database.prepare('SELECT number, size, mtime, ctime FROM files WHERE path = ?');
  const changed: SourceFile[] = [];
  const unlisted: SkippedFile[] = [];
  const open = new Set<string>();
  const seen = new Set<number>();
  let listings = 0;
  for await (const listed of listFiles(entries, { links, signal, meanwhile: 'nothing' })) {
    listings += 1;
    if (listings % LISTED_AT_ONCE === 0) await setImmediate();
    if (listed.kind === 'skipped') {
      unlisted.push(listed.skipped);
      if (listed.isOpen) open.add(listed.skipped.path);
      continue;
    }
    const { file } = listed;
    const known = find.get(file.path);
    if (known !== undefined) seen.add(Number(known.number));
    if (!isUnchanged(known, file)) changed.push(file);
    // They start while the rest is listed.
    if (changed.length === WORTH_THREADS) help.start();
  }
  const gone: string[] = [];
  for (const { number, path } of rowsOf(database.prepare('SELECT number, path FROM files'))) {
    if (!seen.has(Number(number)) && !isAtOrBelow(open, String(path))) gone.push(String(path));
  }
  return { changed, gone, unlisted };
}

/** Whether a path is one of `places` or below one, absolute all. */
function isAtOrBelow(places: ReadonlySet<string>, path: string): boolean {
  if (places.size === 0) return false;
  for (let place = path; ; place = dirname(place)) {
    if (places.has(place)) return true;
    if (dirname(place) === place) return false;
  }
}

/**
 * Tells of what could not be listed or is no file to read. What is known of files there stays, as it was known last: a share
 * that does not answer for a moment would have all of them read again. They count as evidence and not as pending, since a
 * folder that its reader may never enter would keep all others from refuting anything.
 */
function writeUnlisted(database: Database, unlisted: readonly SkippedFile[]): void {
  const where = 'WHERE unlisted';
  const known = database.prepare(`SELECT path, reason FROM skipped ${where} ORDER BY rowid`).all();
  const isSame =
    known.length === unlisted.length &&
    known.every(({ path, reason }, at) => path === unlisted[at]?.path && reason === unlisted[at]?.reason);
  if (isSame) return;
  inTransaction(database, () => {
    database.exec(`DELETE FROM skipped ${where}`);
    const insert = database.prepare('INSERT INTO skipped (path, reason, unlisted) VALUES (?, ?, 1)');
    for (const { path, reason } of unlisted) insert.run(path, reason);
    changeMeta(database, 'revision');
  });
}

async function readChanged(
  writer: IndexWriter,
  changed: readonly SourceFile[],
  { threads }: SyncRequest,
  { signal, progress }: SyncListener,
  help: Helpers,
): Promise<void> {
  let done = 0;
  const report = (count: number): void => {
    done += count;
    progress(done, changed.length);
  };
  progress(0, changed.length);
  if (changed.length === 0) return;
  const few = changed.length < WORTH_THREADS ? await readFew(changed, signal) : null;
  // What takes long may take more memory than there is, and a thread that ends for it ends alone.
  if (few === null) return help.start().read(batchesOf(changed, threads), signal, report);
  writer.replace(few.map(wholeFile));
  report(few.length);
}

/** Threads that are started once they are worth it. */
interface Helpers {
  start(): ReaderThreads;
  end(): Promise<void>;
}

function helpers({ path, threads, memory }: SyncRequest, index: ReadFiles): Helpers {
  let readers: ReaderThreads | null = null;
  return {
    start() {
      readers ??= startReaders(() => startThread(path, memory ?? THREAD_MEMORY), threads, index);
      return readers;
    },
    end: async () => readers?.end(),
  };
}

/** What the index knows of files, and is told of those that cannot be read into it. */
export function filesIn(database: Database): ReadFiles {
  const find = database.prepare('SELECT size, mtime, ctime FROM files WHERE path = ?');
  return {
    has: (file) => isRead(file, find.get(file.path)),
    giveUp(file) {
      const skipped = [{ path: file.path, reason: TAKES_TOO_MUCH }];
      new IndexWriter(database).replace([{ file, articles: [], skipped, kept: new Set(), retry: 'never' }]);
    },
  };
}

const TAKES_TOO_MUCH = 'takes more memory to index than there is for one file';

/** Fewer files are read sooner than other threads have started, which takes about as long as 100 articles. */
const WORTH_THREADS = 100;
/**
 * Files of a batch: the fewer, the less is lost when the process is killed; the more, the fewer segments to merge. With
 * 250, a list is written anew once more often.
 */
const LARGEST_BATCH = 1_000;
/** Bytes of the files of a batch, which are in memory at the same time. */
const HEAVIEST_BATCH = 16 * 1024 * 1024;

/** Files of the last batches: a fortieth of all, within these bounds. */
const SMALLEST_BATCH = { share: 1 / 40, least: 25, most: 250 };

/** The files in batches that grow smaller towards the end, so that all threads end at about the same time. */
function batchesOf(files: readonly SourceFile[], threads: number): readonly (readonly SourceFile[])[] {
  const { share, least, most: enough } = SMALLEST_BATCH;
  const smallest = Math.max(least, Math.min(enough, Math.ceil(files.length * share)));
  const mostFrom = (done: number): number =>
    Math.min(LARGEST_BATCH, Math.max(smallest, Math.ceil((files.length - done) / (2 * threads))));
  const batches: SourceFile[][] = [];
  let batch: SourceFile[] = [];
  let weight = 0;
  let most = mostFrom(0);
  for (const [done, file] of files.entries()) {
    if (batch.length >= most || (batch.length > 0 && weight + file.size > HEAVIEST_BATCH)) {
      batches.push(batch);
      batch = [];
      weight = 0;
      most = mostFrom(done);
    }
    batch.push(file);
    weight += file.size;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
