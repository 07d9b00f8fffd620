/** The workspace folders, and which of them a draft belongs to. */

import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { toPath, toUri } from './convert.ts';

export interface Folder {
  readonly uri: string;
  readonly path: string;
}

/** The folders a client names at start, in its order; folders that are not on disk are left out. */
export function initialFolders(params: InitializeParams): readonly Folder[] {
  const named = params.workspaceFolders?.map(({ uri }) => uri) ?? [];
  if (named.length > 0) return onDisk(named);
  // Older clients know one root only, and the oldest give it as a path.
  if (params.rootUri) return onDisk([params.rootUri]);
  return params.rootPath ? onDisk([toUri(resolve(params.rootPath))]) : [];
}

/** The folders after a change. */
export function changedFolders(
  folders: readonly Folder[],
  event: WorkspaceFoldersChangeEvent,
): readonly Folder[] {
  const gone = new Set(event.removed.map(({ uri }) => uri));
  return [...folders.filter(({ uri }) => !gone.has(uri)), ...onDisk(event.added.map(({ uri }) => uri))];
}

/** The innermost folder that holds `path`, or null. */
export function folderOf(folders: readonly Folder[], path: string): Folder | null {
  const holding = folders.filter((folder) => isWithin(folder.path, path));
  return holding.reduce<Folder | null>(
    (best, folder) => (best === null || folder.path.length > best.path.length ? folder : best),
    null,
  );
}

/** Whether `path` is `folder` or lies below it. Both absolute. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function onDisk(uris: readonly string[]): readonly Folder[] {
  return uris.flatMap((uri) => {
    const path = toPath(uri);
    return path === null ? [] : [{ uri, path: resolve(path) }];
  });
}
