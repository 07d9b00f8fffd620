/** Our own requests: check a draft now, list its articles. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ArticleItem, StatusParams } from '../../server/src/lsp/protocol.ts';
import { BARE, FULL, startEditor, uriOf } from './editor.ts';
import { createWorkspace, DRAFT, VALLEY } from './workspace.ts';

describe('our own requests', { timeout: 30_000 }, () => {
  it('check a draft now, with articles that nobody told of', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/other.md': 'Nothing of note happened.\n' });
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path] });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    assert.deepEqual(await editor.diagnostics(uri), []);
    await workspace.write('corpus/valley.md', VALLEY);
    const status: StatusParams = await editor.connection.sendRequest('corroborate/checkDraft', { uri });
    assert.deepEqual(status, {
      uri,
      version: 1,
      state: 'checked',
      text: '2 claims: 1 supported, 1 refuted',
      detail: '2 articles read',
      counts: { claims: 2, supported: 1, refuted: 1, ignored: 0, conflicting: 0, notFound: 0, verified: 0 },
    });
    const none: unknown = await editor.connection.sendRequest('corroborate/checkDraft', {
      uri: 'file:///none.md',
    });
    assert.equal(none, null);
  });

  it('list the articles, newest first', async (t) => {
    const workspace = await createWorkspace(t, {
      'corpus/valley.md': VALLEY,
      'corpus/undated.txt': 'A note without a date says little.\n',
      'corpus/2021-04-01.txt': 'The valley is dry again.\n',
    });
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path] });
    t.after(editor.stop);
    for (const uri of [null, uriOf(workspace.at('draft.md'))]) {
      const items: ArticleItem[] = await editor.connection.sendRequest('corroborate/articles', { uri });
      assert.deepEqual(
        items.map(({ title, outlet, published }) => [title, outlet, published]),
        [
          ['The valley is dry again.', null, '1 April 2021'],
          ['Volunteers leave for the flooded valley', 'Harrow Valley Post', '9 March 2021'],
          ['A note without a date says little.', null, null],
        ],
      );
      assert.equal(items[1]?.uri, uriOf(workspace.at('corpus/valley.md')));
    }
  });

  it('tell no status to a client that did not ask for it', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const editor = await startEditor({ capabilities: BARE, folders: [workspace.path] });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    await editor.published.first((event) => event.uri === uri);
    await editor.connection.sendRequest('corroborate/checkDraft', { uri });
    assert.deepEqual(editor.statuses.all, []);
  });
});
