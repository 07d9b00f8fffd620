/** Marks of supported claims: none unless they are asked for, those of the draft, and gone with the setting. */

import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension.ts';
import { closeEditors, diagnosticAt, openDraft, openReport } from './draft.ts';
import { extensionUnderTest } from './extension.ts';
import { apiOf } from './extensionApi.ts';
import { waitFor } from './waiting.ts';

type Marks = Api['views']['marks'];

async function mark(kind: 'off' | 'underline' | 'gutter' | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration('corroborate')
    .update('decorations.supported', kind, vscode.ConfigurationTarget.Workspace);
}

/** The words that are marked, once there are as many. */
async function markedWords(
  marks: Marks,
  document: vscode.TextDocument,
  isWanted: (words: readonly string[]) => boolean,
): Promise<readonly string[]> {
  return waitFor('the marks', marks.onDidDraw, () => {
    const words = marks.of(document)?.map((range) => document.getText(range)) ?? [];
    return isWanted(words) ? words : null;
  });
}

describe('marks of supported claims', () => {
  let marks: Marks;
  before(async () => {
    ({ marks } = (await apiOf(extensionUnderTest())).views);
  });
  afterEach(async () => {
    await mark(undefined);
    await closeEditors();
  });

  it('are off unless they are asked for', async () => {
    const report = await openReport();
    await diagnosticAt(report, '850', 'figure-mismatch');
    assert.equal(marks.of(report), undefined);
  });

  for (const kind of ['underline', 'gutter'] as const)
    it(`stand at what the articles bear out, and at nothing else: ${kind}`, async () => {
      const report = await openReport();
      await mark(kind);
      const words = await markedWords(marks, report, ({ length }) => length > 20);
      assert.ok(words.includes('143'), words.join(' | '));
      assert.ok(!words.includes('850'), words.join(' | '));
      await mark('off');
      await waitFor('no marks', marks.onDidDraw, () => (marks.of(report) === undefined ? true : null));
    });

  it('follow the draft as it is edited', async () => {
    await mark('underline');
    const text = 'In the referendum 53.7 percent of voters backed the Harbour Line.\n';
    const draft = await openDraft(text);
    await markedWords(marks, draft, (words) => words.includes('53.7 percent'));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(draft.uri, new vscode.Range(0, 0, 1, 0), text.replace('53.7', '57.3'));
    await vscode.workspace.applyEdit(edit);
    await markedWords(marks, draft, ({ length }) => length === 0);
  });
});
