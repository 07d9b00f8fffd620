/** Adds sources to the first folder of articles: files, a saved page, or the text in the clipboard. Nothing is overwritten. */

import {
  env,
  FileSystemError,
  l10n,
  type QuickPickItem,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { plainLine } from '../../../server/src/lsp/plainLine.ts';
import type { ServerConnection } from '../serverConnection.ts';
import { shownDraft } from '../shownDraft.ts';
import { numbered, proposeForm, sourceFileName, sourceFileText } from './sourceFile.ts';
import { askForSource } from './sourceForm.ts';
import { askForSources } from './sourcesRequest.ts';

/** Where a source comes from. */
export type Origin = 'files' | 'clipboard' | 'page';

/** Asks where the source is to come from, and which files, unless that is said, and adds it. Resolves to the new files. */
export async function addSource(
  server: ServerConnection,
  origin: Origin | undefined,
  given?: readonly Uri[],
): Promise<readonly Uri[]> {
  const from = origin ?? (await askForOrigin());
  const folder = from === undefined ? undefined : await folderForSources(server);
  if (from === undefined || folder === undefined) return [];
  switch (from) {
    case 'files':
      return addFiles(folder, given ?? (await chooseFiles(l10n.t('Add Sources'), {})));
    case 'page':
      return addFiles(
        folder,
        given ?? (await chooseFiles(l10n.t('Add Saved Page'), { [l10n.t('Saved web pages')]: PAGE_ENDINGS })),
      );
    case 'clipboard':
      return addFromClipboard(folder);
  }
}

const PAGE_ENDINGS = ['html', 'htm', 'xhtml', 'mhtml', 'mht'];

async function askForOrigin(): Promise<Origin | undefined> {
  const items: readonly (QuickPickItem & { readonly origin: Origin })[] = [
    {
      label: `$(files) ${l10n.t('Files…')}`,
      description: l10n.t('copied beside the other sources'),
      origin: 'files',
    },
    {
      label: `$(clippy) ${l10n.t('Text from the clipboard…')}`,
      description: l10n.t('with its title, outlet, date and address'),
      origin: 'clipboard',
    },
    {
      label: `$(browser) ${l10n.t('Saved web page…')}`,
      description: l10n.t('saved by a browser'),
      origin: 'page',
    },
  ];
  return (await window.showQuickPick(items, { title: l10n.t('Add Source') }))?.origin;
}

async function chooseFiles(title: string, filters: Record<string, string[]>): Promise<readonly Uri[]> {
  return (await window.showOpenDialog({ title, canSelectMany: true, openLabel: title, filters })) ?? [];
}

/** The first folder of the setting, there or not; undefined, with a word to the writer, where no folder is open. */
export async function folderForSources(server: ServerConnection): Promise<Uri | undefined> {
  const { folders } = await askForSources(server, shownDraft()?.document.uri, 0);
  const [first] = folders;
  if (first !== undefined) return server.client.protocol2CodeConverter.asUri(first);
  void window.showInformationMessage(
    l10n.t('Open a folder first: sources are kept in a folder beside the drafts.'),
  );
  return undefined;
}

/** Copies files into the folder, those that lie in it already left as they are. Resolves to the copies. */
export async function addFiles(folder: Uri, files: readonly Uri[]): Promise<readonly Uri[]> {
  const others = files.filter((file) => Uri.joinPath(file, '..').toString() !== folder.toString());
  const added: Uri[] = [];
  for (const file of others) {
    const copy = (target: Uri): Thenable<void> => workspace.fs.copy(file, target, { overwrite: false });
    added.push(await atFreeName(folder, basename(file), copy));
  }
  tellOf(added);
  return added;
}

/** Writes what was dropped without a path of its own. */
export async function addContents(folder: Uri, name: string, contents: Uint8Array): Promise<Uri> {
  return atFreeName(folder, name, async (target) => {
    const edit = new WorkspaceEdit();
    edit.createFile(target, { contents, overwrite: false, ignoreIfExists: false });
    // An edit that finds a file in its way is refused as a whole.
    if (!(await workspace.applyEdit(edit))) throw FileSystemError.FileExists(target);
  });
}

async function addFromClipboard(folder: Uri): Promise<readonly Uri[]> {
  const text = await env.clipboard.readText();
  if (text.trim() === '') {
    void window.showInformationMessage(l10n.t('The clipboard holds no text. Copy the article first.'));
    return [];
  }
  const form = await askForSource(proposeForm(text));
  if (form === undefined) return [];
  const contents = new TextEncoder().encode(sourceFileText(form, text));
  const added = [await addContents(folder, `${sourceFileName(form)}.md`, contents)];
  tellOf(added);
  return added;
}

/** Tries name after name until one is free: `a.md`, `a-2.md`, … */
async function atFreeName(folder: Uri, name: string, write: (target: Uri) => Thenable<void>): Promise<Uri> {
  for (let count = 1; ; count += 1) {
    const target = Uri.joinPath(folder, numbered(name, count));
    if (await exists(target)) continue;
    try {
      await write(target);
      return target;
    } catch (error) {
      // Somebody took the name meanwhile.
      if (!(error instanceof FileSystemError && error.code === 'FileExists' && (await exists(target))))
        throw error;
    }
  }
}

async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

function basename(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** The name of a file for a notification. */
function inMessage(uri: Uri): string {
  return plainLine(basename(uri));
}

/** Says what was added, and offers to open it and to take it back. */
export function tellOf(added: readonly Uri[]): void {
  const [first] = added;
  if (first === undefined) return;
  const said =
    added.length === 1 ? l10n.t('Added {0}', inMessage(first)) : l10n.t('Added {0} sources', added.length);
  const open = l10n.t('Open');
  const undo = l10n.t('Undo');
  const actions = added.length === 1 ? [open, undo] : [undo];
  const times = Promise.all(added.map(timeOf));
  void window.showInformationMessage(said, ...actions).then(async (chosen) => {
    if (chosen === open) await window.showTextDocument(first);
    if (chosen === undo) await takeBack(added, await times);
  });
}

/** When a file last changed, in milliseconds since 1970; null where it cannot be told. */
async function timeOf(uri: Uri): Promise<number | null> {
  return workspace.fs.stat(uri).then(
    ({ mtime }) => mtime,
    () => null,
  );
}

/**
 * Moves new files to the trash. Where there is none, as on a remote machine, they are deleted: those that changed since
 * `times`, when they were added, only after the writer was asked.
 */
async function takeBack(added: readonly Uri[], times: readonly (number | null)[]): Promise<void> {
  for (const [at, uri] of added.entries()) {
    try {
      await workspace.fs.delete(uri, { useTrash: true });
    } catch {
      const time = await timeOf(uri);
      const isUntouched = time !== null && time === times[at];
      if (isUntouched || (await mayDelete(uri))) await workspace.fs.delete(uri);
    }
  }
}

async function mayDelete(uri: Uri): Promise<boolean> {
  const question = l10n.t('{0} cannot be moved to the trash. Delete it for good?', inMessage(uri));
  const yes = l10n.t('Delete');
  return (await window.showWarningMessage(question, { modal: true }, yes)) === yes;
}
