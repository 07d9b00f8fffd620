/** The archive on the command line: what is said when it cannot be used. That it works is tested on a cluster. */

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, test } from 'node:test';
import { workspaceOf } from './workspace.ts';

const FILES = { 'draft.md': 'It has 17 cows.\n', 'articles/a.txt': 'It has 18 cows.\n' };

/** The address of a port at which nobody listens. */
async function nobody(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  await new Promise((done) => server.close(done));
  return `http://127.0.0.1:${port}/news`;
}

describe('an archive', { timeout: 120_000 }, () => {
  test('that does not answer ends the command, and nothing is said of the draft', async () => {
    await using workspace = await workspaceOf(FILES);
    const url = await nobody();
    for (const args of [
      ['check', 'draft.md', '--archive', url],
      ['index', 'articles', '--archive', url],
    ]) {
      const { code, stdout, stderr } = await workspace.run(...args);
      assert.deepEqual([code, stdout], [2, '']);
      assert.ok(stderr.startsWith(`corroborate: ${url}: archive not reachable: `), stderr);
      assert.equal(stderr.trimEnd().split('\n').length, 1);
    }
  });

  test('is asked without encryption on this machine only', async () => {
    await using workspace = await workspaceOf(FILES);
    const { code, stderr } = await workspace.run(
      'check',
      'draft.md',
      '--archive',
      'http://search.example/news',
    );
    assert.equal(code, 2);
    assert.match(stderr, /^corroborate: the address of the archive must begin with https:\/\//);
  });

  test('and folders do not go together', async () => {
    await using workspace = await workspaceOf(FILES);
    const { code, stderr } = await workspace.run(
      ...['check', 'draft.md', '--archive', 'https://search.example', '--corpus', 'articles'],
    );
    assert.equal(code, 2);
    assert.match(stderr, /cannot be used with/);
  });

  test('is not made of half a shard', async () => {
    await using workspace = await workspaceOf(FILES);
    const { code, stderr } = await workspace.run(
      ...['index', 'articles', '--archive', await nobody(), '--shards', '0.5'],
    );
    assert.equal(code, 2);
    assert.match(stderr, /^corroborate: --shards must be a whole number/);
  });
});
