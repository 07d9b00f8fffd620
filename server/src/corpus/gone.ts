/** Files that are gone: told from those whose disk or share is away, which look just the same. */

import { lstat, readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isBelow } from './links.ts';
import { corpusRoots } from './roots.ts';

/**
 * Whether a file or folder below the absolute `entries` was removed. False while that cannot be told: where the entry is
 * not there, or is the path itself, and where the folder that held it is empty, as one is that a share is mounted at.
 */
export async function isGone(path: string, entries: readonly string[]): Promise<boolean> {
  if (!(await isMissing(lstat(path)))) return false;
  const roots = await corpusRoots(entries);
  const root = roots.find((each) => each.path !== path && isBelow(each.path, path));
  if (root === undefined) return false;
  for (let folder = dirname(path); isBelow(root.path, folder); folder = dirname(folder)) {
    const names = await readdir(folder).catch((): readonly string[] => []);
    if (names.length > 0) return true;
    // A folder may be gone with all that was in it.
    if (!(await isMissing(lstat(folder)))) return false;
  }
  return false;
}

async function isMissing(looking: Promise<unknown>): Promise<boolean> {
  return looking.then(
    () => false,
    (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT',
  );
}
