/** The writer's lock: one process at a time brings an index up to date; the system gives the lock back when it dies. */

import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { asUnusable, type Database, openLockFile, UnusableIndex } from './database.ts';

export interface WriterLock {
  /** Gives the lock back, if that was not done yet. */
  release(): void;
  /** Gives back the lock of an index that is no more, and removes its file. */
  remove(): void;
}

/** What is added to the path of an index. */
export const LOCK = '.lock';

/** Milliseconds between two tries. */
const RETRY = 100;

/**
 * Waits until nobody else brings the index at `path` up to date. `waits` is called once when somebody does. Rejects with
 * the signal's reason when aborted and with `UnusableIndex` when the lock cannot be had.
 */
export async function lockWriter(path: string, signal: AbortSignal, waits: () => void): Promise<WriterLock> {
  let isWaiting = false;
  for (;;) {
    signal.throwIfAborted();
    const lock = tryLockWriter(path);
    if (lock !== null) return lock;
    if (!isWaiting) waits();
    isWaiting = true;
    await pause(RETRY, undefined, { signal });
  }
}

/** The lock, or null while somebody else has it. Throws `UnusableIndex`. */
export function tryLockWriter(path: string): WriterLock | null {
  const place = `${path}${LOCK}`;
  const file = lockedFile(place);
  if (file === null) return null;
  if (!isWhatLiesAt(place, file)) {
    file.close();
    return null;
  }
  const release = (): void => {
    if (file.isOpen) file.close();
  };
  const remove = (): void => {
    // Windows removes no file that is open, other systems would remove one that somebody has locked meanwhile.
    if (process.platform === 'win32') release();
    // The journal is left by a process that was killed.
    for (const part of ['', '-journal']) rmSync(`${place}${part}`, { force: true });
    release();
  };
  return { release, remove };
}

/**
 * Whether a file that is locked lies at `place`: one that was removed between opening and locking is locked, but nobody else
 * would come upon it. Throws `UnusableIndex`, and then it is closed.
 */
function isWhatLiesAt(place: string, file: Database): boolean {
  try {
    const second = lockedFile(place);
    second?.close();
    return second === null;
  } catch (error) {
    // Nobody else could lock it for as long as it is not collected.
    file.close();
    throw error;
  }
}

/** The file that serves as a lock, open and locked; null while somebody else has locked it. */
function lockedFile(place: string): Database | null {
  const file = openLockFile(place);
  try {
    // The lock is SQLite's own on an empty database: it ends with the process however that ends.
    file.exec('BEGIN EXCLUSIVE');
    // A file that cannot be written would be locked for reading only, by any number of processes, without a word.
    file.exec('PRAGMA user_version = 1');
    return file;
  } catch (error) {
    file.close();
    const problem = asUnusable(error);
    if (problem instanceof UnusableIndex && problem.isBusy) return null;
    throw problem;
  }
}
