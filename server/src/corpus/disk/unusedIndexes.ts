/** Unused indexes: removes those that nobody has opened for long, and those of another version that nobody has open. */

import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isInUse } from './database.ts';
import { removeIndex } from './indexFile.ts';
import { LOCK, tryLockWriter } from './writerLock.ts';

/**
 * Milliseconds after which an index that nobody has opened is removed: 90 days, longer than a story that is written on
 * rests. An index takes up to 1.8 times its text, and making it again takes a second for some 1,000 articles.
 */
const UNUSED = 90 * 24 * 3_600_000;

/** The file of an index, whatever its version, or what is left beside one that is gone. */
const INDEX = /^([0-9a-f]{32})(?:\.\d{1,9})?\.sqlite/;

/**
 * Removes from the folder of the index at `path`, which is in use, those indexes that are of no use any more. `now` is in
 * milliseconds since 1970. Returns how many; those that cannot be removed stay, without a word.
 */
export function removeUnused(path: string, now: number): number {
  const own = INDEX.exec(basename(path));
  let removed = 0;
  for (const [name, corpus] of indexesIn(dirname(path))) {
    if (name === own?.[0]) continue;
    const index = join(dirname(path), name);
    try {
      const isOutdated = corpus === own?.[1];
      if ((isOutdated || now - lastUse(index) > UNUSED) && removeWhole(index)) removed += 1;
    } catch {
      // Somebody else's, or in use on a system that says so only now.
    }
  }
  return removed;
}

/** The names of the indexes in a folder, also of those of which something is left, each with that of its corpus. */
function indexesIn(folder: string): ReadonlyMap<string, string> {
  const corpora = new Map<string, string>();
  for (const found of namesIn(folder)) {
    const [name, corpus] = INDEX.exec(found) ?? [];
    if (name !== undefined && corpus !== undefined) corpora.set(name, corpus);
  }
  return corpora;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // It was removed a moment ago.
    return [];
  }
}

/** When an index was opened or written last, in milliseconds since 1970; of one that is gone, when it was locked. */
function lastUse(index: string): number {
  const times = ['', '-wal', LOCK].map(
    (part) => statSync(`${index}${part}`, { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  return Math.max(...times);
}

/** Removes an index with all that lies beside it, unless somebody has it open or writes it. */
function removeWhole(index: string): boolean {
  const lock = tryLockWriter(index);
  if (lock === null) return false;
  try {
    if (statSync(index, { throwIfNoEntry: false }) !== undefined && isInUse(index)) return false;
    removeIndex(index);
    lock.remove();
    return true;
  } finally {
    lock.release();
  }
}
