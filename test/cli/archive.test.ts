/** The archive on the command line: what is said when it cannot be used. That it works is tested on a cluster. */

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { serverWith } from '../unit/archive/loadServer.ts';
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

  test('stays incomplete when the articles cannot be read, and is told so', async (t) => {
    const broken = { revision: 7, unfinished: [{ load: 'articles', files: 900 }], skipped: [] };
    const { server, states } = await serverWith(t, broken);
    const archive = ['--archive', `${server.origin}/news`];
    await using workspace = await workspaceOf({});
    const away = await workspace.run('index', 'articles', ...archive);
    assert.equal(away.stderr, 'corroborate: cannot read the articles in articles: no such file or folder\n');
    await mkdir(join(workspace.path, 'articles'));
    const empty = await workspace.run('index', 'articles', ...archive);
    assert.equal(empty.stderr, 'corroborate: no articles in articles\n');
    assert.deepEqual([away.code, empty.code, states], [2, 2, []]);
    await writeFile(join(workspace.path, 'articles', 'a.txt'), 'It has 18 cows.\n');
    await symlink(join(workspace.path, 'share'), join(workspace.path, 'articles', '2019'));
    const part = await workspace.run('index', 'articles', '--follow-links', ...archive);
    assert.match(
      part.stderr,
      /^corroborate: The archive is not complete yet: 1 file or folder could not be read for a reason that may pass; load /,
    );
    assert.deepEqual(states.at(-1)?.unfinished, [{ load: 'articles', files: 1 }]);
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
