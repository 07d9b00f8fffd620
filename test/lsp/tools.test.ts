/** The tools for assistants over the language server: the same answers as by MCP. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FULL, startEditor, uriOf } from './editor.ts';
import { createWorkspace, DRAFT, VALLEY } from './workspace.ts';

describe('the tools of the server', { timeout: 30_000 }, () => {
  it('answer from the articles of the document that is named', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path] });
    t.after(editor.stop);
    const ask = (name: string, input: unknown, uri: string | null): Promise<unknown> =>
      editor.connection.sendRequest('corroborate/tool', { name, input, uri });
    const folder = uriOf(workspace.path);
    for (const uri of [folder, uriOf(workspace.at('draft.md')), null]) {
      const answer = JSON.stringify(await ask('check_text', { text: DRAFT }, uri));
      assert.match(answer, /"state":"answered"/);
      assert.match(answer, /refuted \(figure-mismatch\)/);
    }
    const sources = JSON.stringify(await ask('find_sources', { query: DRAFT }, folder));
    assert.match(sources, /valley\.md \d+–\d+/);
  });

  it('refuse in words what they cannot answer', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY, 'none/note.md': '' });
    const settings = (scope: string | undefined) => (scope?.endsWith('none') ? { corpus: ['nothing'] } : {});
    const folders = [workspace.path, workspace.at('none')];
    const editor = await startEditor({ capabilities: FULL, folders, settings });
    t.after(editor.stop);
    const ask = (name: string, input: unknown, uri: string): Promise<unknown> =>
      editor.connection.sendRequest('corroborate/tool', { name, input, uri });
    const folder = uriOf(workspace.path);
    const reasons = [
      [await ask('write_text', {}, folder), /no tool write_text/],
      [await ask('check_text', { text: 7 }, folder), /check_text: /],
      [await ask('get_passage', { article: 'none.md' }, folder), /no article with the id/],
      [await ask('check_text', { text: 'One of 3.' }, uriOf(workspace.at('none'))), /no source articles/],
    ] as const;
    for (const [answer, reason] of reasons) {
      assert.match(JSON.stringify(answer), /"state":"refused"/);
      assert.match(JSON.stringify(answer), reason);
    }
  });
});
