/** Settings: a change of the severity, of the corpus or of the switch is taken up by the open draft. */

import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeEditors, diagnosticAt, noDiagnosticAt, openReport, waitForDiagnostics } from './draft.ts';

describe('settings', () => {
  afterEach(async () => {
    await closeEditors();
    for (const name of ['enable', 'severity', 'corpus']) await set(name, undefined);
  });

  it('`corroborate.enable` turns checking off and on', async () => {
    const report = await openReport();
    await diagnosticAt(report, '850', 'figure-mismatch');
    await set('enable', false);
    await noDiagnosticAt(report, '850');
    await set('enable', true);
    await diagnosticAt(report, '850', 'figure-mismatch');
  });

  it('`corroborate.severity` makes a rule louder', async () => {
    const report = await openReport();
    await diagnosticAt(report, '850', 'figure-mismatch');
    await set('severity', { 'figure-mismatch': 'error' });
    await waitForDiagnostics('an error at the figure', report, (diagnostics) => {
      const errors = diagnostics.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
      return errors.some(({ range }) => report.getText(range) === '850') ? true : null;
    });
  });

  it('`corroborate.corpus` says where the articles are', async () => {
    const report = await openReport();
    await diagnosticAt(report, '850', 'figure-mismatch');
    await set('corpus', ['no-such-folder']);
    await noDiagnosticAt(report, '850');
  });
});

async function set(name: string, value: unknown): Promise<void> {
  const settings = vscode.workspace.getConfiguration('corroborate');
  await settings.update(name, value, vscode.ConfigurationTarget.Workspace);
}
