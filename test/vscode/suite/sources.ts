/** Adding sources: from files, by drag and drop, and how what was added is taken back. */

import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension.ts';
import { closeEditors, readText, workspaceFile, writeText } from './draft.ts';
import { extensionUnderTest } from './extension.ts';
import { apiOf } from './extensionApi.ts';
import { waitFor } from './waiting.ts';

const STORY = 'The harbour wall of Port Elwin will be 3 metres high.\n';

/** Pages as browsers save them: the document alone, and with all that belongs to it. */
const PAGES = {
  page: `<!doctype html><html><head><title>Harbour wall to be raised | Port Elwin Herald</title>
<meta property="og:title" content="Harbour wall to be raised">
<meta property="og:site_name" content="Port Elwin Herald">
<meta property="article:published_time" content="2020-01-05T09:00:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Harbour wall to be raised</h1><p>${STORY}</p></article></body></html>
`,
  archive: `From: <Saved by a browser>
Snapshot-Content-Location: https://example.org/notice
Subject: Notice of works
Date: Mon, 6 Jan 2020 09:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----Boundary----"

------Boundary----
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://example.org/notice

<!doctype html><html><head><title>Notice of works</title></head><body><article><p>${STORY}</p></article></body></html>

------Boundary------
`,
} as const;

/** A file beside the corpus, as one in the downloads of the writer. */
async function outside(name: string, text = STORY): Promise<vscode.Uri> {
  const uri = workspaceFile(`downloads/${name}`);
  await writeText(uri, text);
  return uri;
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

async function addFiles(files: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> {
  return vscode.commands.executeCommand<readonly vscode.Uri[]>('corroborate.addSource', 'files', files);
}

describe('adding sources', () => {
  let sources: Api['views']['sources'];
  before(async () => {
    ({ sources } = (await apiOf(extensionUnderTest())).views);
  });
  afterEach(async () => {
    await closeEditors();
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.workspace.fs.delete(workspaceFile('downloads'), { recursive: true, useTrash: false });
    for (const [name] of await vscode.workspace.fs.readDirectory(workspaceFile('corpus')))
      if (name.startsWith('wall'))
        await vscode.workspace.fs.delete(workspaceFile(`corpus/${name}`), { useTrash: false });
  });

  it('copies files beside the others, and never over one', async () => {
    const file = await outside('wall.txt');
    const [first] = await addFiles([file]);
    const [second] = await addFiles([file]);
    assert.ok(first !== undefined && second !== undefined);
    assert.deepEqual(
      [first, second].map(({ path }) => basename(path)),
      ['wall.txt', 'wall-2.txt'],
    );
    assert.equal(await readText(first), STORY);
    assert.ok(await isThere(file), 'what was added stays where it was');
    assert.deepEqual(await addFiles([first]), [], 'what lies in the folder is left as it is');
  });

  it('is taken back by the notification that tells of it', async () => {
    const added = await addFiles([await outside('wall-a.txt'), await outside('wall-b.txt')]);
    assert.deepEqual(await Promise.all(added.map(isThere)), [true, true]);
    // The notification comes once it is drawn; its one action is to undo, and the command does nothing before.
    while ((await Promise.all(added.map(isThere))).includes(true))
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
    assert.ok(await isThere(workspaceFile('downloads/wall-a.txt')), 'what was added stays where it was');
  });

  it('takes a page as a browser saved it, with what the page says of itself', async () => {
    const { page } = PAGES;
    const file = await outside('wall-story.html', page);
    await vscode.commands.executeCommand('corroborate.sources.focus');
    const [added] = await vscode.commands.executeCommand<readonly vscode.Uri[]>(
      'corroborate.addSource',
      'page',
      [file, await outside('wall-notice.mhtml', PAGES.archive)],
    );
    assert.equal(await readText(added ?? assert.fail('nothing was added')), page);
    const articles = await waitFor(
      'the pages among the sources',
      sources.provider.onDidChangeTreeData,
      () => {
        // By their names: what the test before removed is listed until the server has seen it go.
        const found = (sources.provider.answer?.articles ?? []).filter(({ uri }) =>
          ['/wall-story.', '/wall-notice.'].some((name) => uri.includes(name)),
        );
        return found.length === 2 ? found : null;
      },
    );
    assert.deepEqual(articles.map(({ title, outlet, published }) => [title, outlet, published]).toSorted(), [
      ['Harbour wall to be raised', 'Port Elwin Herald', '5 January 2020'],
      // When it was saved says nothing of when it was published.
      ['Notice of works', null, null],
    ]);
  });

  it('takes files that are dropped on the view by their addresses', async () => {
    const files = [await outside('wall.txt'), await outside('wall.html', `<p>${STORY}</p>`)];
    const list = ['# two files', ...files.map((uri) => uri.toString()), 'https://example.org/wall', ''];
    await drop(sources, { 'text/uri-list': new vscode.DataTransferItem(list.join('\r\n')) });
    assert.equal(await readText(workspaceFile('corpus/wall.txt')), STORY);
    assert.equal(await readText(workspaceFile('corpus/wall.html')), `<p>${STORY}</p>`);
  });

  it('takes the contents of files that a browser drops without addresses', async () => {
    await outside('unused.txt');
    await writeText(workspaceFile('corpus/wall.txt'), 'Another wall.\n');
    await drop(sources, { 'text/plain': new DroppedFile('wall.txt', STORY) });
    assert.equal(await readText(workspaceFile('corpus/wall.txt')), 'Another wall.\n');
    assert.equal(await readText(workspaceFile('corpus/wall-2.txt')), STORY);
  });
});

/** A file as VS Code gives it to a drop, which an extension cannot make otherwise. */
class DroppedFile extends vscode.DataTransferItem {
  readonly #name: string;
  readonly #text: string;

  constructor(name: string, text: string) {
    super('');
    this.#name = name;
    this.#text = text;
  }

  override asFile(): vscode.DataTransferFile {
    return { name: this.#name, data: async () => new TextEncoder().encode(this.#text) };
  }
}

async function drop(
  { drop: controller }: Api['views']['sources'],
  items: Readonly<Record<string, vscode.DataTransferItem>>,
): Promise<void> {
  const data = new vscode.DataTransfer();
  for (const [type, item] of Object.entries(items)) data.set(type, item);
  const { token } = new vscode.CancellationTokenSource();
  assert.ok(controller.handleDrop, 'the view takes what is dropped');
  await controller.handleDrop(undefined, data, token);
}
