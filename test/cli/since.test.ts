/** `--since` over a real git repository: only what changed is told of. */

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { promisify } from 'node:util';
import { type Workspace, workspaceOf } from './workspace.ts';

const ARTICLE = 'The Ness dam cost £48 million to build. It holds 12 million cubic metres of water.\n';
const FILES = { 'corpus/dam.md': ARTICLE };

/** One paragraph a line, so that each claim has a line of its own. */
const DRAFT = `The Ness dam cost £84 million to build.

A line that stays.

The Ness dam holds 13 million cubic metres of water.
`;

async function git(workspace: Workspace, ...args: readonly string[]): Promise<void> {
  const author = ['-c', 'user.name=Writer', '-c', 'user.email=writer@example.org'];
  await promisify(execFile)('git', [...author, '-c', 'commit.gpgsign=false', ...args], {
    cwd: workspace.path,
  });
}

async function commitAll(workspace: Workspace): Promise<void> {
  await git(workspace, 'add', '.');
  await git(workspace, 'commit', '--quiet', '--message', 'Draft');
}

async function repositoryOf(files: Readonly<Record<string, string>>): Promise<Workspace> {
  const workspace = await workspaceOf(files);
  await git(workspace, 'init', '--quiet');
  await commitAll(workspace);
  return workspace;
}

async function claimsSince(workspace: Workspace, revision: string): Promise<readonly string[]> {
  const run = await workspace.run('check', 'draft.md', '--since', revision, '--format', 'json');
  assert.equal(run.stderr, '');
  const { drafts } = JSON.parse(run.stdout);
  return drafts[0].claims.map(({ text }: { text: string }) => text);
}

suite('--since', () => {
  test('tells only of claims in sentences that changed', async () => {
    await using workspace = await repositoryOf({ ...FILES, 'draft.md': DRAFT });
    assert.deepEqual(await claimsSince(workspace, 'HEAD'), []);
    await writeFile(join(workspace.path, 'draft.md'), DRAFT.replace('13 million', '14 million'));
    assert.deepEqual(await claimsSince(workspace, 'HEAD'), ['14 million']);
    await commitAll(workspace);
    assert.deepEqual(await claimsSince(workspace, 'HEAD'), []);
    assert.deepEqual(await claimsSince(workspace, 'HEAD~1'), ['14 million']);
  });

  test('takes a sentence for changed whose other line changed, or lost one', async () => {
    const draft =
      'The Ness dam\nas was said\ncost £84 million\nto build.\n\nIt holds 13 million cubic metres.\n';
    await using workspace = await repositoryOf({ ...FILES, 'draft.md': draft });
    await writeFile(join(workspace.path, 'draft.md'), draft.replace('The Ness', 'The new Ness'));
    assert.deepEqual(await claimsSince(workspace, 'HEAD'), ['£84 million']);
    await writeFile(join(workspace.path, 'draft.md'), draft.replace('as was said\n', ''));
    assert.deepEqual(await claimsSince(workspace, 'HEAD'), ['£84 million']);
  });

  test('takes all of a draft that the revision does not have', async () => {
    await using workspace = await repositoryOf(FILES);
    await writeFile(join(workspace.path, 'draft.md'), DRAFT);
    assert.equal((await claimsSince(workspace, 'HEAD')).length, 2);
  });

  test('takes all of it before the first commit, when a hook runs too', async () => {
    await using workspace = await workspaceOf({ ...FILES, 'draft.md': DRAFT });
    await git(workspace, 'init', '--quiet');
    assert.equal((await claimsSince(workspace, 'HEAD')).length, 2);
    const other = await workspace.run('check', 'draft.md', '--since', 'main~1');
    assert.equal(other.stderr, 'corroborate: git knows no revision main~1\n');
  });

  test('runs nothing that the repository or a revision names', async () => {
    await using workspace = await repositoryOf({ ...FILES, 'draft.md': DRAFT });
    await git(workspace, 'config', 'diff.external', 'touch external-ran');
    await writeFile(join(workspace.path, 'draft.md'), DRAFT.replace('13', '14'));
    assert.deepEqual(await claimsSince(workspace, 'HEAD'), ['14 million']);
    for (const revision of ['--output=taken', '-O', 'HEAD; touch taken', '$(touch taken)']) {
      const run = await workspace.run('check', 'draft.md', `--since=${revision}`);
      assert.equal(run.code, 2);
      assert.match(run.stderr, /revision/);
    }
    const { stdout } = await promisify(execFile)('git', ['status', '--porcelain'], { cwd: workspace.path });
    assert.equal(stdout, ' M draft.md\n');
  });

  test('says clearly why it cannot run', async () => {
    await using workspace = await repositoryOf({ ...FILES, 'draft.md': DRAFT });
    const complaint = async (since: string, env: Readonly<Record<string, string>> = {}): Promise<string> => {
      const { code, stdout, stderr } = await workspace.runWith(env, 'check', 'draft.md', '--since', since);
      assert.deepEqual([code, stdout], [2, '']);
      return stderr;
    };
    assert.equal(await complaint('no-such'), 'corroborate: git knows no revision no-such\n');
    assert.match(
      await complaint('HEAD', { PATH: workspace.path }),
      /^corroborate: --since needs git: git was not found\n$/,
    );
    await using bare = await workspaceOf({ ...FILES, 'draft.md': DRAFT });
    const outside = await bare.run('check', 'draft.md', '--since', 'HEAD');
    assert.match(outside.stderr, /^corroborate: --since needs git: .*draft\.md lies in no git repository\n$/);
  });
});
