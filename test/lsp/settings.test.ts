/** Settings and folders: where the articles are, and what is reported. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DidChangeConfigurationNotification } from 'vscode-languageserver-protocol/node';
import { BARE, FULL, startEditor } from './editor.ts';
import { createWorkspace, DRAFT, VALLEY } from './workspace.ts';

describe('settings', { timeout: 30_000 }, () => {
  it('name folders and globs of articles', async (t) => {
    const workspace = await createWorkspace(t, {
      'sources/2021/valley.txt': VALLEY,
      'sources/2021/valley.md': VALLEY.replace('750', '850'),
    });
    const settings = () => ({ corpus: ['sources/**/*.txt'] });
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path], settings });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    assert.equal((await editor.diagnostics(uri))[0]?.code, 'figure-mismatch');
  });

  it('hold from the moment they change', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    let current: unknown = {};
    const editor = await startEditor({
      capabilities: FULL,
      folders: [workspace.path],
      settings: () => current,
    });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    assert.equal((await editor.diagnostics(uri))[0]?.severity, 2);
    const change = async (next: unknown): Promise<void> => {
      current = next;
      const before = editor.refreshes.all.length;
      await editor.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
      await editor.refreshes.first(() => true, before);
    };
    await change({ severity: { 'figure-mismatch': 'error' } });
    assert.equal((await editor.diagnostics(uri))[0]?.severity, 1);
    await change({ severity: { 'figure-mismatch': 'off' } });
    assert.deepEqual(await editor.diagnostics(uri), []);
    await change({ enable: false });
    assert.deepEqual(await editor.diagnostics(uri), []);
    await change({ enable: 'perhaps', severity: 7, corpus: ['', 3] });
    assert.equal((await editor.diagnostics(uri))[0]?.severity, 2, 'what is malformed counts as not set');
    await editor.log.first((message) => message.startsWith('corroborate.enable: '));
  });

  it('of each folder hold for its drafts', async (t) => {
    const one = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const two = await createWorkspace(t, { 'archive/valley.md': VALLEY.replace('750', '850') });
    const settings = (scope: string | undefined) =>
      scope?.includes(two.path) ? { corpus: ['archive'] } : {};
    const editor = await startEditor({ capabilities: FULL, folders: [one.path, two.path], settings });
    t.after(editor.stop);
    const first = await editor.open(one.at('draft.md'), DRAFT);
    const second = await editor.open(two.at('draft.md'), DRAFT);
    assert.equal((await editor.diagnostics(first)).length, 1);
    assert.equal((await editor.diagnostics(second)).length, 0);
  });

  it('come with the change from a client that cannot be asked', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const params = { initializationOptions: { settings: { severity: { 'figure-mismatch': 'hint' } } } };
    const editor = await startEditor({ capabilities: BARE, folders: [workspace.path], params });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    const first = await editor.published.first((event) => event.uri === uri);
    assert.equal(first.diagnostics[0]?.severity, 4);
    const settings = { corroborate: { severity: { 'figure-mismatch': 'information' } } };
    await editor.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
    const second = await editor.published.first((event) => event.diagnostics[0]?.severity === 3);
    assert.equal(second.uri, uri);
  });
});

describe('folders', { timeout: 30_000 }, () => {
  it('may be missing: a single draft is checked against the articles beside it', async (t) => {
    const workspace = await createWorkspace(t, { 'desk/corpus/valley.md': VALLEY });
    const editor = await startEditor({ capabilities: FULL });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('desk/draft.md'), DRAFT);
    assert.equal((await editor.diagnostics(uri)).length, 1);
  });

  it('do not hold every draft: one outside is checked against the articles beside it, else those of the first', async (t) => {
    const inside = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const outside = await createWorkspace(t, {
      'with/corpus/valley.md': VALLEY.replace('750', '850'),
      'without/note.txt': '',
    });
    const editor = await startEditor({ capabilities: FULL, folders: [inside.path] });
    t.after(editor.stop);
    const beside = await editor.open(outside.at('with/draft.md'), DRAFT);
    assert.equal((await editor.diagnostics(beside)).length, 0);
    const alone = await editor.open(outside.at('without/draft.md'), DRAFT);
    assert.equal((await editor.diagnostics(alone)).length, 1);
  });

  it('that are named at start by `corpus` win over every setting', async (t) => {
    const workspace = await createWorkspace(t, {
      'corpus/valley.md': VALLEY,
      'given/other.md': 'Nothing.\n',
    });
    const params = { initializationOptions: { corpus: ['given'] } };
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path], params });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    assert.deepEqual(await editor.diagnostics(uri), []);
  });

  it('come and go', async (t) => {
    const one = await createWorkspace(t, { 'corpus/other.md': 'Nothing.\n' });
    const two = await createWorkspace(t, { 'draft.md': DRAFT });
    const editor = await startEditor({ capabilities: FULL, folders: [one.path] });
    t.after(editor.stop);
    const uri = await editor.open(two.at('draft.md'), DRAFT);
    assert.deepEqual(await editor.diagnostics(uri), []);
    await two.write('corpus/valley.md', VALLEY);
    const folder = { uri: `file://${two.path}`, name: 'two' };
    await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [folder], removed: [] },
    });
    await editor.refreshes.first(() => true);
    assert.equal((await editor.diagnostics(uri)).length, 1);
  });
});
