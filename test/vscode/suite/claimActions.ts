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
import { apiOf } from './extensionApi.ts';
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
    claim = await claimIn(claims, words);
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
 * Has an action of the view offer something and takes the first of it, until the draft is as wanted. The editor's menu
 * closes when anything else takes the focus, as it may on a busy machine; then the action is chosen once more, and given more
 * time each time, since choosing it again closes a menu that was about to come.
 */
async function choose(command: string, claim: Element, draft: vscode.TextDocument, wanted: RegExp) {
  const before = draft.getText();
  for (const limit of MENU_SHOWN_MS) {
    if (draft.getText() !== before) break;
    void vscode.commands.executeCommand(command, claim);
    await acceptFor(limit, draft, before);
  }
  assert.match(draft.getText(), wanted);
}

async function acceptFor(limit: number, draft: vscode.TextDocument, before: string): Promise<void> {
  const end = Date.now() + limit;
  while (Date.now() < end && draft.getText() === before)
    await vscode.commands.executeCommand('acceptSelectedCodeAction');
}

/** Milliseconds in which the menu of an editor has come up: of a quick one, and of busier ones. */
const MENU_SHOWN_MS = [3000, 6000, 12_000, 24_000];

/** Milliseconds: more than all of these. */
const BUSY_LIMIT = 60_000;

describe('an action of the claims view', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('corroborate.groupClaimsByOrder');
    await closeEditors();
  });

  it('corrects a claim by the quick fixes of the editor', async () => {
    const { draft, claim } = await claimOf(WRONG, '850', 1);
    await choose('corroborate.fixClaim', claim, draft, /sending about 750 soldiers/);
    await noDiagnosticAt(draft, '750');
  }).timeout(BUSY_LIMIT);

  it('cites a claim, and one undo takes it back', async () => {
    const { draft, claim } = await claimOf(RIGHT, '53.7', 0);
    await choose('corroborate.citeClaim', claim, draft, /Harbour Line\.\[\^1\]\n\n\[\^1\]: /);
    await vscode.commands.executeCommand('undo');
    assert.equal(draft.getText(), `${RIGHT}\n`);
  }).timeout(BUSY_LIMIT);

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
