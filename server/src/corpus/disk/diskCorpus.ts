/** A corpus on disk: its index, where it is kept, and how it is brought up to date. */

import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { SkippedFile } from '../article.ts';
import { type LinkPolicy, listPaths, type SourceFile } from '../files.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { asUnusable, type Database, keepFewPages, openDatabase, UnusableIndex } from './database.ts';
import { createDiskIndex } from './diskIndex.ts';
import { IndexWriter } from './indexWriter.ts';
import { readMeta } from './meta.ts';
import { readBatch } from './readBatch.ts';
import { VERSION } from './schema.ts';
import { syncApart } from './syncApart.ts';
import { type SyncListener, syncIndex } from './syncIndex.ts';
import { tryLockWriter } from './writerLock.ts';

export interface DiskCorpusOptions {
  /** Absolute path of the folder that holds the indexes of all corpora; made where it is missing. */
  readonly folder: string;
  /** Absolute folders, files and globs. */
  readonly entries: readonly string[];
  readonly links: LinkPolicy;
  /** Whether a sync is another process's work: of a program that goes on to be used, which it would slow down and enlarge. */
  readonly syncs: 'apart' | 'here';
  /** Called when an index could not be used and is made anew, with a sentence for the user. */
  readonly notify: (message: string) => void;
  /** Called when the index turns out to be damaged while it is used; the corpus is to be closed and opened again. */
  readonly damaged: () => void;
}

export interface DiskCorpus {
  readonly index: CorpusIndex;
  /** Whether the file is one of the corpus. */
  holds(path: string): boolean;
  /** Brings the index up to date. Rejects as `syncIndex` does. */
  sync(listener: SyncListener): Promise<void>;
  /**
   * Brings the index up to date with a few files that changed, in this thread. False when a sync is needed instead: one
   * of them is a folder, there are many, others are to be read too, or another process is at work.
   */
  update(paths: readonly string[]): Promise<boolean>;
  close(): void;
}

/** Opens the corpus's index, or makes one: then `index.pending` is above 0 until the first sync. Throws `UnusableIndex`. */
export function openDiskCorpus(options: DiskCorpusOptions): DiskCorpus {
  const { folder, entries, links, notify, damaged } = options;
  const path = indexPath(folder, entries);
  makeFolder(folder);
  const database = openOrRemake(path, notify);
  keepFewPages(database);
  let isDamaged = false;
  const failed = (error: UnusableIndex): void => {
    if (error.state !== 'damaged' || isDamaged) return;
    isDamaged = true;
    damaged();
  };
  const sync = options.syncs === 'apart' ? syncApart : syncIndex;
  let writer: IndexWriter | null = null;
  return {
    index: createDiskIndex(database, failed),
    holds: (file) => database.prepare('SELECT 1 FROM files WHERE path = ?').get(file) !== undefined,
    sync: (listener) => sync({ path, entries, links, threads: threadsFor() }, listener),
    async update(paths) {
      // While files are to go it is not known whether these are among them.
      if (paths.length > FEW_FILES || readMeta(database, 'pending') > 0) return false;
      const change = await changeOf(database, entries, links, paths);
      if (change === null) return false;
      const lock = tryLockWriter(path);
      if (lock === null) return false;
      try {
        writer ??= new IndexWriter(database);
        if (change.gone.length > 0) writer.replace([], change.gone);
        await readBatch(writer, change.files, new AbortController().signal);
        return true;
      } catch (error) {
        throw asUnusable(error);
      } finally {
        lock.release();
      }
    },
    close() {
      if (database.isOpen) database.close();
      if (isDamaged) removeIndex(path);
    },
  };
}

/**
 * The file of a corpus's index: one for each set of entries, and for each version of its tables. Windows with two versions
 * of the product would make one file anew in turn.
 */
export function indexPath(folder: string, entries: readonly string[]): string {
  const key = createHash('sha256').update(entries.join('\n')).digest('hex').slice(0, 32);
  return join(folder, `${key}.${VERSION}.sqlite`);
}

/** Files that are read in this thread; more keep it busy for longer than a writer should notice. */
const FEW_FILES = 8;
/** More threads than these wait for each other: one writes at a time. */
const MOST_THREADS = 4;

function threadsFor(): number {
  return Math.min(MOST_THREADS, availableParallelism());
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new UnusableIndex('unavailable', 'its folder cannot be made', { cause: error });
  }
}

function openOrRemake(path: string, notify: (message: string) => void): Database {
  try {
    return openDatabase(path, 'create');
  } catch (error) {
    if (!(error instanceof UnusableIndex) || error.state === 'unavailable') throw error;
    notify(`The index of the articles is made anew: ${error.message}.`);
    removeIndex(path);
    return openDatabase(path, 'create');
  }
}

/** Removes an index that is of no use. Throws `UnusableIndex` when the system does not allow it. */
export function removeIndex(path: string): void {
  try {
    for (const part of ['', '-wal', '-shm']) rmSync(`${path}${part}`, { force: true });
  } catch (error) {
    throw new UnusableIndex('unavailable', 'it is damaged and cannot be removed', { cause: error });
  }
}

interface Change {
  readonly files: readonly SourceFile[];
  readonly gone: readonly string[];
}

/** What became of some paths; null when that takes a look at more than these. */
async function changeOf(
  database: Database,
  entries: readonly string[],
  links: LinkPolicy,
  paths: readonly string[],
): Promise<Change | null> {
  const files: SourceFile[] = [];
  const skipped: SkippedFile[] = [];
  for await (const listed of listPaths(entries, paths, { links })) {
    if (listed.kind === 'file') files.push(listed.file);
    else skipped.push(listed.skipped);
  }
  if (skipped.length > 0) return null;
  const known = database.prepare('SELECT size, mtime FROM files WHERE path = ?');
  const listed = new Set(files.map(({ path }) => path));
  const gone = paths.filter((path) => !listed.has(path));
  // A path that is neither listed nor known may be a folder, or something in one that is gone.
  if (gone.some((path) => known.get(path) === undefined)) return null;
  const changed = files.filter(({ path, size, mtime }) => {
    const row = known.get(path);
    return row?.size !== size || row.mtime !== mtime;
  });
  return { files: changed, gone };
}
