/** Formats: evidence from a file without lines opens as a read-only text at the passage, and leads on to the original. */

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { makePdf } from '../../unit/corpus/makePdf.ts';
import {
  closeEditors,
  diagnosticAt,
  openDraft,
  openFile,
  rangeOf,
  waitForDiagnostics,
  workspaceFile,
  writeText,
} from './draft.ts';
import { waitFor } from './waiting.ts';

/** Each test has a fact of its own: an article that was removed may be known a moment longer. */
const TUNNEL = 'The tunnel below Cairn Sound cost £48 million to build, the council said.';
const HERD = 'Shepherds on Ballard Reach counted 312 sheep after the storm, the farmers said.';
const OTHER = 'It rained all day, and nobody was seen outside.';

describe('evidence from files without lines', () => {
  afterEach(async () => {
    await closeEditors();
    const remove = (name: string): Thenable<void> =>
      vscode.workspace.fs.delete(workspaceFile(`corpus/${name}`));
    await Promise.allSettled(['tunnel.pdf', 'herd.jsonl'].map(remove));
  });

  it('opens as a read-only text, with the page in the title and the passage selected', async () => {
    const file = workspaceFile('corpus/tunnel.pdf');
    const pdf = await makePdf({ pages: [[[50, 700, OTHER]], [[50, 700, TUNNEL]]] });
    await vscode.workspace.fs.writeFile(file, pdf);
    const editor = await goToEvidence(
      'The tunnel below Cairn Sound cost £84 million to build.',
      '84',
      'tunnel.pdf',
    );
    const { document, selection } = editor;
    assert.equal(document.uri.scheme, 'corroborate-article');
    assert.match(document.uri.path, /tunnel\.pdf, page 2 \(text\)$/);
    assert.equal(document.languageId, 'plaintext');
    assert.equal(document.getText(), `${OTHER}\n\n${TUNNEL}`);
    assert.match(document.lineAt(selection.start.line).text, /48 million/);
    assert.notEqual(vscode.workspace.fs.isWritableFileSystem(document.uri.scheme), true);
  });

  it('leads to the original, at its line where the editor can show it', async () => {
    const file = workspaceFile('corpus/herd.jsonl');
    await writeText(file, [OTHER, HERD].map((text) => JSON.stringify({ text })).join('\n'));
    const { document } = await goToEvidence(
      'Shepherds on Ballard Reach counted 231 sheep after the storm.',
      '231',
      'herd.jsonl',
    );
    assert.match(document.uri.path, /herd\.jsonl, line 2 \(text\)$/);
    await vscode.commands.executeCommand('corroborate.openOriginal', document.uri);
    const { activeTextEditor } = vscode.window;
    assert.equal(activeTextEditor?.document.uri.toString(), file.toString());
    assert.equal(activeTextEditor?.selection.start.line, 1);
  });
});

describe('an article that is open', () => {
  afterEach(async () => {
    await closeEditors();
    const remove = (name: string): Thenable<void> =>
      vscode.workspace.fs.delete(workspaceFile(`corpus/${name}`));
    await Promise.allSettled(['light.md', 'belfry.jsonl'].map(remove));
  });

  for (const [name, tower, asFile] of [
    ['light.md', 'The light of Ballard Head', (text: string): string => text],
    ['belfry.jsonl', 'The belfry of Lower Ness', (text: string): string => JSON.stringify({ text })],
  ] as const)
    it(`follows its file: ${name}`, async () => {
      const file = workspaceFile(`corpus/${name}`);
      const article = (figure: string): string => `${asFile(`${tower} is ${figure} metres high.`)}\n`;
      // As another program writes it, behind the back of the editor.
      await writeFile(file.fsPath, article('41'));
      const draft = await openDraft(`${tower} is 14 metres high.\n`);
      await diagnosticAt(draft, '14', 'figure-mismatch');
      const opened = await definitionOf(draft, '14');
      const shown = await openFile(opened);
      assert.match(shown.getText(), /41 metres/);
      await writeFile(file.fsPath, article('43'));
      await waitFor('the text of the file', vscode.workspace.onDidChangeTextDocument, () =>
        shown.getText().includes('43 metres') ? true : null,
      );
    });
});

/** What refutes a claim. */
async function definitionOf(draft: vscode.TextDocument, words: string): Promise<vscode.Uri> {
  const [first] = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    draft.uri,
    rangeOf(draft, words).start,
  );
  assert.ok(first, 'there is a definition');
  return 'targetUri' in first ? first.targetUri : first.uri;
}

/** Opens a draft that is wrong and goes to what refutes it, once the article of that name is known. */
async function goToEvidence(claim: string, figure: string, article: string): Promise<vscode.TextEditor> {
  const draft = await openDraft(`${claim}\n`);
  await waitForDiagnostics(
    `what ${article} says`,
    draft,
    (diagnostics) => diagnostics.find(({ message }) => message.startsWith(article)) ?? null,
  );
  const { start } = rangeOf(draft, figure);
  await vscode.window.showTextDocument(draft, { selection: new vscode.Range(start, start) });
  await vscode.commands.executeCommand('editor.action.revealDefinition');
  return waitFor('the text of the article', vscode.window.onDidChangeActiveTextEditor, () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.scheme === 'corroborate-article' ? editor : null;
  });
}
