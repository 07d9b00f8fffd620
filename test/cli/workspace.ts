/** A folder of articles and drafts on disk for a test of the command line, and the command line run in it. */

import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freshBuild } from '../../scripts/freshBuild.ts';

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Workspace extends AsyncDisposable {
  readonly path: string;
  /** Runs the built command line with the workspace as its working directory. */
  run(...args: readonly string[]): Promise<Run>;
  /** The same with an environment of its own. */
  runWith(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Run>;
}

/** Writes `files` by their paths into a fresh folder. */
export async function workspaceOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Workspace> {
  const path = await mkdtemp(join(tmpdir(), 'corroborate-cli-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content);
  }
  const built = await freshBuild();
  const runWith: Workspace['runWith'] = (env, ...args) => execute(path, [built, ...args], env);
  return {
    path,
    runWith,
    run: (...args) => runWith({}, ...args),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true }),
  };
}

/** Runs Node with `args` in `cwd`, with no more of this process's environment than it needs. */
function execute(cwd: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { PATH: process.env.PATH ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
