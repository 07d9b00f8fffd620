/** Links: which symbolic links of a corpus are followed, and which entries lead out of the folder that they are written for. */

import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import type { CorpusRoot } from './roots.ts';

/**
 * What becomes of symbolic links. `follow` follows all; each folder is entered once. `refuse` follows none below an entry:
 * one that leads out of it is listed as skipped, one within it is passed over, since what it leads to is read under its
 * own name. The entry itself may be a link: it is the word of the user. `within` refuses as `refuse` does, and entries too
 * that lie in one of these folders, absolute, by their path and not in truth: whoever wrote the folder, which may be a
 * cloned repository, must not choose what else is read.
 */
export type LinkPolicy = 'follow' | 'refuse' | { readonly within: readonly string[] };

/** Why nothing of a root may be read under a policy; null when it may, and when there is nothing at its place. */
export async function rootProblem({ path, entry }: CorpusRoot, policy: LinkPolicy): Promise<string | null> {
  if (typeof policy === 'string') return null;
  const place = entry.kind === 'file' ? entry.path : path;
  const real = await realpath(place).catch(() => null);
  if (real === null) return null;
  for (const folder of policy.within) {
    const home = await realpath(folder).catch(() => folder);
    if (isBelow(folder, place) && !isBelow(home, real)) return `a link that leads out of ${folder}`;
  }
  return null;
}

/** Whether `path` is `folder` or lies below it by their names. Both absolute. */
export function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
