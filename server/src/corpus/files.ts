/** Files: finds the files of a corpus root that are articles. Links are never followed, so a loop of them ends nowhere. */

import type { Dirent } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import picomatch from 'picomatch';
import type { SkippedFile } from './article.ts';
import { fileProblem } from './fileProblem.ts';
import { readerFor } from './readers/readers.ts';
import type { CorpusRoot } from './roots.ts';

export interface FoundFiles {
  /** Absolute paths, sorted by code unit. */
  readonly paths: readonly string[];
  readonly skipped: readonly SkippedFile[];
}

/** The files of `root` that a reader takes. Rejects only when aborted. */
export async function findFiles(root: CorpusRoot, signal?: AbortSignal): Promise<FoundFiles> {
  if (root.entry.kind === 'file') return findFile(root.entry.path);
  const walk: Walk = { root: root.path, isWanted: wantedBy(root), paths: [], skipped: [] };
  // Folders are read one after the other in code-unit order, so that what is skipped comes in the same order everywhere.
  const pending = [root.path];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    signal?.throwIfAborted();
    pending.push(...(await readFolder(folder, walk)).reverse());
  }
  return { paths: walk.paths.sort(byCodeUnit), skipped: walk.skipped };
}

interface Walk {
  readonly root: string;
  readonly isWanted: (path: string) => boolean;
  readonly paths: string[];
  readonly skipped: SkippedFile[];
}

function findFile(path: string): FoundFiles {
  if (readerFor(basename(path)) !== null) return { paths: [path], skipped: [] };
  return { paths: [], skipped: [{ path, reason: 'files of this format are not read' }] };
}

/** Whether a path, absolute, is what the root's glob asks for: it or a folder above it matches. */
function wantedBy(root: CorpusRoot): (path: string) => boolean {
  if (root.entry.kind !== 'glob') return () => true;
  const matches = picomatch(root.entry.pattern);
  return (path) => {
    const parts = relative(root.path, path).split(sep);
    return parts.some((_, index) => matches(parts.slice(0, index + 1).join('/')));
  };
}

/** Files the articles of one folder and returns its subfolders. */
async function readFolder(folder: string, walk: Walk): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    walk.skipped.push({ path: folder, reason: fileProblem(error) });
    return [];
  });
  const folders: string[] = [];
  for (const entry of entries.sort((a, b) => byCodeUnit(a.name, b.name))) {
    if (isIgnored(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) folders.push(path);
    else if (walk.isWanted(path)) await fileEntry(entry, path, walk);
  }
  return folders;
}

async function fileEntry(entry: Dirent, path: string, walk: Walk): Promise<void> {
  if (entry.isSymbolicLink()) {
    const reason = await linkProblem(path, walk.root);
    if (reason !== null) walk.skipped.push({ path, reason });
    return;
  }
  const reader = readerFor(entry.name);
  // Pictures, folders' READMEs and other files that were never articles are passed over without a word.
  if (reader === null) return;
  if (!entry.isFile()) walk.skipped.push({ path, reason: 'not a regular file' });
  else if (reader === 'unknown') walk.skipped.push({ path, reason: 'files of this format are not read' });
  else walk.paths.push(path);
}

/** Why a link is not followed; null when it leads to what is read under its own name anyway. */
async function linkProblem(path: string, root: string): Promise<string | null> {
  try {
    const way = relative(await realpath(root), await realpath(path));
    const leaves = way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
    return leaves ? 'a link that leads out of the folder of articles' : null;
  } catch (error) {
    return `a link: ${fileProblem(error)}`;
  }
}

/** Hidden files and folders, and what package managers install. */
function isIgnored(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
