/** Drag and drop: files dropped on the sources view are copied into the folder of sources. */

import { type DataTransfer, type TreeDragAndDropController, Uri } from 'vscode';
import type { ServerConnection } from '../serverConnection.ts';
import { addContents, addFiles, folderForSources, tellOf } from './addSource.ts';
import type { SourceNode } from './sourcesProvider.ts';

/** Explorers give addresses; a browser that shows VS Code gives contents. */
const ADDRESSES = 'text/uri-list';

export function fileDrop(server: ServerConnection): TreeDragAndDropController<SourceNode> {
  return {
    dropMimeTypes: [ADDRESSES, 'files'],
    dragMimeTypes: [],
    async handleDrop(_target, data, token) {
      const folder = await folderForSources(server);
      if (folder === undefined || token.isCancellationRequested) return;
      const files = await droppedAddresses(data);
      if (files.length > 0) await addFiles(folder, files);
      else tellOf(await addDroppedContents(folder, data));
    },
  };
}

async function droppedAddresses(data: DataTransfer): Promise<readonly Uri[]> {
  const list = await data.get(ADDRESSES)?.asString();
  return uriList(list ?? '').map((line) => Uri.parse(line, true));
}

/** The addresses of a `text/uri-list` (RFC 2483): one a line, comments behind `#`. Only files can be copied. */
export function uriList(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^(?:file|vscode-remote):/iu.test(line));
}

async function addDroppedContents(folder: Uri, data: DataTransfer): Promise<readonly Uri[]> {
  const added: Uri[] = [];
  for (const [, item] of data) {
    const file = item.asFile();
    if (file !== undefined) added.push(await addContents(folder, file.name, await file.data()));
  }
  return added;
}
