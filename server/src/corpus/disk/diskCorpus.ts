/** A corpus on disk: its index, where it is kept, and how it is brought up to date. */

import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { SkippedFile } from '../article.ts';
import { isUnchanged } from '../fileState.ts';
import { listPaths, type SourceFile } from '../files.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { LinkPolicy } from '../links.ts';
import { someHavePieces } from '../piecesOfPages.ts';
import { readFew } from '../readFew.ts';
import { asUnusable, type Database, keepFewPages, UnusableIndex } from './database.ts';
import { createDiskIndex, type IndexKeeper } from './diskIndex.ts';
import { type IndexFile, indexPath, openIndexFile } from './indexFile.ts';
import { IndexWriter, wholeFile } from './indexWriter.ts';
import { syncApart } from './syncApart.ts';
import { type SyncListener, syncIndex } from './syncIndex.ts';
import { removeUnused } from './unusedIndexes.ts';
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
  /** Called with a line that is of interest only to who looks for it. */
  readonly log: (message: string) => void;
  /** Called when the index turns out to be damaged while it is used; the corpus is to be closed and opened again. */
  readonly damaged: () => void;
}

export interface DiskCorpus {
  readonly index: CorpusIndex;
  /** Whether the file is one of the corpus. */
  holds(path: string): boolean;
  /** Whether the index still is that of the corpus; false once it was removed or replaced, and is to be opened again. */
  isCurrent(): boolean;
  /** Brings the index up to date. Rejects as `syncIndex` does. */
  sync(listener: SyncListener): Promise<void>;
  /**
   * Brings the index up to date with a few files that changed, in this thread. False when a sync is needed instead, and then
   * nothing is changed: one of them is a folder, there are many, they take long to read (`readFew`), others are to be read
   * too, or another process is at work. Rejects with the signal's reason when aborted.
   */
  update(paths: readonly string[], signal: AbortSignal): Promise<boolean>;
  close(): void;
}

/**
 * Opens the corpus's index, or makes one: then `index.pending` is above 0 until the first sync. Rejects with
 * `UnusableIndex`, and with the signal's reason while it waits for another process that has an index of no use.
 */
export async function openDiskCorpus(options: DiskCorpusOptions, signal: AbortSignal): Promise<DiskCorpus> {
  const { folder, entries, links, notify, log, damaged } = options;
  const path = indexPath(folder, entries, links);
  makeFolder(folder);
  const file = await openIndexFile(path, signal, notify);
  const { database } = file;
  keepFewPages(database);
  let isDamaged = false;
  const failed = (error: UnusableIndex): void => {
    if (error.state !== 'damaged' || isDamaged) return;
    isDamaged = true;
    file.markDamaged();
    damaged();
  };
  const removeOthers = removingOthers(path, log);
  const sync = options.syncs === 'apart' ? syncApart : syncIndex;
  // Of a sync that failed nobody knows what it would have found, and a full disk has no room for how much it did. While a few
  // files are read, what they said before refutes nothing, nor when that is broken off or turns out to take a sync. Other
  // windows watch the files themselves.
  let isBehind = false;
  const index = indexIn(file, { failed, isBehind: () => isBehind });
  let writer: IndexWriter | null = null;
  return {
    index,
    holds: (path) => telling(() => isIn(database, path), failed),
    isCurrent: () => file.isCurrent(),
    async sync(listener) {
      try {
        await sync({ path, entries, links, threads: threadsFor() }, listener);
        isBehind = false;
        removeOthers();
      } catch (error) {
        isBehind = true;
        if (error instanceof UnusableIndex && error.state === 'damaged') file.markDamaged();
        throw error;
      }
    },
    async update(paths, signal) {
      if (paths.length > FEW_FILES || !file.isCurrent()) return false;
      const change = await changeOf(database, entries, links, paths);
      if (change === null) return false;
      const lock = tryLockWriter(path);
      if (lock === null) return false;
      try {
        // Of what is pending only the number is known, so that it takes a sync to know when nothing is.
        if (index.pending > 0) return false;
        isBehind = true;
        const few = await readFew(change.files, signal);
        if (few === null) return false;
        writer ??= new IndexWriter(database);
        writer.replace(few.map(wholeFile), change.gone);
        isBehind = false;
        return true;
      } catch (error) {
        throw asUnusable(error);
      } finally {
        lock.release();
      }
    },
    close() {
      if (database.isOpen) database.close();
    },
  };
}

/** The index in a file, which is closed, and marked where that is damage, when it cannot be used. */
function indexIn(file: IndexFile, keeper: IndexKeeper): CorpusIndex {
  return telling(
    () => createDiskIndex(file.database, keeper),
    ({ state }) => {
      if (state === 'damaged') file.markDamaged();
      file.database.close();
    },
  );
}

function isIn(database: Database, path: string): boolean {
  return database.prepare('SELECT 1 FROM files WHERE path = ?').get(path) !== undefined;
}

/** Runs `work`, and tells `failed` of an index that cannot be used. */
function telling<T>(work: () => T, failed: (error: UnusableIndex) => void): T {
  try {
    return work();
  } catch (error) {
    const problem = asUnusable(error);
    if (problem instanceof UnusableIndex) failed(problem);
    throw problem;
  }
}

/** Removes indexes that nobody uses any more when it is called first: once is enough, and what is waited for comes first. */
function removingOthers(path: string, log: (message: string) => void): () => void {
  let hasLooked = false;
  return () => {
    if (hasLooked) return;
    hasLooked = true;
    const removed = removeUnused(path, Date.now());
    if (removed > 0)
      log(`Removed ${removed === 1 ? 'an index' : `${removed} indexes`} that nobody uses any more`);
  };
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
  const known = database.prepare('SELECT size, mtime, ctime FROM files WHERE path = ?');
  const listed = new Set(files.map(({ path }) => path));
  const gone = paths.filter((path) => !listed.has(path));
  // A path that is neither listed nor known may be a folder, or something in one that is gone.
  if (gone.some((path) => known.get(path) === undefined)) return null;
  const come = files.flatMap(({ path }) => (known.get(path) === undefined ? [path] : []));
  if (await someHavePieces([...come, ...gone])) return null;
  const changed = files.filter((file) => !isUnchanged(known.get(file.path), file));
  return { files: changed, gone };
}
