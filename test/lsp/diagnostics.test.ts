/** Diagnostics over the protocol: pulled by clients that can, pushed to all others, with the same content. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DocumentDiagnosticReportKind } from 'vscode-languageserver-protocol/node';
import { BARE, FULL, startEditor } from './editor.ts';
import { createWorkspace, DRAFT, VALLEY } from './workspace.ts';

describe('diagnostics', { timeout: 30_000 }, () => {
  it('are pulled with code, page, passage and fix', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path] });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    const [diagnostic, ...others] = await editor.diagnostics(uri);
    assert.deepEqual(others, []);
    assert.equal(diagnostic?.source, 'corroborate');
    assert.equal(diagnostic?.code, 'figure-mismatch');
    assert.match(diagnostic?.codeDescription?.href ?? '', /^https:\/\/.*\/docs\/rules\/figure-mismatch\.md$/);
    assert.deepEqual(diagnostic?.range, {
      start: { line: 2, character: 29 },
      end: { line: 2, character: 32 },
    });
    const [related] = diagnostic?.relatedInformation ?? [];
    assert.ok(related?.location.uri.endsWith('/corpus/valley.md'));
    assert.equal(related?.location.range.start.line, 7);
    assert.match(related?.message ?? '', /^Harrow Valley Post: .*about 750 volunteers/);
    assert.deepEqual(diagnostic?.data.version, 1);
    assert.deepEqual(diagnostic?.data.fixes[0].edits[0].newText, '750');
  });

  it('pulled again unchanged are answered by their id', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path] });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    const first = await editor.pull(uri);
    assert.equal(first.kind, DocumentDiagnosticReportKind.Full);
    const second = await editor.pull(uri, first.resultId);
    assert.deepEqual(second, { kind: DocumentDiagnosticReportKind.Unchanged, resultId: first.resultId });
    await editor.change(uri, 2, [{ text: DRAFT.replace('850', '750') }]);
    const third = await editor.pull(uri, first.resultId);
    assert.ok(third.kind === DocumentDiagnosticReportKind.Full && third.items.length === 0);
  });

  it('are pushed to a client that knows only its root', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const params = { rootUri: `file://${workspace.path}` };
    const editor = await startEditor({ capabilities: BARE, params });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    const wrong = await editor.published.first((event) => event.uri === uri);
    assert.equal(wrong.version, 1);
    assert.deepEqual(
      wrong.diagnostics.map(({ code }) => code),
      ['figure-mismatch'],
    );
    assert.equal(wrong.diagnostics[0]?.relatedInformation, undefined);
    const range = { start: { line: 2, character: 29 }, end: { line: 2, character: 30 } };
    await editor.change(uri, 2, [{ range, text: '7' }]);
    const right = await editor.published.first(({ version }) => version === 2);
    assert.deepEqual(right.diagnostics, []);
    const before = editor.published.all.length;
    await editor.close(uri);
    const closed = await editor.published.first((event) => event.uri === uri, before);
    assert.deepEqual(closed.diagnostics, []);
  });

  it('count UTF-16 units and know every line break', async (t) => {
    const workspace = await createWorkspace(t, {
      'corpus/valley.md': VALLEY.replace('The council', '🌊🌊 The council').replaceAll('\n', '\r\n'),
    });
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path] });
    t.after(editor.stop);
    const text = DRAFT.replace('The council', '🌊 The council').replaceAll('\n', '\r\n');
    const uri = await editor.open(workspace.at('draft.md'), text);
    const [diagnostic] = await editor.diagnostics(uri);
    assert.deepEqual(diagnostic?.range.start, { line: 2, character: 32 });
    const [related] = diagnostic?.relatedInformation ?? [];
    assert.equal(related?.location.range.start.line, 7);
  });
});
