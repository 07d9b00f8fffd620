/** Articles that come, change and go while a draft is open, watched by the client or by the server itself. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FileChangeType, type Registration } from 'vscode-languageserver-protocol/node';
import * as z from 'zod';
import { BARE, type Editor, FULL, startEditor, uriOf } from './editor.ts';
import { createWorkspace, DRAFT, VALLEY } from './workspace.ts';

const watchersSchema = z.object({
  watchers: z.array(z.object({ globPattern: z.object({ baseUri: z.string(), pattern: z.string() }) })),
});

/** The registration for the articles, which take every file of their folder; settings and ledgers have their own. */
function isWatching({ method, registerOptions }: Registration): boolean {
  if (method !== 'workspace/didChangeWatchedFiles') return false;
  const watched = watchersSchema.safeParse(registerOptions);
  return watched.success && watched.data.watchers.some(({ globPattern }) => globPattern.pattern === '**/*');
}

/** Resolves when, after `act`, diagnostics with just these codes are published for `uri`. */
async function publishes(
  editor: Editor,
  uri: string,
  codes: string[],
  act: () => Promise<unknown>,
): Promise<void> {
  const before = editor.published.all.length;
  await act();
  const expected = codes.join();
  await editor.published.first(
    (event) => event.uri === uri && event.diagnostics.map(({ code }) => code).join() === expected,
    before,
  );
}

describe('articles', { timeout: 30_000 }, () => {
  it('are watched by a client that can', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/other.md': 'Nothing of note happened.\n' });
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path] });
    t.after(editor.stop);
    const { registerOptions } = await editor.registrations.first(isWatching);
    const patterns = watchersSchema.parse(registerOptions).watchers.map(({ globPattern }) => globPattern);
    assert.deepEqual(patterns, [
      { baseUri: uriOf(workspace.at('corpus')), pattern: '**/*' },
      { baseUri: uriOf(workspace.path), pattern: 'corpus' },
    ]);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    assert.deepEqual(await editor.diagnostics(uri), []);

    const article = await workspace.write('corpus/valley.md', VALLEY);
    await editor.tellOfFile(article, FileChangeType.Created);
    await editor.refreshes.first(() => true);
    assert.equal((await editor.diagnostics(uri))[0]?.code, 'figure-mismatch');

    await workspace.write('corpus/valley.md', VALLEY.replace('750', '850'));
    await editor.tellOfFile(article, FileChangeType.Changed);
    await editor.refreshes.first(() => true, 1);
    assert.deepEqual(await editor.diagnostics(uri), []);

    await workspace.write('corpus/valley.md', VALLEY);
    await editor.tellOfFile(article, FileChangeType.Changed);
    await editor.refreshes.first(() => true, 2);
    assert.equal((await editor.diagnostics(uri))[0]?.code, 'figure-mismatch');

    await workspace.remove('corpus/valley.md');
    await editor.tellOfFile(article, FileChangeType.Deleted);
    await editor.refreshes.first(() => true, 3);
    assert.deepEqual(await editor.diagnostics(uri), []);
  });

  it('that did not change are no reason to check again', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path] });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    await editor.diagnostics(uri);
    const readings = (message: string): boolean => /^Read 1 articles? /.test(message);
    const before = editor.log.all.length;
    await editor.tellOfFile(workspace.at('corpus/valley.md'), FileChangeType.Changed);
    await editor.log.first(readings, before);
    await editor.diagnostics(uri);
    assert.deepEqual(editor.refreshes.all, []);
  });

  it('are watched by the server where the client does not', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const editor = await startEditor({ capabilities: BARE, folders: [workspace.path] });
    t.after(editor.stop);
    const watching = editor.log.first((message) => message.startsWith('Watching '));
    const uri = uriOf(workspace.at('draft.md'));
    const wrong = ['figure-mismatch'];
    await publishes(editor, uri, wrong, () => editor.open(workspace.at('draft.md'), DRAFT));
    await watching;
    const right = VALLEY.replace('750', '850');
    await publishes(editor, uri, [], () => workspace.write('corpus/valley.md', right));
    await publishes(editor, uri, wrong, () => workspace.write('corpus/valley.md', VALLEY));
    await publishes(editor, uri, [], () => workspace.remove('corpus/valley.md'));
    await publishes(editor, uri, wrong, () => workspace.write('corpus/new/valley.txt', VALLEY));
    await publishes(editor, uri, [], () => workspace.remove('corpus/new'));
  });

  it('may come after the draft, folder and all', async (t) => {
    const workspace = await createWorkspace(t, { 'draft.md': DRAFT });
    const params = { initializationOptions: { status: true } };
    const editor = await startEditor({ capabilities: BARE, folders: [workspace.path], params });
    t.after(editor.stop);
    const watching = editor.log.first((message) => message.startsWith('Watching '));
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    const status = await editor.statuses.first((event) => event.uri === uri);
    assert.equal(status.state, 'no-articles');
    await watching;
    await workspace.write('corpus/valley.md', VALLEY);
    const checked = await editor.statuses.first(({ state }) => state === 'checked');
    assert.equal(checked.counts?.refuted, 1);
  });

  it('are not checked themselves', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY, 'corpus/b.md': DRAFT });
    const params = { initializationOptions: { status: true } };
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path], params });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('corpus/b.md'), DRAFT);
    const notes = await editor.open(workspace.at('corpus/README.md'), DRAFT);
    for (const each of [uri, notes]) {
      assert.deepEqual(await editor.diagnostics(each), []);
      assert.equal((await editor.statuses.first((event) => event.uri === each)).state, 'article');
    }
  });

  it('that cannot be read are named in the log, and the others are read', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY, 'corpus/empty.txt': '' });
    const params = { initializationOptions: { status: true } };
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path], params });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    assert.equal((await editor.diagnostics(uri)).length, 1);
    await editor.log.first((message) => message === `Skipped ${workspace.at('corpus/empty.txt')}: empty`);
    const { detail } = await editor.statuses.first((event) => event.uri === uri);
    assert.equal(detail, '1 article read, 1 file skipped');
  });
});
