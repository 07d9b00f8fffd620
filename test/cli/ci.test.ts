/** Before a commit and in continuous integration: what docs/ci.md shows is run as it stands there. */

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { suite, test } from 'node:test';
import { promisify } from 'node:util';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { parse } from 'yaml';
import * as z from 'zod';
import { freshBuild } from '../../scripts/freshBuild.ts';
import { type Workspace, workspaceOf } from './workspace.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

const RIGHT = 'The Ness dam cost £48 million to build.\n';
const WRONG = 'The Ness dam cost £84 million to build.\n';
const FILES = {
  'articles/dam.md': 'The Ness dam cost £48 million to build.\n',
  'corroborate.config.json': '{ "corpus": "articles", "failOn": "warning" }',
  'drafts/one.md': RIGHT,
};

const workflowSchema = z.object({
  jobs: z.object({
    check: z.object({
      steps: z.array(z.object({ name: z.string().optional(), run: z.string().optional() })),
    }),
  }),
});
const hooksSchema = z.tuple([z.object({ id: z.string(), entry: z.string(), language: z.string() })]);

interface Repository extends Workspace {
  /** Runs a program with `corroborate` on the path, as if it were installed; resolves with its exit code and output. */
  shell(
    command: string,
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
  ): Promise<{ readonly code: number; readonly output: string }>;
}

async function repositoryOf(files: Readonly<Record<string, string>>): Promise<Repository> {
  const workspace = await workspaceOf({ ...files, '.gitignore': 'bin\n' });
  const command = join(workspace.path, 'bin', 'corroborate');
  await mkdir(join(workspace.path, 'bin'));
  await writeFile(command, `#!/bin/sh\nexec '${process.execPath}' '${await freshBuild()}' "$@"\n`);
  await chmod(command, 0o755);
  const shell: Repository['shell'] = async (program, args, env = {}) => {
    const options = {
      cwd: workspace.path,
      env: {
        PATH: `${join(workspace.path, 'bin')}${delimiter}${process.env.PATH}`,
        GIT_AUTHOR_NAME: 'Writer',
        GIT_AUTHOR_EMAIL: 'writer@example.org',
        GIT_COMMITTER_NAME: 'Writer',
        GIT_COMMITTER_EMAIL: 'writer@example.org',
        ...env,
      },
    };
    return run(program, [...args], options).then(
      ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
        code,
        output: stdout + stderr,
      }),
    );
  };
  await shell('git', ['init', '--quiet', '--initial-branch', 'main']);
  return { ...workspace, shell };
}

/** The code blocks of docs/ci.md in a language, in order. */
async function blocks(language: string): Promise<readonly string[]> {
  const page = await readFile(join(ROOT, 'docs/ci.md'), 'utf8');
  return fromMarkdown(page).children.flatMap((node) =>
    node.type === 'code' && node.lang === language ? [node.value] : [],
  );
}

/** What the step “Check” of the workflow that stands in the `index`-th YAML block runs. */
async function checkStep(index: number): Promise<string> {
  const { jobs } = workflowSchema.parse(parse((await blocks('yaml'))[index] ?? ''));
  return jobs.check.steps.find(({ name }) => name === 'Check')?.run ?? '';
}

suite('docs/ci.md', () => {
  test('has a git hook that stops a commit with a finding and lets others pass', async () => {
    await using repository = await repositoryOf(FILES);
    const [hook = ''] = await blocks('sh');
    await writeFile(join(repository.path, '.git/hooks/pre-commit'), `${hook}\n`);
    await chmod(join(repository.path, '.git/hooks/pre-commit'), 0o755);
    const commit = async (text: string) => {
      await writeFile(join(repository.path, 'drafts/one.md'), text);
      await repository.shell('git', ['add', '.']);
      return repository.shell('git', ['commit', '--quiet', '--message', 'Draft']);
    };
    // There is nothing to compare the first commit with.
    await repository.shell('git', [
      'commit',
      '--quiet',
      '--allow-empty',
      '--no-verify',
      '--message',
      'Begin',
    ]);
    assert.deepEqual(await commit(RIGHT), {
      code: 0,
      output: '1 claim: 1 supported; checked against 1 article\n',
    });
    const stopped = await commit(WRONG);
    assert.notEqual(stopped.code, 0);
    assert.match(stopped.output, /figure-mismatch/);
    const { output } = await repository.shell('git', ['log', '--oneline']);
    assert.equal(output.trim().split('\n').length, 2);
  });

  test('has a hook for pre-commit whose command takes files after its options', async () => {
    const [hook] = hooksSchema.parse(parse(await readFile(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')));
    assert.deepEqual([hook.id, hook.language], ['corroborate', 'system']);
    const [config = ''] = await blocks('yaml');
    assert.match(config, new RegExp(`- id: ${hook.id}\\b`));
    await using repository = await repositoryOf({
      ...FILES,
      'drafts/two.md': WRONG,
      'elsewhere/dam.md': WRONG,
    });
    const [program = '', ...given] = hook.entry.split(' ');
    const check = (...args: readonly string[]) => repository.shell(program, [...given, ...args]);
    assert.equal((await check('drafts/one.md')).code, 0);
    assert.equal((await check('drafts/one.md', 'drafts/two.md')).code, 1);
    assert.equal((await check('--corpus=elsewhere', '--fail-on=error', 'drafts/two.md')).code, 0);
  });

  test('has a workflow whose check writes SARIF and goes on', async () => {
    await using repository = await repositoryOf({ ...FILES, 'drafts/two.md': WRONG });
    assert.deepEqual(await repository.shell('bash', ['--norc', '-e', '-c', await checkStep(1)]), {
      code: 0,
      output: '',
    });
    const log = JSON.parse(await readFile(join(repository.path, 'corroborate.sarif'), 'utf8'));
    assert.deepEqual(
      log.runs[0].results.map((result: { locations: unknown }) =>
        JSON.stringify(result.locations).includes('drafts/two.md'),
      ),
      [true],
    );
  });

  test('has a workflow that annotates what a pull request changes', async () => {
    await using repository = await repositoryOf({ ...FILES, 'drafts/old.md': WRONG });
    await repository.shell('git', ['add', '.']);
    await repository.shell('git', ['commit', '--quiet', '--message', 'Main']);
    await repository.shell('git', ['update-ref', 'refs/remotes/origin/main', 'HEAD']);
    const step = await checkStep(2);
    const pull = () => repository.shell('bash', ['--norc', '-e', '-c', step], { GITHUB_BASE_REF: 'main' });
    assert.equal((await pull()).code, 0);
    await writeFile(join(repository.path, 'drafts/new.md'), WRONG);
    const { code, output } = await pull();
    assert.equal(code, 1);
    assert.match(output, /^::warning file=drafts\/new\.md,line=1,/);
    assert.ok(!output.includes('file=drafts/old.md'));
  });
});
