/** The writer's lock: one process at a time brings an index up to date; the system gives the lock back when it dies. */

import { setTimeout as pause } from 'node:timers/promises';
import { asUnusable, openLockFile, UnusableIndex } from './database.ts';

export interface WriterLock {
  release(): void;
}

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
  const file = openLockFile(`${path}.lock`);
  try {
    // The lock is SQLite's own on an empty database: it ends with the process however that ends.
    file.exec('BEGIN EXCLUSIVE');
    // A file that cannot be written would be locked for reading only, by any number of processes, without a word.
    file.exec('PRAGMA user_version = 1');
    return { release: () => file.close() };
  } catch (error) {
    file.close();
    const problem = asUnusable(error);
    if (problem instanceof UnusableIndex && problem.isBusy) return null;
    throw problem;
  }
}
