/** Citations: in Markdown and in Pandoc’s style, taken back in one step, and of a whole draft after a look at it. */

import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import {
  closeEditors,
  diagnosticAt,
  openDraft,
  openReport,
  readText,
  workspaceFile,
  writeText,
} from './draft.ts';

const SENTENCE = 'In the referendum 53.7 percent of voters backed the Harbour Line.';

describe('citations', () => {
  before(async () => {
    // The articles are read once a draft is checked.
    await diagnosticAt(await openReport(), '850', 'figure-mismatch');
  });
  afterEach(closeEditors);

  it('become footnotes in Markdown, and one undo takes them back', async () => {
    const draft = await openDraft(`${SENTENCE}\n`);
    await cite(draft);
    assert.match(
      draft.getText(),
      /Harbour Line\.\[\^1\]\n\n\[\^1\]: .*\*Port Elwin Herald\*, 16 December 2019\./,
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(draft.getText(), `${SENTENCE}\n`);
  });

  it('become keys where the draft has references, and one undo takes key and entry back', async () => {
    const text = `---\nreferences:\n- id: x\n  title: T\n---\n\n${SENTENCE}\n`;
    const draft = await openDraft(text);
    await cite(draft);
    assert.match(
      draft.getText(),
      /\n- id: portelwinherald2019yes\n[\s\S]*Line \[@portelwinherald2019yes\]\.\n$/,
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(draft.getText(), text);
  });

  it('add an entry to the bibliography that the draft names', async () => {
    const file = workspaceFile('refs.bib');
    await writeText(file, '@misc{x,\n  title = {T}\n}\n');
    const draft = await openDraft(`---\nbibliography: refs.bib\n---\n\n${SENTENCE}\n`);
    await cite(draft);
    assert.match(draft.getText(), /Line \[@portelwinherald2019yes\]\.\n$/);
    const bibliography = await vscode.workspace.openTextDocument(file);
    assert.match(
      bibliography.getText(),
      /^@misc\{x,\n {2}title = \{T\}\n\}\n\n@article\{portelwinherald2019yes,\n/,
    );
    await bibliography.save();
    assert.equal(await readText(file), bibliography.getText());
  });

  it('are taken back in one step with the entry that they added', async () => {
    const { file, draft, text } = await openWithBibliography('undone');
    await cite(draft);
    const bibliography = await vscode.workspace.openTextDocument(file);
    assert.match(bibliography.getText(), /portelwinherald2019yes/);
    await vscode.commands.executeCommand('undo');
    assert.deepEqual([draft.getText(), bibliography.getText()], [text, ENTRY]);
  });

  it('are taken back with their entry though the bibliography was saved, where that is open', async () => {
    const { file, draft, text } = await openWithBibliography('open');
    const bibliography = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(bibliography, vscode.ViewColumn.Two);
    await vscode.window.showTextDocument(draft, vscode.ViewColumn.One);
    await cite(draft);
    assert.ok(await bibliography.save());
    assert.match(await readText(file), /portelwinherald2019yes/);
    await vscode.commands.executeCommand('undo');
    assert.deepEqual([draft.getText(), bibliography.getText()], [text, ENTRY]);
  });

  it('share the entry of a bibliography that is not saved yet', async () => {
    const { file, draft } = await openWithBibliography('unsaved', `${SENTENCE}\n\n${SENTENCE}\n`);
    await cite(draft);
    await cite(draft, draft.getText().lastIndexOf('53.7'));
    assert.equal(draft.getText().match(/\[@portelwinherald2019yes\]/g)?.length, 2);
    const bibliography = await vscode.workspace.openTextDocument(file);
    assert.ok(bibliography.isDirty);
    assert.equal(bibliography.getText().match(/portelwinherald2019yes/g)?.length, 1);
  });

  it('of a whole draft are shown before they are made', async () => {
    const text = `${SENTENCE}\n`;
    const draft = await openDraft(text);
    await cited(draft);
    let isOver = false;
    const citing = vscode.commands.executeCommand('corroborate.citeDraft').then(() => {
      isOver = true;
    });
    // The preview waits for its buttons; the command is that of the first, and does nothing until it is there.
    while (!isOver) await vscode.commands.executeCommand('refactorPreview.apply');
    await citing;
    assert.match(draft.getText(), /Harbour Line\.\[\^1\]\n\n\[\^1\]: /);
    await vscode.commands.executeCommand('undo');
    assert.equal(draft.getText(), text);
  });
});

const ENTRY = '@misc{x,\n  title = {T}\n}\n';

/** A draft that names a bibliography with one entry, which is not open. */
async function openWithBibliography(name: string, body = `${SENTENCE}\n`) {
  const file = workspaceFile(`${name}.bib`);
  await writeText(file, ENTRY);
  const text = `---\nbibliography: ${name}.bib\n---\n\n${body}`;
  return { file, draft: await openDraft(text), text };
}

/** Waits until the draft is checked, and does what the editor does when “Cite …” is chosen. */
async function cite(document: vscode.TextDocument, at?: number): Promise<void> {
  const { edit } = await cited(document, at);
  assert.ok(edit);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** The action for the figure at an offset, by default the first; the server answers once the draft is checked. */
async function cited(
  document: vscode.TextDocument,
  at = document.getText().indexOf('53.7'),
): Promise<vscode.CodeAction> {
  const position = document.positionAt(at);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(position, position),
  );
  const found = actions.find(({ title }) => title === 'Cite Port Elwin Herald, 16 December 2019');
  return found ?? assert.fail(`no citation among ${actions.map(({ title }) => title).join(' | ')}`);
}
