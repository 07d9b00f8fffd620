/** Actions of the claims view: correct a claim, cite it, and verify it by hand. */

import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension.ts';
import {
  closeEditors,
  noDiagnosticAt,
  openDraft,
  readText,
  waitForDiagnostics,
  workspaceFile,
} from './draft.ts';
import { extensionUnderTest } from './extension.ts';
import { apiOf, isAbout } from './extensionApi.ts';
import { waitFor } from './waiting.ts';

const WRONG = 'The Pentagon is sending about 850 soldiers of the 82nd Airborne Division.';
const RIGHT = 'In the referendum 53.7 percent of voters backed the Harbour Line.';

type Claims = Api['views']['claims'];
type Element = Parameters<Claims['provider']['getTreeItem']>[0];

/** A draft of one sentence with so many findings, and its claim in the view. */
async function claimOf(
  sentence: string,
  words: string,
  findings: 0 | 1,
): Promise<{ readonly draft: vscode.TextDocument; readonly claim: Element }> {
  const { claims } = (await apiOf(extensionUnderTest())).views;
  await vscode.commands.executeCommand('corroborate.claims.focus');
  await vscode.commands.executeCommand('corroborate.groupClaimsByVerdict');
  const draft = await openDraft(`${sentence}\n`);
  await waitForDiagnostics('the check', draft, ({ length }) => (length >= findings ? true : null));
  const seen = new vscode.EventEmitter<void>();
  let claim: Element | undefined;
  const look = async (): Promise<void> => {
    claim = isAbout(claims, draft) ? await claimIn(claims, words) : undefined;
    seen.fire();
  };
  const listening = claims.provider.onDidChangeTreeData(() => void look());
  try {
    void look();
    return { draft, claim: await waitFor(`the claim with “${words}”`, seen.event, () => claim ?? null) };
  } finally {
    listening.dispose();
    seen.dispose();
  }
}

async function claimIn({ provider }: Claims, words: string): Promise<Element | undefined> {
  for (const group of (await provider.getChildren()) ?? [])
    for (const claim of (await provider.getChildren(group)) ?? [])
      if (claim.kind === 'claim' && claim.claim.label.includes(words)) return claim;
  return undefined;
}

/**
 * Chooses an action of the view, and answers what the editor's menu then offers: the actions of that kind where the
 * action set the cursor. The menu itself is not clicked, since it closes whenever the window of a test has no focus.
 */
async function offeredBy(command: string, claim: Element, words: string, kind: string) {
  const marked = (): vscode.TextEditor | null => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.getText(editor.selection) === words ? editor : null;
  };
  void vscode.commands.executeCommand(command, claim);
  const editor = await waitFor(
    `“${words}” to be selected`,
    vscode.window.onDidChangeTextEditorSelection,
    marked,
  );
  return await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    editor.selection,
    kind,
  );
}

async function take(action: vscode.CodeAction | undefined): Promise<void> {
  assert.ok(action?.edit !== undefined, 'an action with an edit is offered');
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}

describe('an action of the claims view', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('corroborate.groupClaimsByOrder');
    await closeEditors();
  });

  it('corrects a claim by the quick fixes of the editor', async () => {
    const { draft, claim } = await claimOf(WRONG, '850', 1);
    const [first] = await offeredBy('corroborate.fixClaim', claim, '850', 'quickfix');
    assert.equal(first?.title, 'Change to 750');
    await take(first);
    assert.match(draft.getText(), /sending about 750 soldiers/);
    await noDiagnosticAt(draft, '750');
  });

  it('cites a claim, and one undo takes it back', async () => {
    const { draft, claim } = await claimOf(RIGHT, '53.7', 0);
    void vscode.commands.executeCommand('corroborate.citeClaim', claim);
    // One article bears the claim out, so that there is nothing to choose.
    await waitFor('the citation', vscode.workspace.onDidChangeTextDocument, () =>
      /Harbour Line\.\[\^1\]\n\n\[\^1\]: /.test(draft.getText()) ? true : null,
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(draft.getText(), `${RIGHT}\n`);
  });

  it('signs a claim off, and the claim is quiet', async () => {
    const { draft, claim } = await claimOf(WRONG, '850', 1);
    const answers = { reason: 'Told by the press office', person: 'Ann Reyes <ann@example.org>' };
    await vscode.commands.executeCommand('corroborate.verifyClaim', claim, answers);
    try {
      await noDiagnosticAt(draft, '850');
      assert.match(await readText(workspaceFile('.corroborate/ledger.jsonl')), /"claim":"850"/);
    } finally {
      const ledger = workspaceFile('.corroborate');
      await vscode.workspace.fs.delete(ledger, { recursive: true, useTrash: false });
    }
  });
});
