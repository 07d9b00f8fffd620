/** The configuration file in VS Code: checked as it is written, and what it says holds at once. */

import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeEditors, diagnosticAt, openReport, waitForDiagnostics } from './draft.ts';

describe('the configuration file', () => {
  let written: vscode.Uri | null = null;

  afterEach(async () => {
    await closeEditors();
    if (written !== null) await vscode.workspace.fs.delete(written);
    written = null;
  });

  async function write(text: string): Promise<vscode.Uri> {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    if (folder === undefined) throw new Error('The suite runs in a workspace.');
    written = vscode.Uri.joinPath(folder.uri, 'corroborate.config.json');
    await vscode.workspace.fs.writeFile(written, new TextEncoder().encode(text));
    return written;
  }

  it('re-checks the draft that is open when it is made', async () => {
    const report = await openReport();
    await diagnosticAt(report, '850', 'figure-mismatch');
    await write('{ "severity": { "figure-mismatch": "error" } }');
    await waitForDiagnostics('an error at the figure', report, (diagnostics) => {
      const errors = diagnostics.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
      return errors.some(({ range }) => report.getText(range) === '850') ? true : null;
    });
  });

  it('has its mistakes marked by the schema', async () => {
    const config = await vscode.workspace.openTextDocument(
      await write('{ "severity": { "speling": "off" } }'),
    );
    await vscode.window.showTextDocument(config);
    await waitForDiagnostics('a mark at the key', config, (diagnostics) =>
      diagnostics.some(({ range }) => config.getText(range).includes('speling')) ? true : null,
    );
  });
});
