/** Activation: the extension that is meant starts when a Markdown draft opens, with all it announces. */

import assert from 'node:assert/strict';
import { relative } from 'node:path';
import { after, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeEditors, openReport } from './draft.ts';
import { extensionUnderTest, manifest } from './extension.ts';

describe('activation', () => {
  after(closeEditors);

  it('runs the extension that is meant, in its present version', () => {
    const extension = extensionUnderTest();
    const meant = process.env.CORROBORATE_EXTENSION_UNDER;
    assert.ok(meant, 'the runner says where the extension lies');
    assert.ok(
      !relative(meant, extension.extensionPath).startsWith('..'),
      `${extension.extensionPath} lies in ${meant}`,
    );
    assert.equal(extension.packageJSON.version, manifest.version);
  });

  it('starts when a Markdown draft opens', async () => {
    await openReport();
    await extensionUnderTest().activate();
    assert.equal(extensionUnderTest().isActive, true);
  });

  it('registers every command that its manifest announces', async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    const announced = manifest.contributes.commands.map(({ command }) => command);
    assert.ok(announced.length > 0);
    assert.deepEqual(
      announced.filter((command) => !registered.has(command)),
      [],
    );
  });
});
