/** The trees as a screen reader reads them: every row has words of its own that say what its icon and its place show. */

import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension.ts';
import { closeEditors, diagnosticAt, openReport, workspaceFile, writeText } from './draft.ts';
import { extensionUnderTest } from './extension.ts';
import { apiOf, isAbout } from './extensionApi.ts';
import { waitFor } from './waiting.ts';

interface Row {
  readonly label: string;
  readonly said: string;
}

function labelOf({ label }: vscode.TreeItem): string {
  return (typeof label === 'string' ? label : label?.label) ?? '';
}

/** The rows of a tree, those below others included. Fails where a row has nothing to say. */
async function rowsOf<T>(provider: vscode.TreeDataProvider<T>, parent?: T): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const child of (await provider.getChildren(parent)) ?? []) {
    const item = await provider.getTreeItem(child);
    const label = labelOf(item);
    const said = item.accessibilityInformation?.label ?? assert.fail(`“${label}” is not said`);
    rows.push({ label, said }, ...(await rowsOf(provider, child)));
  }
  return rows;
}

describe('a screen reader', () => {
  let views: Api['views'];
  before(async () => {
    ({ views } = await apiOf(extensionUnderTest()));
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('corroborate.groupClaimsByOrder');
    await closeEditors();
  });

  it('says of every claim how it stands, and of every passage whether it agrees', async () => {
    const { claims } = views;
    await vscode.commands.executeCommand('corroborate.claims.focus');
    const report = await openReport();
    await diagnosticAt(report, '850', 'figure-mismatch');
    await waitFor('the claims', claims.provider.onDidChangeTreeData, () =>
      isAbout(claims, report) && claims.provider.counts.all > 20 ? true : null,
    );
    const ordered = await rowsOf(claims.provider);
    const saidOf = (label: RegExp): string =>
      ordered.find((row) => label.test(row.label))?.said ?? assert.fail(`a row with ${label}`);
    assert.match(saidOf(/^The week in four stories$/), /^The week in four stories\. \d+ of \d+ supported$/);
    assert.match(saidOf(/^about 850 soldiers/), /^Refuted\. about 850 soldiers.*not 850\.$/);
    assert.match(saidOf(/^169 people aboard/), /^Supported\. 169 people aboard/);
    assert.match(
      saidOf(/about 750 soldiers/),
      /^Says otherwise\. .*about 750 soldiers.* Concord Press Agency, 1 January 2020$/,
    );
    await vscode.commands.executeCommand('corroborate.groupClaimsByVerdict');
    const groups = (await rowsOf(claims.provider)).map(({ said }) => said);
    assert.match(groups[0] ?? '', /^Refuted\. \d+ claims$/);
  });

  it('says of every source its title, outlet, date and uses, and why a file was not read', async () => {
    const { sources } = views;
    const hollow = workspaceFile('corpus/hollow.txt');
    await writeText(hollow, '');
    try {
      await vscode.commands.executeCommand('corroborate.sources.focus');
      const report = await openReport();
      await diagnosticAt(report, '850', 'figure-mismatch');
      await waitFor('the sources', sources.provider.onDidChangeTreeData, () => {
        const { answer } = sources.provider;
        return answer !== undefined && answer.drafts > 0 && answer.unread.length > 0 ? true : null;
      });
      const said = (await rowsOf(sources.provider)).map((row) => row.said);
      const tear = said.find((each) => each.startsWith('Tear gas and tents'));
      assert.match(
        tear ?? '',
        /^Tear gas and tents as embassy stand-off in Baghdad enters second day, Concord Press Agency, 1 January 2020, \d+ claims/,
      );
      assert.ok(said.includes('Not read: 1 file'), said.join(' | '));
      assert.ok(
        said.some((each) => /^hollow\.txt, not read: ./.test(each)),
        said.join(' | '),
      );
    } finally {
      await vscode.workspace.fs.delete(hollow);
    }
  });
});
