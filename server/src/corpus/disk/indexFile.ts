/** The file of an index: where it lies, whether it still is the one that was opened, and how one of no use is replaced. */

import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileProblem } from '../fileProblem.ts';
import { isBelow, type LinkPolicy } from '../links.ts';
import { type Database, openDatabase, UnusableIndex } from './database.ts';
import { VERSION } from './schema.ts';
import { lockWriter } from './writerLock.ts';

export interface IndexFile {
  readonly database: Database;
  /**
   * Whether its path still leads to it: false once somebody removed it, or put another in its place. Never throws: as long
   * as the system cannot tell, it does.
   */
  isCurrent(): boolean;
  /** Has the next opening, by whatever process, make it anew. */
  markDamaged(): void;
}

/**
 * The file of a corpus's index: one for each set of entries and way with links, since what is listed differs, and for each
 * version, since windows of an editor that was updated go on with the version that they were opened with.
 */
export function indexPath(folder: string, entries: readonly string[], links: LinkPolicy): string {
  const key = createHash('sha256')
    .update(JSON.stringify([linksKey(entries, links), ...entries]))
    .digest('hex')
    .slice(0, 32);
  return join(folder, `${key}.${VERSION}.sqlite`);
}

/** What of a policy decides on what is listed: of folders that entries must not lead out of, those that hold some. */
function linksKey(entries: readonly string[], links: LinkPolicy): readonly string[] {
  if (typeof links === 'string') return [links];
  return ['refuse', ...links.within.filter((folder) => entries.some((entry) => isBelow(folder, entry)))];
}

/**
 * Opens the index at `path`, or makes it where there is none or one of no use, which `notify` is told in a sentence for
 * the user. Only who has the writer's lock makes or removes one, so that no process removes what another has just made.
 * Rejects with `UnusableIndex`, and with the signal's reason while it waits for the lock.
 */
export async function openIndexFile(
  path: string,
  signal: AbortSignal,
  notify: (message: string) => void,
): Promise<IndexFile> {
  const before = fileAt(path);
  if (before === null) return replace(path, signal, notify);
  try {
    return openAt(path, 'existing');
  } catch (error) {
    // One that is removed while it is opened fails in ways of the disk.
    if (!isOfNoUse(error) && isStill(path, before)) throw error;
    return replace(path, signal, notify);
  }
}

async function replace(
  path: string,
  signal: AbortSignal,
  notify: (message: string) => void,
): Promise<IndexFile> {
  const lock = await lockWriter(path, signal, () => {});
  try {
    // Another process may have made it while this one waited.
    return openAt(path, 'create');
  } catch (error) {
    if (!isOfNoUse(error)) throw error;
    notify(`The index of the articles is made anew: ${error.message}.`);
    removeIndex(path);
    return openAt(path, 'create');
  } finally {
    lock.release();
  }
}

/** Opens what lies at `path`, and sees to it that it is what lies there afterwards too. Throws `UnusableIndex`. */
function openAt(path: string, mode: 'create' | 'existing'): IndexFile {
  for (;;) {
    const before = fileAt(path);
    if (before !== null && before === damagedFile(path)) throw new UnusableIndex('damaged', 'it is damaged');
    const database = openDatabase(path, mode);
    // Of one that was made by this, that is known the second time.
    if (before !== null && isStill(path, before)) {
      tellUse(path);
      return {
        database,
        isCurrent: () => isStill(path, before),
        markDamaged: () => markDamaged(path, before),
      };
    }
    database.close();
  }
}

/** Which file lies at a path, by device and number; null when there is none. Throws `UnusableIndex` where nobody can tell. */
function fileAt(path: string): string | null {
  try {
    const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
    return stats === undefined ? null : `${stats.dev}:${stats.ino}`;
  } catch (error) {
    const reason = `its folder cannot be read: ${fileProblem(error)}`;
    throw new UnusableIndex('unavailable', reason, { cause: error });
  }
}

/** Whether `file` lies at the path, as far as anybody can tell. */
function isStill(path: string, file: string): boolean {
  try {
    return file === fileAt(path);
  } catch {
    // What is open goes on answering, and could not be opened again now: a share that comes back still has it.
    return true;
  }
}

/** Sets the time of an index, by which it is known how long nobody has opened it. */
function tellUse(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // Somebody else's file keeps its time, and is not ours to remove either.
  }
}

/** What beside an index names the file that was found damaged. */
const DAMAGED = '.damaged';

function markDamaged(path: string, file: string): void {
  try {
    if (file === fileAt(path)) writeFileSync(`${path}${DAMAGED}`, file);
  } catch {
    // Where nothing can be written, nothing can be made anew either.
  }
}

function damagedFile(path: string): string | null {
  try {
    return readFileSync(`${path}${DAMAGED}`, 'utf8');
  } catch {
    return null;
  }
}

function isOfNoUse(error: unknown): error is UnusableIndex {
  return error instanceof UnusableIndex && error.state !== 'unavailable';
}

/**
 * Removes an index; who calls has its writer's lock. The index goes before its log: a log beside no index is dropped by the
 * next that is made, an index without its log may lack half of a change. Throws `UnusableIndex` when the system does not
 * allow it.
 */
export function removeIndex(path: string): void {
  try {
    for (const part of ['', '-wal', '-shm', DAMAGED]) rmSync(`${path}${part}`, { force: true });
  } catch (error) {
    throw new UnusableIndex('unavailable', 'it is of no use and cannot be removed', { cause: error });
  }
}
