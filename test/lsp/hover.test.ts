/** Hovers over the protocol: what the articles say of a claim, in which their words are never markup. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HoverRequest, MarkupContent } from 'vscode-languageserver-protocol/node';
import { type Editor, FULL, startEditor, uriOf } from './editor.ts';
import { createWorkspace, DRAFT, VALLEY } from './workspace.ts';

/** The text of the hover over `words` of `text`, or null. */
async function hoverOver(editor: Editor, uri: string, text: string, words: string): Promise<string | null> {
  const before = text.slice(0, text.indexOf(words)).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const hover = await editor.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  if (hover === null) return null;
  assert.ok(MarkupContent.is(hover.contents));
  return hover.contents.value;
}

describe('hover', { timeout: 30_000 }, () => {
  it('tells the verdict and shows the passage with a link to its line', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path] });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    const text = (await hoverOver(editor, uri, DRAFT, '850')) ?? '';
    assert.match(text, /^\*\*Refuted\*\*: /);
    assert.match(
      text,
      /> The council is sending \*\*about 750\*\* volunteers|> The council is sending about \*\*750\*\*/,
    );
    const link = `(<${uriOf(workspace.at('corpus/valley.md'))}#L8>)`;
    assert.ok(
      text.includes(`> [Volunteers leave for the flooded valley]${link} · Harrow Valley Post · 9 March 2021`),
    );
    assert.match(text, /\[About figure-mismatch\]\(<https:/);
  });

  it('shows the passage of a supported claim too', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path] });
    t.after(editor.stop);
    const draft = DRAFT.replace('850', '750');
    const uri = await editor.open(workspace.at('draft.md'), draft);
    const text = await hoverOver(editor, uri, draft, '750');
    assert.match(text ?? '', /^\*\*Supported\*\*/);
    assert.match(text ?? '', /Harrow Valley Post/);
    assert.equal(await hoverOver(editor, uri, draft, 'council'), null);
  });

  it('never reads what an article says as markup', async (t) => {
    const hostile = VALLEY.replace(
      'about 750 volunteers',
      'about 750 volunteers [here](command:workbench.action.quit) <img src=y> `z`',
    )
      .replace('title: Volunteers', 'title: "](command:evil) Volunteers')
      .replace('outlet: Harrow', 'outlet: ![x](https://evil.example/x.png) Harrow');
    const workspace = await createWorkspace(t, { 'corpus/valley.txt': hostile });
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path] });
    t.after(editor.stop);
    const draft = DRAFT.replace('850', '750');
    const uri = await editor.open(workspace.at('draft.md'), draft);
    const text = (await hoverOver(editor, uri, draft, '750')) ?? '';
    assert.ok(text.includes('volunteers \\[here\\](command:workbench.action.quit) '), text);
    assert.ok(text.includes('\\<img src=y\\> \\`z\\`'), text);
    assert.ok(text.includes('· !\\[x\\](https\\://evil.example/x.png) Harrow'), text);
    assert.ok(text.includes('["&#93;(command:evil) Volunteers'), text);
  });

  it('is plain text for a client that shows no Markdown', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const capabilities = { textDocument: { hover: { contentFormat: ['plaintext' as const] } } };
    const editor = await startEditor({ capabilities, folders: [workspace.path] });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    const text = await hoverOver(editor, uri, DRAFT, '850');
    assert.match(text ?? '', /^Refuted: /);
    assert.doesNotMatch(text ?? '', /\*\*|\\/);
  });
});
