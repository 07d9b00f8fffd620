/** Quick fixes: correct the figure, do so and cite, open the source, ignore, in this order and each with effect. */

import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeEditors, diagnosticAt, noDiagnosticAt, openReport, rangeOf } from './draft.ts';
import { waitFor } from './waiting.ts';

describe('quick fixes', () => {
  afterEach(closeEditors);

  it('come in the order correct, cite, open the source, ignore', async () => {
    const report = await openReport();
    await diagnosticAt(report, '850', 'figure-mismatch');
    const titles = (await quickFixesAt(report, '850')).map(({ title }) => title);
    const order = [/750$/, /and cite/i, /open/i, /ignore/i].map((kind) =>
      titles.findIndex((title) => kind.test(title)),
    );
    assert.ok(!order.includes(-1), `one of each among ${titles.join(' | ')}`);
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    );
  });

  it('correct the figure', async () => {
    const report = await openReport();
    await diagnosticAt(report, '850', 'figure-mismatch');
    const fix = await quickFixAt(report, '850', /750/);
    assert.equal(fix.isPreferred, true);
    await apply(fix);
    assert.match(report.getText(), /sending about 750 soldiers/);
    await noDiagnosticAt(report, '750');
  });

  it('correct a quote to the words of the article', async () => {
    const report = await openReport();
    await diagnosticAt(report, 'appropriate and necessary', 'quote-altered');
    await apply(await quickFixAt(report, 'necessary', /precautionary/));
    assert.match(report.getText(), /appropriate and precautionary action/);
    await noDiagnosticAt(report, 'precautionary');
  });

  it('correct the figure and cite the article that holds it', async () => {
    const report = await openReport();
    await diagnosticAt(report, '850', 'figure-mismatch');
    const before = report.getText();
    await apply(await quickFixAt(report, '850', /and cite/i));
    const after = report.getText();
    assert.equal(
      count(after, /\[\^[^\]]+\](?!:)/g),
      count(before, /\[\^[^\]]+\](?!:)/g) + 1,
      'one reference more',
    );
    assert.match(after, /about 750 soldiers/);
    assert.match(after, /\n\[\^[^\]]+\]: .*Concord Press/);
  });

  it('open the article at the passage', async () => {
    const report = await openReport();
    await diagnosticAt(report, '850', 'figure-mismatch');
    await apply(await quickFixAt(report, '850', /open/i));
    const editor = await waitFor('the article', vscode.window.onDidChangeTextEditorSelection, () => {
      const shown = vscode.window.activeTextEditor;
      return shown?.document.uri.path.includes('/corpus/') && !shown.selection.isEmpty ? shown : null;
    });
    assert.match(editor.document.getText(editor.selection), /750/);
  });

  it('ignore a finding from now on', async () => {
    const report = await openReport();
    await diagnosticAt(report, '850', 'figure-mismatch');
    await apply(await quickFixAt(report, '850', /ignore/i));
    await noDiagnosticAt(report, '850');
  });
});

async function quickFixesAt(document: vscode.TextDocument, words: string): Promise<vscode.CodeAction[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    rangeOf(document, words),
  );
  return actions.filter(({ kind }) => kind !== undefined && vscode.CodeActionKind.QuickFix.contains(kind));
}

async function quickFixAt(
  document: vscode.TextDocument,
  words: string,
  title: RegExp,
): Promise<vscode.CodeAction> {
  const actions = await quickFixesAt(document, words);
  const found = actions.find((action) => title.test(action.title));
  return found ?? assert.fail(`${title} is not among ${actions.map((action) => action.title).join(' | ')}`);
}

/** Does what the editor does when a quick fix is chosen. */
async function apply({ edit, command }: vscode.CodeAction): Promise<void> {
  assert.ok(edit !== undefined || command !== undefined, 'the action does something');
  if (edit !== undefined) assert.ok(await vscode.workspace.applyEdit(edit));
  if (command !== undefined)
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
