/** A desk: a workspace with one article, and an editor in which drafts are opened. */

import type { TestContext } from 'node:test';
import type { ClientCapabilities, Position } from 'vscode-languageserver-protocol/node';
import { type Editor, FULL, startEditor } from './editor.ts';
import { createWorkspace, VALLEY, type Workspace } from './workspace.ts';

/** One wrong figure, 850 for 750, and a right one in a section of its own. */
export const REPORT = `# The flood

The council is sending about 850 volunteers to the flooded Harrow valley.

## Houses

The water destroyed 62 houses in Lower Marsh.

## Thanks

Nothing to count here.
`;

/** A draft without headings that rests on the same article. */
export const SECOND = 'In Lower Marsh the water destroyed 62 houses, the council said.\n';

/** A client that shows trees of symbols and asks for lenses again when it is told to. */
export const TREE: ClientCapabilities = {
  ...FULL,
  textDocument: { ...FULL.textDocument, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
  workspace: { ...FULL.workspace, codeLens: { refreshSupport: true } },
};

export interface Desk {
  readonly workspace: Workspace;
  readonly editor: Editor;
}

/** The article is `corpus/valley.md`. */
export async function openDesk(
  t: TestContext,
  capabilities: ClientCapabilities,
  initializationOptions: object = {},
): Promise<Desk> {
  const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
  const folders = [workspace.path];
  const editor = await startEditor({ capabilities, folders, params: { initializationOptions } });
  t.after(editor.stop);
  return { workspace, editor };
}

/** Opens a draft that is also on disk. */
export async function openFile({ workspace, editor }: Desk, way: string, text: string): Promise<string> {
  return editor.open(await workspace.write(way, text), text);
}

/** Where `words` begin in `text`. */
export function at(text: string, words: string): Position {
  const before = text.slice(0, text.indexOf(words)).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** The words at a place of a one-line range of `text`. */
export function wordsAt(text: string, range: { start: Position; end: Position }): string {
  return text.split('\n')[range.start.line]?.slice(range.start.character, range.end.character) ?? '';
}
