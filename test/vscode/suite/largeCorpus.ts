/** A large corpus: indexed on disk, in the storage that VS Code gives the extension. */

import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { after, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeEditors, diagnosticAt, openDraft, workspaceFile } from './draft.ts';
import { extensionUnderTest } from './extension.ts';
import { profileFiles } from './profile.ts';

const FOLDER = 'many';
/** More files than are kept in memory. */
const FILES = 450;

describe('a large corpus', () => {
  after(async () => {
    await closeEditors();
    await setCorpus(undefined);
    await rm(workspaceFile(FOLDER).fsPath, { recursive: true });
  });

  it('has its index in the storage of the extension', async () => {
    const folder = workspaceFile(FOLDER).fsPath;
    await mkdir(folder);
    for (let number = 0; number < FILES; number += 1)
      await writeFile(
        join(folder, `${number}.txt`),
        `The mill of Garn Brow ground ${number} tonnes of oats.\n`,
      );
    await writeFile(join(folder, 'tower.txt'), 'The water tower of Garn Brow is 41 metres high.\n');
    await setCorpus([FOLDER]);
    const draft = await openDraft('The water tower of Garn Brow is 14 metres high.\n');
    // Nothing is refuted before all of it is indexed.
    await diagnosticAt(draft, '14', 'figure-mismatch');
    const indexes = (await profileFiles()).filter((file) => file.endsWith('.sqlite'));
    assert.equal(indexes.length, 1, indexes.join('\n'));
    const [globalStorage, extension, index] = dirname(indexes[0] ?? '')
      .split(sep)
      .slice(-3);
    assert.deepEqual([globalStorage, index], ['globalStorage', 'index']);
    assert.equal(extension?.toLowerCase(), extensionUnderTest().id.toLowerCase());
  });
});

async function setCorpus(folders: readonly string[] | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration('corroborate');
  await settings.update('corpus', folders, vscode.ConfigurationTarget.Workspace);
}
