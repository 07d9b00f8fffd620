/** Formats: evidence from a file without lines opens as a read-only text at the passage, and leads on to the original. */

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { makeDocx } from '../../unit/corpus/makeDocx.ts';
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
const FLOCK = 'Farmers below Garn Brow sheared 415 ewes on Tuesday, the shepherds said.';
const OTHER = 'It rained all day, and nobody was seen outside.';

describe('evidence from files without lines', () => {
  afterEach(async () => {
    await closeEditors();
    const remove = (name: string): Thenable<void> =>
      vscode.workspace.fs.delete(workspaceFile(`corpus/${name}`));
    await Promise.allSettled(
      ['tunnel.pdf', 'flock.jsonl', 'herd.jsonl', 'jetty.docx', 'weir.zip'].map(remove),
    );
  });

  it('opens as a read-only text, with the page in the title and the passage selected', async () => {
    const file = workspaceFile('corpus/tunnel.pdf');
    const pdf = await makePdf({ pages: [[[50, 700, OTHER]], [[50, 700, TUNNEL]]] });
    await vscode.workspace.fs.writeFile(file, pdf);
    const { draft, editor } = await goToEvidence(
      'The tunnel below Cairn Sound cost £84 million to build.',
      '84',
      'tunnel.pdf',
    );
    const { document, selection } = editor;
    assert.equal(document.uri.scheme, 'corroborate-article');
    assert.match(document.uri.path, /tunnel\.pdf, page 2 \(text\)$/);
    assert.equal(document.languageId, 'plaintext');
    assert.equal(document.getText(), `${OTHER}\n\n${TUNNEL}`);
    // Going to a definition sets the cursor before what it leads to, and selects nothing.
    const { start, end } = rangeOf(document, '£48 million');
    assert.deepEqual(selection, new vscode.Selection(start, start));
    const [link] = await definitionsOf(draft, '84');
    assert.ok(link?.targetSelectionRange !== undefined);
    assert.deepEqual(document.getText(link.targetRange), TUNNEL);
    await vscode.commands.executeCommand('corroborate.openPassage', {
      uri: link.targetUri,
      range: link.targetRange,
      selection: link.targetSelectionRange,
    });
    assert.equal(activeEditor().document, document);
    assert.deepEqual(activeEditor().selection, new vscode.Selection(start, end));
  });

  it('cannot be typed into', async () => {
    await writeText(workspaceFile('corpus/flock.jsonl'), JSON.stringify({ text: FLOCK }));
    const { draft, editor } = await goToEvidence(
      'Farmers below Garn Brow sheared 451 ewes on Tuesday.',
      '451',
      'flock.jsonl',
    );
    await vscode.commands.executeCommand('type', { text: 'x' });
    assert.equal(editor.document.getText(), FLOCK);
    assert.equal(editor.document.isDirty, false);
    // In the draft the same key writes.
    await vscode.window.showTextDocument(draft);
    await vscode.commands.executeCommand('type', { text: 'x' });
    assert.equal(draft.isDirty, true);
  });

  it('leads to the original, at its line where the editor can show it', async () => {
    const file = workspaceFile('corpus/herd.jsonl');
    await writeText(file, [OTHER, HERD].map((text) => JSON.stringify({ text })).join('\n'));
    const { editor } = await goToEvidence(
      'Shepherds on Ballard Reach counted 231 sheep after the storm.',
      '231',
      'herd.jsonl',
    );
    assert.match(editor.document.uri.path, /herd\.jsonl, line 2 \(text\)$/);
    await vscode.commands.executeCommand('corroborate.openOriginal', editor.document.uri);
    assert.equal(activeEditor().document.uri.toString(), file.toString());
    assert.deepEqual(activeEditor().selection, new vscode.Selection(1, 0, 1, 0));
  });

  for (const [name, title, make] of [
    [
      'tunnel.pdf',
      /tunnel\.pdf, page 1 \(text\)$/,
      (text: string) => makePdf({ pages: [[[50, 700, text]]] }),
    ],
    ['jetty.docx', /jetty\.docx \(text\)$/, async (text: string) => makeDocx({ paragraphs: [text] })],
    ['weir.zip', /weir\.zip: weir\.txt \(text\)$/, async (text: string) => zipped('weir.txt', text)],
  ] as const)
    it(`leads to the original in a program of its own, else in the editor: ${name}`, async () => {
      const file = workspaceFile(`corpus/${name}`);
      const thing = `The ${name.slice(0, name.indexOf('.'))} of Ballard Quay`;
      await vscode.workspace.fs.writeFile(file, await make(`${thing} is 48 metres long.`));
      const { editor } = await goToEvidence(`${thing} is 84 metres long.`, '84', name);
      const { uri } = editor.document;
      assert.match(uri.path, title);
      const opened: string[] = [];
      const openWith = async (answer: boolean): Promise<void> => {
        await vscode.commands.executeCommand('corroborate.openOriginal', uri, async (given: vscode.Uri) => {
          opened.push(given.toString());
          return answer;
        });
      };
      await openWith(true);
      assert.deepEqual(opened, [file.toString()]);
      assert.equal(activeTab()?.label, editorLabel(uri));
      await openWith(false);
      assert.deepEqual(opened, [file.toString(), file.toString()]);
      await waitFor('the file in the editor', vscode.window.tabGroups.onDidChangeTabs, () =>
        activeTab()?.label === name ? true : null,
      );
    });
});

/** An archive with one member. */
function zipped(name: string, text: string): Uint8Array {
  return zipSync({ [name]: strToU8(text) });
}

function activeEditor(): vscode.TextEditor {
  return vscode.window.activeTextEditor ?? assert.fail('an editor is shown');
}

function activeTab(): vscode.Tab | undefined {
  return vscode.window.tabGroups.activeTabGroup.activeTab;
}

/** What the tab of a document is called. */
function editorLabel({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

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

/** What bears on a claim, best first. */
async function definitionsOf(
  draft: vscode.TextDocument,
  words: string,
): Promise<readonly vscode.LocationLink[]> {
  return vscode.commands.executeCommand<vscode.LocationLink[]>(
    'vscode.executeDefinitionProvider',
    draft.uri,
    rangeOf(draft, words).start,
  );
}

/** The document that refutes a claim. */
async function definitionOf(draft: vscode.TextDocument, words: string): Promise<vscode.Uri> {
  const [first] = await definitionsOf(draft, words);
  return first?.targetUri ?? assert.fail('there is a definition');
}

/** Opens a draft that is wrong and goes to what refutes it, once the article of that name is known. */
async function goToEvidence(
  claim: string,
  figure: string,
  article: string,
): Promise<{ readonly draft: vscode.TextDocument; readonly editor: vscode.TextEditor }> {
  const draft = await openDraft(`${claim}\n`);
  await waitForDiagnostics(
    `what ${article} says`,
    draft,
    (diagnostics) => diagnostics.find(({ message }) => message.startsWith(article)) ?? null,
  );
  const { start } = rangeOf(draft, figure);
  await vscode.window.showTextDocument(draft, { selection: new vscode.Range(start, start) });
  await vscode.commands.executeCommand('editor.action.revealDefinition');
  const editor = await waitFor('the text of the article', vscode.window.onDidChangeActiveTextEditor, () => {
    const { activeTextEditor } = vscode.window;
    return activeTextEditor?.document.uri.scheme === 'corroborate-article' ? activeTextEditor : null;
  });
  return { draft, editor };
}
