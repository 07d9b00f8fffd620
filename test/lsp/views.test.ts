/** The requests behind the views: claims under their headings, passages, and sources with their uses. */

import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { FileChangeType } from 'vscode-languageserver-protocol/node';
import type { ClaimsAnswer, PassageItem, SourcesAnswer } from '../../server/src/lsp/viewProtocol.ts';
import { type Editor, FULL, startEditor, uriOf } from './editor.ts';
import { createEvents } from './events.ts';
import { createWorkspace, DRAFT, VALLEY, type Workspace } from './workspace.ts';

async function openDesk(t: TestContext, files: Readonly<Record<string, string>>) {
  const workspace: Workspace = await createWorkspace(t, files);
  const params = { initializationOptions: { status: true } };
  const editor: Editor = await startEditor({ capabilities: FULL, folders: [workspace.path], params });
  t.after(editor.stop);
  const sources = (uri: string | null, limit = 100): Promise<SourcesAnswer> =>
    editor.connection.sendRequest('corroborate/sources', { uri, limit });
  return { workspace, editor, sources };
}

describe('the claims of a draft', { timeout: 30_000 }, () => {
  it('come with their sections, their words and how they stand', async (t) => {
    const { workspace, editor } = await openDesk(t, { 'corpus/valley.md': VALLEY });
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    const answer: ClaimsAnswer = await editor.connection.sendRequest('corroborate/claims', { uri });
    assert.equal(answer.state, 'checked');
    assert.equal(answer.version, 1);
    assert.deepEqual(
      answer.sections.map(({ title, claims, supported, parent }) => [title, claims, supported, parent]),
      [['The flood', 2, 1, null]],
    );
    assert.deepEqual(
      answer.claims.map(({ label, standing, section }) => [label, standing, section]),
      [
        ['about 850 volunteers to the flooded Harrow valley', 'refuted', 0],
        ['62 houses in Lower Marsh', 'supported', 0],
      ],
    );
    const [first] = answer.claims;
    assert.match(first?.message ?? '', /750, not 850/);
    const passages: PassageItem[] = await editor.connection.sendRequest('corroborate/passages', {
      uri,
      claim: first?.id,
    });
    assert.equal(passages.length, first?.passages);
    assert.equal(passages[0]?.uri, uriOf(workspace.at('corpus/valley.md')));
    assert.match(passages[0]?.text ?? '', /^The council is sending about 750 volunteers/);
    const none: unknown = await editor.connection.sendRequest('corroborate/passages', { uri, claim: 'x' });
    assert.deepEqual(none, []);
  });

  it('keep their names when the draft changes elsewhere', async (t) => {
    const { workspace, editor } = await openDesk(t, { 'corpus/valley.md': VALLEY });
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    const before: ClaimsAnswer = await editor.connection.sendRequest('corroborate/claims', { uri });
    await editor.change(uri, 2, [{ text: `Some words before.\n\n${DRAFT}` }]);
    const after: ClaimsAnswer = await editor.connection.sendRequest('corroborate/claims', { uri });
    assert.equal(after.version, 2);
    assert.deepEqual(
      after.claims.map(({ id }) => id),
      before.claims.map(({ id }) => id),
    );
    assert.notDeepEqual(after.claims[0]?.range, before.claims[0]?.range);
  });

  it('are none for an article, for what is not open and where there are no articles, which the state says', async (t) => {
    const { workspace, editor } = await openDesk(t, { 'corpus/valley.md': VALLEY });
    const ask = (uri: string): Promise<ClaimsAnswer | null> =>
      editor.connection.sendRequest('corroborate/claims', { uri });
    assert.equal(await ask(uriOf(workspace.at('draft.md'))), null);
    const article = await editor.open(workspace.at('corpus/valley.md'), VALLEY);
    assert.deepEqual([(await ask(article))?.state, (await ask(article))?.claims], ['article', []]);
    const other = await createWorkspace(t, { 'none.txt': '' });
    const lonely = await editor.open(other.at('draft.md'), DRAFT);
    assert.ok(['checked', 'no-articles'].includes((await ask(lonely))?.state ?? ''));
  });
});

describe('the sources', { timeout: 30_000 }, () => {
  it('come with how many claims rest on each, with what could not be read, and with where new ones belong', async (t) => {
    const { workspace, editor, sources } = await openDesk(t, {
      'corpus/valley.md': VALLEY,
      'corpus/note.txt': 'A note without a date says little.\n',
      'corpus/hollow.txt': '',
    });
    const before = await sources(null);
    assert.deepEqual([before.total, before.drafts, before.problem], [2, 0, null]);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    const { articles, unread, folders, drafts } = await sources(uri);
    assert.deepEqual(
      articles.map(({ title, outlet, published, uses, contradicted }) => [
        title,
        outlet,
        published,
        uses,
        contradicted,
      ]),
      [
        ['Volunteers leave for the flooded valley', 'Harrow Valley Post', '9 March 2021', 1, 1],
        ['A note without a date says little.', null, null, 0, 0],
      ],
    );
    assert.equal(drafts, 1);
    assert.deepEqual(
      unread.map(({ name, uri: file }) => [name, file]),
      [['hollow.txt', uriOf(workspace.at('corpus/hollow.txt'))]],
    );
    assert.ok((unread[0]?.reason ?? '') !== '');
    assert.deepEqual(folders, [uriOf(workspace.at('corpus'))]);
  });

  it('leave none out that is used, however few are wanted', async (t) => {
    const later = VALLEY.replace('2021-03-09', '2021-05-09').replace(/The council[\s\S]*/, 'Nothing new.\n');
    const { workspace, editor, sources } = await openDesk(t, {
      'corpus/valley.md': VALLEY,
      'corpus/later.md': later.replace('Volunteers leave', 'Nobody is left'),
    });
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    const { articles, total } = await sources(uri, 1);
    assert.deepEqual(
      articles.map(({ title }) => title),
      ['Volunteers leave for the flooded valley'],
    );
    assert.equal(total, 2);
  });

  it('name the folder that is looked for where there is none yet', async (t) => {
    const { workspace, sources } = await openDesk(t, { 'draft.md': DRAFT });
    const { total, folders } = await sources(null);
    assert.deepEqual([total, folders], [0, [uriOf(workspace.at('corpus'))]]);
  });

  it('are told of when they change', async (t) => {
    const { workspace, editor, sources } = await openDesk(t, { 'corpus/valley.md': VALLEY });
    const told = createEvents<null>();
    editor.connection.onNotification('corroborate/sourcesChanged', () => told.add(null));
    assert.equal((await sources(null)).total, 1);
    const empty = await workspace.write('corpus/hollow.txt', '');
    const from = told.all.length;
    await editor.tellOfFile(empty, FileChangeType.Created);
    await told.first(() => true, from);
    assert.equal((await sources(null)).unread.length, 1);
  });
});
