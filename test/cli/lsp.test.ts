/** `corroborate lsp` as an editor starts it: it answers over standard input and output and ends with the connection. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { suite, test } from 'node:test';
import {
  createProtocolConnection,
  ExitNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import packageJson from '../../package.json' with { type: 'json' };
import { freshBuild } from '../../scripts/freshBuild.ts';

suite('the language server over standard input and output', () => {
  for (const args of [['lsp', '--stdio'], ['lsp']]) {
    test(`corroborate ${args.join(' ')}`, async () => {
      const server = spawn(process.execPath, [await freshBuild(), ...args], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      const ended = once(server, 'exit');
      const connection = createProtocolConnection(
        new StreamMessageReader(server.stdout),
        new StreamMessageWriter(server.stdin),
      );
      connection.listen();
      const { capabilities, serverInfo } = await connection.sendRequest(InitializeRequest.type, {
        processId: process.pid,
        rootUri: null,
        capabilities: {},
      });
      assert.equal(serverInfo?.version, packageJson.version);
      assert.ok(capabilities.hoverProvider);
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      assert.deepEqual(await ended, [0, null]);
      connection.dispose();
    });
  }
});
