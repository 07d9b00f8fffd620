/** Symbolic links among the articles: left alone, unless the command line says to follow them. */

import assert from 'node:assert/strict';
import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { type Workspace, workspaceOf } from './workspace.ts';

const ARTICLE = 'The Ness dam cost £48 million to build, the council said on Thursday.\n';

/** A draft with a wrong figure, and the article that has the right one behind a link that leads out of `corpus`. */
async function linked(t: TestContext): Promise<Workspace> {
  const workspace = await workspaceOf({
    'draft.md': 'The Ness dam cost £84 million to build.\n',
    'elsewhere/dam.txt': ARTICLE,
    'corpus/trams.txt': 'Trams return to Port Elwin after six decades.\n',
  });
  t.after(async () => workspace[Symbol.asyncDispose]());
  await symlink(join(workspace.path, 'elsewhere'), join(workspace.path, 'corpus', 'out'));
  return workspace;
}

suite('links that lead out of the articles', { skip: process.platform === 'win32' }, () => {
  test('are followed by a check that is told to', async (t) => {
    const workspace = await linked(t);
    const refused = await workspace.run('check', 'draft.md');
    assert.equal(refused.code, 0);
    assert.match(refused.stdout, /corpus\/out/, 'the link is listed as skipped');
    const followed = await workspace.run('check', 'draft.md', '--follow-links');
    assert.equal(followed.code, 1);
    assert.match(followed.stdout, /figure-mismatch/);
  });

  test('are the word of the user where he names them, and of nobody else', async (t) => {
    const workspace = await linked(t);
    const config = join(workspace.path, 'corroborate.config.json');
    await writeFile(config, '{ "corpus": ["corpus/out"] }');
    const inside = await workspace.run('check', 'draft.md');
    assert.deepEqual([inside.code, inside.stderr], [1, '']);
    const outside = await workspaceOf({ 'dam.txt': ARTICLE });
    t.after(async () => outside[Symbol.asyncDispose]());
    await symlink(outside.path, join(workspace.path, 'away'));
    await writeFile(config, '{ "corpus": ["away"] }');
    const { code, stderr } = await workspace.run('check', 'draft.md');
    assert.equal(code, 2);
    assert.match(stderr, /cannot read the articles in .*away: a link that leads out of /);
    const named = await workspace.run('check', 'draft.md', '--corpus', 'corpus/out');
    assert.equal(named.code, 1);
  });

  test('are followed by a packet and an index that are told to', async (t) => {
    const workspace = await linked(t);
    const packet = async (...more: readonly string[]): Promise<string> => {
      const { code, stderr } = await workspace.run('report', 'draft.md', '--output', 'packet.md', ...more);
      assert.deepEqual([code, stderr], [0, '']);
      return readFile(join(workspace.path, 'packet.md'), 'utf8');
    };
    assert.doesNotMatch(await packet(), /£48 million/);
    assert.match(await packet('--follow-links'), /£48 million/);

    const env = { CORROBORATE_INDEX_DIR: join(workspace.path, 'index') };
    const index = async (...more: readonly string[]): Promise<readonly string[]> => {
      const { stdout, stderr } = await workspace.runWith(env, 'index', 'corpus', ...more);
      return [stdout, stderr];
    };
    const [refused, why] = await index();
    assert.equal(refused, '1 article indexed, 1 file skipped\n');
    assert.match(why ?? '', /^corroborate: .*corpus.out: skipped: a link .*\n$/);
    assert.deepEqual(await index('--follow-links'), ['2 articles indexed\n', '']);
  });
});
