/** The configuration file in an editor: it fills what the settings leave open, and a change of it holds at once. */

import assert from 'node:assert/strict';
import { rm, symlink } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { FileChangeType } from 'vscode-languageserver-protocol/node';
import { makePdf } from '../unit/corpus/makePdf.ts';
import { actionsAt, applied, HOUSES, openDesk } from './citationDesk.ts';
import { BARE, FULL, startEditor, uriOf } from './editor.ts';
import { createWorkspace, DRAFT, VALLEY } from './workspace.ts';

const CONFIG = 'corroborate.config.json';

describe('the configuration file', { timeout: 30_000 }, () => {
  it('says where the articles are, unless a setting does', async (t) => {
    const workspace = await createWorkspace(t, {
      [CONFIG]: '{ "corpus": "sources" }',
      'sources/valley.md': VALLEY,
      'others/valley.md': VALLEY.replace('750', '850'),
    });
    let current: unknown = { corpus: [] };
    const editor = await startEditor({
      capabilities: FULL,
      folders: [workspace.path],
      settings: () => current,
    });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('desk/draft.md'), DRAFT);
    assert.equal((await editor.diagnostics(uri)).length, 1);
    current = { corpus: ['others'] };
    const before = editor.refreshes.all.length;
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await editor.refreshes.first(() => true, before);
    assert.deepEqual(await editor.diagnostics(uri), []);
  });

  it('that changes re-checks the drafts; severities of the editor hold code by code', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const editor = await startEditor({
      capabilities: FULL,
      folders: [workspace.path],
      settings: () => ({ severity: { spelling: 'error' } }),
    });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    assert.equal((await editor.diagnostics(uri))[0]?.severity, 2);
    const watched = ({ registerOptions }: { registerOptions?: unknown }): boolean =>
      JSON.stringify(registerOptions ?? {}).includes(CONFIG);
    await editor.registrations.first(watched);
    const path = await workspace.write(
      CONFIG,
      '{ "severity": { "figure-mismatch": "hint", "spelling": "hint" } }',
    );
    await editor.tellOfFile(path, FileChangeType.Created);
    await editor.refreshes.first(() => true);
    assert.equal((await editor.diagnostics(uri))[0]?.severity, 4);
  });

  it('says how sources are cited, unless a setting does', async (t) => {
    const pdf = await makePdf({ pages: [[[50, 700, 'It rained.']], [[50, 700, HOUSES]]] });
    const cited = async (config: string, settings: unknown): Promise<string> => {
      const files = { 'corpus/valley.md': 'It rained.', 'corpus/houses.pdf': pdf, [CONFIG]: config };
      const desk = await openDesk(t, files, settings);
      const text = `${HOUSES}\n`;
      const uri = await desk.editor.open(desk.workspace.at('draft.qmd'), text, 'quarto');
      const actions = await actionsAt(desk, uri, text, '62');
      const cite = actions.find(({ title }) => title.startsWith('Cite '));
      return (await applied(cite?.edit, { [uri]: text }))[uri] ?? '';
    };
    const none = '{ "citation": { "locator": "none" } }';
    assert.match(await cited('{}', null), /Lower Marsh \[@\w+, p\. 2\]\.\n$/);
    assert.match(await cited(none, { citation: { locator: 'page' } }), /Lower Marsh \[@\w+\]\.\n$/);
    const other = '{ "citation": { "locator": "page-or-line" } }';
    assert.match(await cited(other, { citation: { locator: 'none' } }), /Lower Marsh \[@\w+\]\.\n$/);
  });

  it('is watched by the server itself where the client cannot', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY, [CONFIG]: '{}' });
    const editor = await startEditor({ capabilities: BARE, folders: [workspace.path] });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    await editor.published.first((event) => event.uri === uri && event.diagnostics[0]?.severity === 2);
    await workspace.write(CONFIG, '{ "severity": { "figure-mismatch": "error" } }');
    await editor.published.first((event) => event.uri === uri && event.diagnostics[0]?.severity === 1);
  });

  it('that errs is told of in the file and in the status, and nothing is checked until it is mended', async (t) => {
    const workspace = await createWorkspace(t, {
      'corpus/valley.md': VALLEY,
      [CONFIG]: '{\n  "severity": { "speling": "off" }\n}',
    });
    const params = { initializationOptions: { status: true } };
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path], params });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    assert.deepEqual(await editor.diagnostics(uri), []);
    const { detail } = await editor.statuses.first(({ state }) => state === 'problem');
    assert.ok(detail.startsWith(`${workspace.at(CONFIG)}:2: severity.speling: `), detail);
    const config = uriOf(workspace.at(CONFIG));
    const told = await editor.published.first((event) => event.uri === config);
    assert.equal(told.diagnostics[0]?.range.start.line, 1);
    const before = editor.published.all.length;
    await workspace.write(CONFIG, '{}');
    await editor.tellOfFile(workspace.at(CONFIG), FileChangeType.Changed);
    await editor.refreshes.first(() => true);
    assert.equal((await editor.diagnostics(uri)).length, 1);
    const mended = await editor.published.first((event) => event.uri === config, before);
    assert.deepEqual(mended.diagnostics, []);
  });

  it('of a workspace that is not trusted reads nothing outside of it', async (t) => {
    const outside = await createWorkspace(t, { 'valley.md': VALLEY });
    const workspace = await createWorkspace(t, {
      [CONFIG]: JSON.stringify({ corpus: ['inside', outside.path] }),
      'inside/other.md': 'Nothing of that.\n',
    });
    const params = { initializationOptions: { trusted: false } };
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path], params });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    assert.deepEqual(await editor.diagnostics(uri), []);
    await editor.log.first((message) => message.includes(`${outside.path} is left out`));
    await editor.connection.sendNotification('corroborate/trust');
    await editor.refreshes.first(() => true);
    assert.equal((await editor.diagnostics(uri)).length, 1);
    await rm(outside.at('valley.md'));
  });
});

describe('a folder of articles that is a link out of the workspace', {
  timeout: 30_000,
  skip: process.platform === 'win32',
}, () => {
  const cases = [
    ['the default', 'corpus', {}],
    ['one of the configuration', 'notes', { [CONFIG]: '{ "corpus": ["notes"] }' }],
  ] as const;
  for (const trusted of [true, false]) {
    for (const [name, link, files] of cases) {
      it(`is not read, and named: ${name}, trusted: ${trusted}`, async (t) => {
        const outside = await createWorkspace(t, { 'valley.md': VALLEY });
        const workspace = await createWorkspace(t, files);
        await symlink(outside.path, workspace.at(link));
        const params = { initializationOptions: { trusted } };
        let current: unknown = {};
        const editor = await startEditor({
          capabilities: FULL,
          folders: [workspace.path],
          params,
          settings: () => current,
        });
        t.after(editor.stop);
        const uri = await editor.open(workspace.at('draft.md'), DRAFT);
        assert.deepEqual(await editor.diagnostics(uri), []);
        const told = `Skipped ${workspace.at(link)}: a link that leads out of ${workspace.path}`;
        await editor.log.first((message) => message === told);
        const before = editor.refreshes.all.length;
        current = { followLinks: true };
        await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
        await editor.refreshes.first(() => true, before);
        assert.equal((await editor.diagnostics(uri)).length, 1);
      });
    }
  }

  it('is read where a setting names its place', async (t) => {
    const outside = await createWorkspace(t, { 'valley.md': VALLEY });
    const front = await createWorkspace(t, {});
    await symlink(outside.path, front.at('link'));
    const workspace = await createWorkspace(t, {});
    const settings = () => ({ corpus: [front.at('link')] });
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path], settings });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    assert.equal((await editor.diagnostics(uri)).length, 1);
  });
});
