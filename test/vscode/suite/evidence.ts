/** Evidence: the hover shows what the articles say, and going to the definition leads to the passage. */

import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeEditors, diagnosticAt, openReport, rangeOf } from './draft.ts';

const BAGHDAD = '2020-01-01-concord-press-baghdad.md';

describe('evidence', () => {
  afterEach(closeEditors);

  it('is in the hover of a refuted figure: verdict, passage, outlet, date and a link to the line', async () => {
    const report = await openReport();
    await diagnosticAt(report, '850', 'figure-mismatch');
    const text = await hoverAt(report, '850');
    assert.match(text, /Refuted/);
    assert.match(text, /\*\*[^*]*750[^*]*\*\*/, 'the figure is marked in the passage');
    assert.match(text, /Concord Press/);
    assert.match(text, /1 January 2020/);
    assert.match(text, new RegExp(`${BAGHDAD.replaceAll('.', '\\.')}#L?\\d+`));
  });

  it('is in the hover of a supported figure', async () => {
    const report = await openReport();
    const text = await hoverAt(report, '143');
    assert.match(text, /Supported/);
    assert.match(text, /143/);
  });

  it('is one jump away: go to definition opens the passage', async () => {
    const report = await openReport();
    await diagnosticAt(report, '850', 'figure-mismatch');
    const answer = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      report.uri,
      rangeOf(report, '850').start,
    );
    const targets = answer.map((each) =>
      'targetUri' in each
        ? { uri: each.targetUri, range: each.targetSelectionRange ?? each.targetRange }
        : { uri: each.uri, range: each.range },
    );
    const [first] = targets;
    assert.ok(first, 'there is a definition');
    assert.equal(basename(first.uri.path), BAGHDAD);
    const article = await vscode.workspace.openTextDocument(first.uri);
    assert.match(article.lineAt(first.range.start.line).text, /750/);
  });
});

/** The Markdown of our hover at `words`. Hovers of other extensions stand beside it and do no harm. */
async function hoverAt(document: vscode.TextDocument, words: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    rangeOf(document, words).start,
  );
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((part) => (typeof part === 'string' ? part : part.value)).join('\n');
}
