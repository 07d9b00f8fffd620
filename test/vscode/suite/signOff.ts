/** Signing off and the packet: a claim that a person stands for goes quiet, and the open packet says so. */

import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension.ts';
import {
  closeEditors,
  diagnosticAt,
  noDiagnosticAt,
  openReport,
  rangeOf,
  readText,
  workspaceFile,
} from './draft.ts';
import { extensionUnderTest } from './extension.ts';
import { apiOf } from './extensionApi.ts';
import { acceptUntil } from './quickInput.ts';
import { waitFor } from './waiting.ts';

const LEDGER = '.corroborate/ledger.jsonl';
const ANSWERS = { reason: 'Told by the press office', person: 'Ann Reyes <ann@example.org>' };

async function packets(): Promise<Api['packets']> {
  return (await apiOf(extensionUnderTest())).packets;
}

/** The quick fix of this title at `words`, with what the writer would be asked for as its answers. */
async function runFix(document: vscode.TextDocument, words: string, title: string): Promise<void> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    rangeOf(document, words),
  );
  const command = actions.find((action) => action.title === title)?.command;
  assert.ok(command, `${title} is among ${actions.map((action) => action.title).join(' | ')}`);
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []), ANSWERS);
}

describe('signing off', () => {
  afterEach(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(workspaceFile('.corroborate'), { recursive: true, useTrash: false });
  });

  it('makes a claim quiet until its sentence changes, and leaves a line in the ledger', async () => {
    const report = await openReport();
    await diagnosticAt(report, '850', 'figure-mismatch');
    await runFix(report, '850', 'Verified by hand…');
    await noDiagnosticAt(report, '850');
    const [line, rest] = (await readText(workspaceFile(LEDGER))).split('\n');
    assert.equal(rest, '');
    const { claim, reason, person } = JSON.parse(line ?? '');
    assert.deepEqual({ claim, reason, person }, { claim: '850', ...ANSWERS });
    const edit = new vscode.WorkspaceEdit();
    edit.replace(report.uri, rangeOf(report, 'The Pentagon is sending'), 'On Friday the Pentagon sent');
    await vscode.workspace.applyEdit(edit);
    const outdated = await diagnosticAt(report, '850', 'sign-off-outdated');
    assert.equal(outdated.severity, vscode.DiagnosticSeverity.Information);
    await runFix(report, '850', 'Verify again…');
    await noDiagnosticAt(report, '850');
    await runFix(report, '850', 'Remove sign-off');
    await diagnosticAt(report, '850', 'figure-mismatch');
    assert.equal((await readText(workspaceFile(LEDGER))).trimEnd().split('\n').length, 3);
  });

  it('shows in the packet, which follows its draft', async () => {
    const shown = await packets();
    const report = await openReport();
    await diagnosticAt(report, '850', 'figure-mismatch');
    await vscode.commands.executeCommand('corroborate.openPacket');
    const before = await waitFor('the packet', shown.onDidChange, () => shown.of(report.uri) ?? null);
    assert.match(before, /<h1 dir="auto">The week in four stories</);
    assert.doesNotMatch(before, /Told by the press office/);
    await waitFor('the tab of the packet', vscode.window.tabGroups.onDidChangeTabs, () => {
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      const panel = tabs.find(({ input }) => input instanceof vscode.TabInputWebview);
      return panel?.label === 'Packet: The week in four stories' ? panel : null;
    });
    await vscode.window.showTextDocument(report, vscode.ViewColumn.One);
    await runFix(report, '850', 'Verified by hand…');
    await waitFor('the sign-off in the packet', shown.onDidChange, () =>
      shown.of(report.uri)?.includes('Told by the press office') === true ? true : null,
    );
  });
});

describe('saving a packet', () => {
  afterEach(closeEditors);

  it('writes the page beside the draft, under its name', async () => {
    const report = await openReport();
    await diagnosticAt(report, '850', 'figure-mismatch');
    const file = report.uri.with({ path: report.uri.path.replace(/\.md$/, '.packet.html') });
    await acceptUntil(vscode.commands.executeCommand('corroborate.savePacket'));
    const page = await readText(file);
    await vscode.workspace.fs.delete(file, { useTrash: false });
    assert.match(page, /^<!doctype html>/i);
    assert.match(page, /<h1 dir="auto">The week in four stories</);
    assert.doesNotMatch(page, /href="command:/, 'links of the panel have no meaning in a browser');
  });
});

describe('printing a packet', () => {
  afterEach(closeEditors);

  it('hands a page that stands alone to a program that prints', async () => {
    const report = await openReport();
    await diagnosticAt(report, '850', 'figure-mismatch');
    const opened: vscode.Uri[] = [];
    await vscode.commands.executeCommand('corroborate.printPacket', async (file: vscode.Uri) => {
      opened.push(file);
    });
    const [file] = opened;
    assert.ok(file, 'the page was opened');
    assert.equal(file.scheme, 'file');
    const page = await readText(file);
    assert.match(page, /<h1 dir="auto">The week in four stories</);
    assert.match(page, /@media print/);
    assert.doesNotMatch(page, /command:/, 'no link of it needs VS Code');
  });
});
