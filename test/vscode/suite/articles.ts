/** Articles: one that is added, changed or removed while a draft is open changes what the draft is told. */

import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeEditors, openDraft, waitForDiagnostics, workspaceFile, writeText } from './draft.ts';

const DRAFT = '# Fennick Head\n\nThe lighthouse at Fennick Head was built in two years by 241 workers.\n';

describe('articles', () => {
  afterEach(closeEditors);

  it('are watched: added, changed and removed ones re-check the open draft', async () => {
    const draft = await openDraft(DRAFT);
    const article = workspaceFile('corpus/fennick-head.md');
    await writeText(article, articleWith('214'));
    await waitUntilTold(draft, '214');
    await writeText(article, articleWith('241'));
    await waitUntilNotTold(draft, '214');
    await writeText(article, articleWith('214'));
    await waitUntilTold(draft, '214');
    await vscode.workspace.fs.delete(article);
    await waitUntilNotTold(draft, '214');
  });
});

function articleWith(workers: string): string {
  const matter = '---\ntitle: How Fennick Head got its light\noutlet: Concord Press\ndate: 2020-01-02\n---\n';
  return `${matter}\nThe lighthouse at Fennick Head was built in two years by ${workers} workers, the records show.\n`;
}

async function waitUntilTold(draft: vscode.TextDocument, figure: string): Promise<void> {
  await waitForDiagnostics(`a diagnostic that names ${figure}`, draft, (diagnostics) =>
    diagnostics.some(({ message }) => message.includes(figure)) ? true : null,
  );
}

async function waitUntilNotTold(draft: vscode.TextDocument, figure: string): Promise<void> {
  await waitForDiagnostics(`no diagnostic that names ${figure}`, draft, (diagnostics) =>
    diagnostics.every(({ message }) => !message.includes(figure)) ? true : null,
  );
}
