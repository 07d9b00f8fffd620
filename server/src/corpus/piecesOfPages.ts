/** Pieces of pages: which folders hold what a browser saved along with a page, as the disk is now. */

import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isBelow } from './links.ts';
import { isPage, pagesOf } from './readers/noArticle.ts';
import type { CorpusRoot } from './roots.ts';

/** Whether a folder between the root and the file holds the pieces of a page that stands beside it. */
export function isPieceOfPage(path: string, root: CorpusRoot): boolean {
  for (
    let folder = dirname(path);
    folder !== root.path && isBelow(root.path, folder);
    folder = dirname(folder)
  ) {
    for (const page of pagesOf(basename(folder))) if (existsSync(join(dirname(folder), page))) return true;
  }
  return false;
}

/**
 * Whether one of the files, absolute paths, is a page beside which a folder stands for its pieces, or was one: when such a
 * page comes or goes, what is in that folder ends or begins to be articles. True also where the folder cannot be listed.
 */
export async function someHavePieces(paths: readonly string[]): Promise<boolean> {
  const pages = paths.filter((path) => isPage(basename(path)));
  for (const folder of new Set(pages.map((path) => dirname(path)))) {
    const names = await readdir(folder).catch(() => null);
    if (names === null) return true;
    const withPieces = new Set(names.flatMap(pagesOf));
    if (pages.some((path) => dirname(path) === folder && withPieces.has(basename(path)))) return true;
  }
  return false;
}
