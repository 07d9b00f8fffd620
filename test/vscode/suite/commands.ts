/** Commands: what the palette offers does what it says. */

import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import {
  closeEditors,
  diagnosticAt,
  diagnosticsOf,
  openReport,
  readText,
  waitForDiagnostics,
  workspaceFile,
} from './draft.ts';

describe('commands', () => {
  afterEach(closeEditors);

  it('“Open Sample Report” opens a copy that is checked against the sample articles', async () => {
    await vscode.commands.executeCommand('corroborate.openSample');
    const { document } = activeEditor();
    assert.equal(document.getText(), await readText(workspaceFile('report.md')));
    await diagnosticAt(document, '850', 'figure-mismatch');
  });

  it('“Go to Next Finding” and “Go to Previous Finding” go round the findings', async () => {
    const report = await openReport();
    await diagnosticAt(report, '850', 'figure-mismatch');
    const starts = diagnosticsOf(report).map(({ range }) => range.start);
    assert.ok(starts.length > 1);
    for (const start of [...starts, starts[0]]) {
      await vscode.commands.executeCommand('corroborate.nextFinding');
      assert.deepEqual(activeEditor().selection.active, start);
    }
    await vscode.commands.executeCommand('corroborate.previousFinding');
    assert.deepEqual(activeEditor().selection.active, starts.at(-1));
  });

  it('“Check This Draft” and “Restart Language Server” leave the findings as they are', async () => {
    const report = await openReport();
    await diagnosticAt(report, '850', 'figure-mismatch');
    const before = messagesOf(report);
    await vscode.commands.executeCommand('corroborate.checkDraft');
    assert.deepEqual(messagesOf(report), before);
    await vscode.commands.executeCommand('corroborate.restartServer');
    await waitForDiagnostics('the same findings', report, () =>
      messagesOf(report).join('\n') === before.join('\n') ? true : null,
    );
  });
});

function activeEditor(): vscode.TextEditor {
  return vscode.window.activeTextEditor ?? assert.fail('an editor is shown');
}

function messagesOf(document: vscode.TextDocument): string[] {
  return diagnosticsOf(document).map(({ message }) => message);
}
