/** The gate: messages pass, wait and pass again in their order. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Message } from 'vscode-languageserver';
import { createGate } from '../../../server/src/lsp/gate.ts';

const message = (method: string): Message & { readonly method: string } => ({ jsonrpc: '2.0', method });

/** A gate, the messages that came through, and a load that ends when it is told to. */
function setUp() {
  const gate = createGate();
  const passed: Message[] = [];
  let loads = 0;
  const loading = Promise.withResolvers<void>();
  return {
    passed,
    send: (method: string) =>
      gate.handleMessage(message(method), (each) => {
        passed.push(each);
      }),
    hold: () =>
      gate.holdUntil(() => {
        loads += 1;
        return loading.promise;
      }),
    loads: () => loads,
    loaded: async () => {
      loading.resolve();
      await loading.promise;
    },
  };
}

describe('the gate', () => {
  it('lets every message through until it is told to hold them', () => {
    const { passed, send } = setUp();
    send('initialize');
    assert.deepEqual(passed, [message('initialize')]);
  });

  it('begins to load with the first message it holds, once', () => {
    const { passed, send, hold, loads } = setUp();
    hold();
    assert.equal(loads(), 0);
    send('initialized');
    send('textDocument/didOpen');
    assert.equal(loads(), 1);
    assert.deepEqual(passed, []);
  });

  it('passes on what it held in the order in which it came, then stands open', async () => {
    const { passed, send, hold, loaded } = setUp();
    hold();
    for (const method of ['initialized', 'textDocument/didOpen', 'textDocument/didChange']) send(method);
    await loaded();
    send('shutdown');
    assert.deepEqual(
      passed,
      ['initialized', 'textDocument/didOpen', 'textDocument/didChange', 'shutdown'].map(message),
    );
  });
});
