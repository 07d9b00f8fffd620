/** What must never stop the server: cancelled and outdated questions, malformed ones, odd documents and start options. */

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import {
  CancellationTokenSource,
  DocumentDiagnosticRequest,
  HoverRequest,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver-protocol/node';
import { BARE, FULL, startEditor } from './editor.ts';
import { createWorkspace, DRAFT, VALLEY } from './workspace.ts';

/** What the promise rejects with; fails when it does not. */
async function rejection(promise: Promise<unknown>): Promise<ResponseError<unknown>> {
  const error = await promise.then(
    (value) => assert.fail(`answered with ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof ResponseError, String(error));
  return error;
}

describe('the server', { timeout: 30_000 }, () => {
  it('gives up the check of a text that has changed, and asks to be asked again', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path] });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    const outdated = rejection(editor.pull(uri));
    const hover = rejection(
      editor.connection.sendRequest(HoverRequest.type, {
        textDocument: { uri },
        position: { line: 2, character: 30 },
      }),
    );
    await editor.change(uri, 2, [{ text: DRAFT.replace('850', '750') }]);
    const present = editor.diagnostics(uri);
    const error = await outdated;
    assert.equal(error.code, LSPErrorCodes.ServerCancelled);
    assert.deepEqual(error.data, { retriggerRequest: true });
    assert.equal((await hover).code, LSPErrorCodes.ContentModified);
    assert.deepEqual(await present, []);
  });

  it('answers a cancelled question at once and the next one as ever', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path] });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri } };
    const cancelled = rejection(
      editor.connection.sendRequest(DocumentDiagnosticRequest.type, params, source.token),
    );
    source.cancel();
    assert.equal((await cancelled).code, LSPErrorCodes.RequestCancelled);
    assert.equal((await editor.diagnostics(uri)).length, 1);
  });

  it('keeps up with fast typing and ends with the last text', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const editor = await startEditor({ capabilities: BARE, folders: [workspace.path] });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    const end = { line: 4, character: 0 };
    for (let version = 2; version <= 60; version += 1) {
      await editor.change(uri, version, [{ range: { start: end, end }, text: 'x' }]);
    }
    const last = await editor.published.first(({ version }) => version === 60);
    assert.equal(last.diagnostics.length, 1);
    assert.ok(editor.published.all.length < 10, `${editor.published.all.length} times published`);
  });

  it('answers malformed and unknown questions with an error or nothing, and lives', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path] });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    const ask = (method: string, params: unknown) => editor.connection.sendRequest(method, params);
    const position = { line: 0, character: 0 };
    assert.equal(
      await ask('textDocument/hover', { textDocument: { uri: 'file:///none.md' }, position }),
      null,
    );
    const far = { line: 1e6, character: 1e6 };
    assert.equal(await ask('textDocument/hover', { textDocument: { uri }, position: far }), null);
    for (const [method, params] of [
      ['textDocument/hover', {}],
      ['textDocument/hover', null],
      ['textDocument/diagnostic', {}],
      ['textDocument/codeAction', { textDocument: { uri } }],
      ['corroborate/checkDraft', {}],
      ['corroborate/articles', { uri: 5 }],
      ['workspace/executeCommand', { command: 'corroborate.openSource', arguments: [{ uri: 'command:x' }] }],
      ['corroborate/nothing', {}],
    ] as const) {
      assert.ok((await rejection(ask(method, params))).message.length > 0, method);
    }
    await editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: 'file:///none.md' },
    });
    assert.equal((await editor.diagnostics(uri)).length, 1);
  });

  it('checks drafts that are empty, not saved or not on disk', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path] });
    t.after(editor.stop);
    const empty = await editor.open(workspace.at('empty.md'), '');
    assert.deepEqual(await editor.diagnostics(empty), []);
    const textDocument = { uri: 'untitled:Untitled-1', languageId: 'markdown', version: 1, text: DRAFT };
    await editor.connection.sendNotification('textDocument/didOpen', { textDocument });
    assert.equal((await editor.diagnostics(textDocument.uri)).length, 1);
  });

  it('starts with malformed options and names what is wrong with them', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const params = { initializationOptions: { corpus: 'not a list', ruleUri: 'https://no.placeholder' } };
    const editor = await startEditor({ capabilities: BARE, folders: [workspace.path], params });
    t.after(editor.stop);
    await editor.log.first((message) => message.startsWith('initializationOptions.corpus: '));
    await editor.log.first((message) => message.startsWith('initializationOptions.ruleUri: '));
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    assert.equal((await editor.published.first((event) => event.uri === uri)).diagnostics.length, 1);
  });

  it('tells what it can do, by what the client can', async (t) => {
    const full = await startEditor({ capabilities: FULL });
    t.after(full.stop);
    const { capabilities, serverInfo } = full.initialized;
    assert.equal(serverInfo?.name, 'corroborate');
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(capabilities.diagnosticProvider, {
      identifier: 'corroborate',
      interFileDependencies: false,
      workspaceDiagnostics: false,
    });
    const bare = await startEditor({ capabilities: BARE });
    t.after(bare.stop);
    assert.equal(bare.initialized.capabilities.diagnosticProvider, undefined);
    assert.equal(bare.initialized.capabilities.executeCommandProvider, undefined);
  });

  it('ends with code 0 when it is shut down, and does not outlive its client', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const orderly = await startEditor({ capabilities: BARE, folders: [workspace.path] });
    assert.equal(await orderly.stop(), 0);
    const abandoned = await startEditor({ capabilities: BARE, folders: [workspace.path] });
    const ended = once(abandoned.process, 'exit');
    abandoned.process.stdin?.end();
    await ended;
  });
});
