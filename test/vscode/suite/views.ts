/** Views: claims and sources in the side bar, and the ways between drafts and articles. */

import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension.ts';
import { closeEditors, diagnosticAt, openReport, rangeOf, readText, workspaceFile } from './draft.ts';
import { extensionUnderTest } from './extension.ts';
import { apiOf, isAbout } from './extensionApi.ts';
import { acceptUntil } from './quickInput.ts';
import { waitFor } from './waiting.ts';

const BAGHDAD = '2020-01-01-concord-press-baghdad.md';

type Claims = Api['views']['claims'];
type Sources = Api['views']['sources'];

async function viewsOf(): Promise<Api['views']> {
  return (await apiOf(extensionUnderTest())).views;
}

/** The claims view of a fresh report, once it lists what the check found. */
async function openClaims(): Promise<{ readonly claims: Claims; readonly report: vscode.TextDocument }> {
  const { claims } = await viewsOf();
  await vscode.commands.executeCommand('corroborate.claims.focus');
  const report = await openReport();
  await diagnosticAt(report, '850', 'figure-mismatch');
  await waitFor('the claims of the report', claims.provider.onDidChangeTreeData, () =>
    isAbout(claims, report) && claims.provider.counts.all > 20 ? true : null,
  );
  return { claims, report };
}

/** The lines of a tree, `depth` levels deep, as people read them. */
async function linesOf<T>(
  provider: vscode.TreeDataProvider<T>,
  depth: number,
  element?: T,
): Promise<string[]> {
  const children = (await provider.getChildren(element)) ?? [];
  const lines: string[] = [];
  for (const child of children) {
    const item = await provider.getTreeItem(child);
    const label = typeof item.label === 'string' ? item.label : item.label?.label;
    lines.push([label, item.description].filter((part) => part !== undefined && part !== '').join(' | '));
    if (depth > 1) lines.push(...(await linesOf(provider, depth - 1, child)).map((line) => `  ${line}`));
  }
  return lines;
}

/** The first element of the tree, at any depth, whose label has the words. */
async function elementWith<T>(
  provider: vscode.TreeDataProvider<T>,
  words: string,
  element?: T,
): Promise<T | undefined> {
  for (const child of (await provider.getChildren(element)) ?? []) {
    const { label } = await provider.getTreeItem(child);
    if ((typeof label === 'string' ? label : (label?.label ?? '')).includes(words)) return child;
    const found = await elementWith(provider, words, child);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function claimWith({ provider }: Claims, words: string) {
  return (await elementWith(provider, words)) ?? assert.fail(`a claim with “${words}”`);
}

function activeEditor(): vscode.TextEditor {
  return vscode.window.activeTextEditor ?? assert.fail('an editor is shown');
}

describe('the claims view', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('corroborate.clearClaimsFilter');
    await vscode.commands.executeCommand('corroborate.groupClaimsByOrder');
    await closeEditors();
  });

  it('lists the claims under the headings of the draft, and the passages under a claim', async () => {
    const { claims } = await openClaims();
    const lines = await linesOf(claims.provider, 3);
    assert.match(lines.join('\n'), /^The week in four stories \| \d+ of \d+ supported$/m);
    assert.match(lines.join('\n'), /^ {2}(?:1\. )?Baghdad \| \d+ of \d+ supported$/m);
    assert.match(lines.join('\n'), /^ {4}about 850 soldiers.* \| .*about 750, not 850\.$/m);
    const passages = await claims.provider.getChildren(await claimWith(claims, '850 soldiers'));
    const [first] = passages ?? [];
    assert.ok(first);
    const item = await claims.provider.getTreeItem(first);
    assert.match(String(item.label), /about 750 soldiers/);
    assert.equal(item.description, 'Concord Press Agency, 1 January 2020');
  });

  it('groups by verdict, and filters by words and verdict', async () => {
    const { claims } = await openClaims();
    await vscode.commands.executeCommand('corroborate.groupClaimsByVerdict');
    const groups = await linesOf(claims.provider, 1);
    assert.match(groups[0] ?? '', /^Refuted \| \d+$/);
    assert.match(groups.at(-1) ?? '', /^Supported \| \d+$/);
    assert.equal(claims.tree.badge?.value, Number(groups[0]?.split(' ').at(-1)));
    await vscode.commands.executeCommand('corroborate.filterClaims', {
      text: 'soldiers',
      standings: ['refuted'],
    });
    const filtered = await linesOf(claims.provider, 2);
    assert.equal(filtered.length, 2, filtered.join('\n'));
    assert.equal(filtered[0], 'Refuted | 1');
    assert.match(filtered[1] ?? '', /^ {2}about 850 soldiers/);
    assert.match(String(claims.tree.description), /^1 of \d+: Refuted, “soldiers”$/);
    await vscode.commands.executeCommand('corroborate.clearClaimsFilter');
    assert.equal(claims.tree.description, '');
    assert.equal((await linesOf(claims.provider, 1)).length, groups.length);
  });

  it('leads to the claim, from there to its passage, and from the passage back to the claim', async () => {
    const { claims, report } = await openClaims();
    const claim = await claimWith(claims, '850 soldiers');
    const { command } = await claims.provider.getTreeItem(claim);
    assert.ok(command, 'a click does something');
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    assert.equal(activeEditor().document.getText(activeEditor().selection), '850');

    await vscode.commands.executeCommand('corroborate.openEvidence', claim);
    const article = activeEditor();
    assert.equal(basename(article.document.uri.path), BAGHDAD);
    assert.match(article.document.getText(article.selection), /750/);
    await vscode.commands.executeCommand('type', { text: 'x' });
    assert.equal(article.document.isDirty, false, 'an article is not edited by accident');

    const references = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      article.document.uri,
      article.selection.start,
    );
    const back = references.find(({ uri }) => uri.toString() === report.uri.toString());
    assert.ok(back, 'the claim of the report rests on the passage');
    assert.equal(report.getText(back.range), '850');
    assert.ok(claims.provider.counts.all > 20, 'the view still shows the draft');
  });

  it('follows the cursor of the draft', async () => {
    const { claims, report } = await openClaims();
    activeEditor().selection = new vscode.Selection(0, 0, 0, 0);
    const at = rangeOf(report, '143').start;
    activeEditor().selection = new vscode.Selection(at, at);
    await waitFor('the claim to be selected', claims.tree.onDidChangeSelection, () =>
      claims.tree.selection.some(({ id }) => id.endsWith(' 143')) ? true : null,
    );
  });

  it('has keys that go round the findings', async () => {
    const { report } = await openClaims();
    await vscode.commands.executeCommand('corroborate.nextFinding');
    const first = activeEditor().selection.active;
    await vscode.commands.executeCommand('corroborate.nextFinding');
    assert.ok(activeEditor().selection.active.isAfter(first));
    await vscode.commands.executeCommand('corroborate.previousFinding');
    assert.deepEqual(activeEditor().selection.active, first);
    assert.equal(activeEditor().document, report);
  });

  it('says over headings and passages how many claims there are', async () => {
    const { report } = await openClaims();
    const titles = async (uri: vscode.Uri): Promise<string[]> => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        uri,
        100,
      );
      return lenses.map(({ command }) => command?.title ?? '');
    };
    assert.ok((await titles(report.uri)).some((title) => /^\d+ of \d+ supported$/.test(title)));
    const article = workspaceFile(`corpus/${BAGHDAD}`);
    await vscode.window.showTextDocument(article);
    assert.ok((await titles(article)).some((title) => /^Used in \d+ claims?/.test(title)));
  });
});

describe('the sources view', () => {
  let sources: Sources;
  beforeEach(async () => {
    ({ sources } = await viewsOf());
    await vscode.commands.executeCommand('corroborate.sources.focus');
    await waitFor('the sources', sources.provider.onDidChangeTreeData, () => sources.provider.answer ?? null);
  });
  afterEach(closeEditors);

  it('lists articles with outlet, date and uses, and what could not be read with the reason', async () => {
    const hollow = workspaceFile('corpus/hollow.txt');
    await vscode.workspace.fs.writeFile(hollow, new Uint8Array());
    try {
      const report = await openReport();
      await diagnosticAt(report, '850', 'figure-mismatch');
      const lines = await waitForLines(sources, (all) => all.some((line) => line.startsWith('Not read')));
      assert.ok(
        lines.some((line) => /\| Concord Press Agency · 1 January 2020 · \d+ claims/.test(line)),
        lines.join('\n'),
      );
      assert.ok(
        lines.some((line) => /^ {2}hollow\.txt \| ./.test(line)),
        lines.join('\n'),
      );
    } finally {
      await vscode.workspace.fs.delete(hollow);
    }
  });

  it('adds the text in the clipboard as a source, with what its form says, and never over another', async () => {
    const text =
      'Harbour wall to be raised\n2020-01-05\nhttps://example.org/wall\n\nThe wall will be 3 metres high.\n';
    await vscode.env.clipboard.writeText(text);
    const added = vscode.commands.executeCommand<readonly vscode.Uri[]>('corroborate.addSource', 'clipboard');
    const [first] = await acceptUntil(added);
    assert.ok(first);
    const again = vscode.commands.executeCommand<readonly vscode.Uri[]>('corroborate.addSource', 'clipboard');
    const [second] = await acceptUntil(again);
    assert.ok(second);
    try {
      assert.equal(basename(first.path), '2020-01-05-harbour-wall-to-be-raised.md');
      assert.equal(basename(second.path), '2020-01-05-harbour-wall-to-be-raised-2.md');
      assert.match(
        await readText(first),
        /^---\ntitle: Harbour wall to be raised\ndate: 2020-01-05\nurl: https:\/\/example\.org\/wall\n---\n\n/,
      );
      const lines = await waitForLines(sources, (all) => all.some((line) => line.startsWith('Harbour wall')));
      assert.ok(lines.some((line) => line.startsWith('Harbour wall to be raised | 5 January 2020')));
    } finally {
      await vscode.workspace.fs.delete(first);
      await vscode.workspace.fs.delete(second);
    }
  });

  it('opens the article that is picked by words with slips in them', async () => {
    const opened = vscode.commands.executeCommand('corroborate.openArticle', 'bagdhad embasy');
    await acceptUntil(opened);
    assert.equal(basename(activeEditor().document.uri.path), BAGHDAD);
  });
});

/** The lines of the view, once they are as wanted. */
async function waitForLines(
  { provider }: Sources,
  isWanted: (lines: readonly string[]) => boolean,
): Promise<readonly string[]> {
  const seen = new vscode.EventEmitter<void>();
  let lines: readonly string[] = [];
  const look = async (): Promise<void> => {
    lines = await linesOf(provider, 2);
    seen.fire();
  };
  const listening = provider.onDidChangeTreeData(() => void look());
  try {
    void look();
    return await waitFor('the sources', seen.event, () => (isWanted(lines) ? lines : null));
  } finally {
    listening.dispose();
    seen.dispose();
  }
}
