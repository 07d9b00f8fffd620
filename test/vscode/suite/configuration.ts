/** The configuration file in VS Code: checked as it is written, and what it says holds at once. */

import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import {
  closeEditors,
  diagnosticAt,
  openFile,
  openReport,
  waitForDiagnostics,
  workspaceFile,
  writeText,
} from './draft.ts';
import { waitFor } from './waiting.ts';

describe('the configuration file', () => {
  const file = (): vscode.Uri => workspaceFile('corroborate.config.json');

  afterEach(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(file());
  });

  it('re-checks the draft that is open when it is made', async () => {
    const report = await openReport();
    await diagnosticAt(report, '850', 'figure-mismatch');
    await writeText(file(), '{ "severity": { "figure-mismatch": "error" } }');
    await waitForDiagnostics('an error at the figure', report, (diagnostics) => {
      const errors = diagnostics.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
      return errors.some(({ range }) => report.getText(range) === '850') ? true : null;
    });
  });

  it('has its mistakes marked by the schema', async () => {
    await writeText(file(), '{ "severity": { "speling": "off" } }');
    const config = await openFile(file());
    // The marks are those of VS Code's own JSON service, which is given the schema.
    await waitFor('a mark at the key', vscode.languages.onDidChangeDiagnostics, () => {
      const marks = vscode.languages
        .getDiagnostics(config.uri)
        .filter(({ source }) => source !== 'corroborate');
      return marks.some(({ range }) => config.getText(range).includes('speling')) ? true : null;
    });
  });
});
