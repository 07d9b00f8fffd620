/** A desk for tests of citations: two articles, an editor that can apply every kind of edit, and the files after one. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { TestContext } from 'node:test';
import {
  type CodeAction,
  CodeActionRequest,
  CreateFile,
  TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Editor, FULL, startEditor } from './editor.ts';
import { createWorkspace, VALLEY, type Workspace } from './workspace.ts';

const CLIENT = {
  ...FULL,
  textDocument: {
    ...FULL.textDocument,
    completion: { completionItem: { documentationFormat: ['markdown' as const, 'plaintext' as const] } },
  },
  workspace: {
    ...FULL.workspace,
    applyEdit: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create' as const],
      changeAnnotationSupport: {},
    },
  },
};

/** Another paper on the same flood, and on something that the first does not tell. */
export const WIRE = `---
title: Dam holds above the Harrow valley
outlet: Gulf Wire
date: 2021-03-10
url: https://example.com/dam
---

The dam above the Harrow valley held back 40 million tonnes of water.
“We never had so much water in the valley,” said the mayor, Ann Reyes.
`;

export const HOUSES = 'The water destroyed 62 houses in Lower Marsh.';

export interface Desk {
  readonly workspace: Workspace;
  readonly editor: Editor;
}

export async function openDesk(
  t: TestContext,
  files: Readonly<Record<string, string | Uint8Array>> = {},
  settings: unknown = null,
): Promise<Desk> {
  const workspace = await createWorkspace(t, {
    'corpus/valley.md': VALLEY,
    'corpus/wire.md': WIRE,
    ...files,
  });
  const editor = await startEditor({
    capabilities: CLIENT,
    folders: [workspace.path],
    settings: () => settings,
  });
  t.after(editor.stop);
  return { workspace, editor };
}

export function positionOf(text: string, words: string, behind = 0) {
  return TextDocument.create('', '', 0, text).positionAt(text.indexOf(words) + behind);
}

export async function actionsAt({ editor }: Desk, uri: string, text: string, words: string, only?: string[]) {
  const range = { start: positionOf(text, words), end: positionOf(text, words, words.length) };
  const context = { diagnostics: [], ...(only !== undefined && { only }) };
  const answer =
    (await editor.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context,
    })) ?? [];
  return answer.filter((action): action is CodeAction => typeof action.command !== 'string');
}

/** The files after an edit, by their URI. Applying it is what an editor does in one step that is undone in one. */
export async function applied(edit: WorkspaceEdit | undefined, open: Readonly<Record<string, string>>) {
  const texts: Record<string, string> = { ...open };
  for (const change of edit?.documentChanges ?? []) {
    if (CreateFile.is(change)) texts[change.uri] = '';
    else {
      assert.ok(TextDocumentEdit.is(change));
      const { uri } = change.textDocument;
      const text = texts[uri] ?? (await readFile(new URL(uri), 'utf8'));
      const edits = change.edits.filter((each) => 'newText' in each);
      texts[uri] = TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits);
    }
  }
  return texts;
}

/** What “Cite Harrow Valley Post” makes of the sentence about the houses. */
export async function citedBy(desk: Desk, name: string, language: string, text: string) {
  const uri = await desk.editor.open(desk.workspace.at(name), text, language);
  const actions = await actionsAt(desk, uri, text, '62');
  const action = actions.find(({ title }) => title === 'Cite Harrow Valley Post, 9 March 2021');
  assert.ok(action, actions.map(({ title }) => title).join(' | '));
  return { uri, texts: await applied(action.edit, { [uri]: text }) };
}
