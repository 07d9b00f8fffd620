/** Quick fixes over the protocol: their order, and what the draft is like once one is applied. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type CodeAction,
  CodeActionRequest,
  DefinitionRequest,
  ExecuteCommandRequest,
  LocationLink,
  type Range,
  ShowDocumentRequest,
  TextDocumentEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { StatusParams } from '../../server/src/lsp/protocol.ts';
import { BARE, type Editor, FULL, startEditor, uriOf } from './editor.ts';
import { createWorkspace, DRAFT, VALLEY } from './workspace.ts';

/** Where `words` stand in `text`. */
function rangeOf(text: string, words: string): Range {
  const document = TextDocument.create('', '', 0, text);
  const start = text.indexOf(words);
  return { start: document.positionAt(start), end: document.positionAt(start + words.length) };
}

async function actionsAt(editor: Editor, uri: string, range: Range): Promise<CodeAction[]> {
  const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
  const actions = (await editor.connection.sendRequest(CodeActionRequest.type, params)) ?? [];
  return actions.filter(
    (action): action is CodeAction => !('command' in action && typeof action.command === 'string'),
  );
}

/** The draft with the action's edit applied, which must be for `version`. */
function applied(text: string, action: CodeAction | undefined, version: number): string {
  const [change] = action?.edit?.documentChanges ?? [];
  assert.ok(TextDocumentEdit.is(change), `${action?.title} edits the draft`);
  assert.equal(change.textDocument.version, version);
  const edits = change.edits.filter((edit) => 'newText' in edit);
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits);
}

describe('quick fixes', { timeout: 30_000 }, () => {
  it('correct, cite, open and ignore, in this order', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path] });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    const [correct, cite, open, ignore, ...others] = await actionsAt(editor, uri, rangeOf(DRAFT, '850'));
    assert.deepEqual(others, []);
    assert.equal(correct?.isPreferred, true);
    assert.equal(applied(DRAFT, correct, 1), DRAFT.replace('850', '750'));
    for (const action of [correct, cite, open, ignore]) {
      assert.match(action?.kind ?? '', /^quickfix(?:\.cite)?$/);
      assert.equal(action?.diagnostics?.[0]?.code, 'figure-mismatch');
    }

    assert.equal(cite?.title, 'Change to 750 and cite Harrow Valley Post, 9 March 2021');
    const cited = applied(DRAFT, cite, 1);
    assert.match(cited, /about 750 volunteers to the flooded Harrow valley\.\[\^1\]\nThe water/);
    const note =
      '[^1]: Volunteers leave for the flooded valley. *Harrow Valley Post*, 9 March 2021. <https://example.org/valley>';
    assert.ok(cited.endsWith(`Lower Marsh.\n\n${note}\n`), cited);

    const shown = new Promise((resolve) => {
      editor.connection.onRequest(ShowDocumentRequest.type, (params) => {
        resolve(params);
        return { success: true };
      });
    });
    assert.ok(open?.command);
    await editor.connection.sendRequest(ExecuteCommandRequest.type, open.command);
    const selection = rangeOf(VALLEY, 'about 750');
    assert.deepEqual(await shown, {
      uri: uriOf(workspace.at('corpus/valley.md')),
      selection,
      takeFocus: true,
    });

    const ignored = applied(DRAFT, ignore, 1);
    await editor.change(uri, 2, [{ text: ignored }]);
    assert.deepEqual(await editor.diagnostics(uri), []);
    const status: StatusParams = await editor.connection.sendRequest('corroborate/checkDraft', { uri });
    assert.equal(status.text, '2 claims: 1 supported, 1 ignored');
  });

  it('cite the same article twice with one footnote', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path] });
    t.after(editor.stop);
    const draft = DRAFT.replace('850', '750').replace('valley.\n', 'valley.\n\n');
    const uri = await editor.open(workspace.at('draft.md'), draft);
    const cite = (action: CodeAction): boolean => action.title.startsWith('Cite ');
    const first = await actionsAt(editor, uri, rangeOf(draft, '750'));
    assert.deepEqual(
      first.map(({ kind }) => kind),
      ['refactor.cite', 'refactor'],
      'no problem, so no quick fix',
    );
    const once = applied(draft, first.find(cite), 1);
    await editor.change(uri, 2, [{ text: once }]);
    assert.equal((await actionsAt(editor, uri, rangeOf(once, '750'))).find(cite), undefined, 'cited already');
    const second = await actionsAt(editor, uri, rangeOf(once, '62'));
    const twice = applied(once, second.find(cite), 2);
    assert.match(twice, /Lower Marsh\.\[\^1\]\n/);
    assert.equal(twice.split('[^1]:').length, 2, 'one footnote');
  });

  it('are left out for a client that knows only commands, and edits are plain for one without versions', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const bare = await startEditor({ capabilities: BARE, folders: [workspace.path] });
    t.after(bare.stop);
    assert.equal(bare.initialized.capabilities.codeActionProvider, undefined);
    const codeAction = FULL.textDocument?.codeAction;
    const simple = await startEditor({
      capabilities: { textDocument: { ...(codeAction && { codeAction }) } },
      folders: [workspace.path],
    });
    t.after(simple.stop);
    const uri = await simple.open(workspace.at('draft.md'), DRAFT);
    const [correct] = await actionsAt(simple, uri, rangeOf(DRAFT, '850'));
    assert.deepEqual(correct?.edit, {
      changes: { [uri]: [{ range: rangeOf(DRAFT, '850'), newText: '750' }] },
    });
  });
});

describe('go to definition', { timeout: 30_000 }, () => {
  it('leads from a claim to its passage', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path] });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    const at = rangeOf(DRAFT, '850');
    const found = await editor.connection.sendRequest(DefinitionRequest.type, {
      textDocument: { uri },
      position: { line: at.start.line, character: at.start.character + 1 },
    });
    const [link] = Array.isArray(found) ? found : [];
    assert.ok(LocationLink.is(link));
    assert.deepEqual(link.originSelectionRange, at);
    assert.equal(link.targetUri, uriOf(workspace.at('corpus/valley.md')));
    assert.deepEqual(link.targetSelectionRange, rangeOf(VALLEY, 'about 750'));
    assert.equal(link.targetRange.start.line, link.targetSelectionRange.start.line);
  });

  it('gives plain locations to a client without links', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const editor = await startEditor({ capabilities: BARE, folders: [workspace.path] });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    const position = rangeOf(DRAFT, '850').start;
    const found = await editor.connection.sendRequest(DefinitionRequest.type, {
      textDocument: { uri },
      position,
    });
    assert.deepEqual(found, [
      { uri: uriOf(workspace.at('corpus/valley.md')), range: rangeOf(VALLEY, 'about 750') },
    ]);
  });
});
