/** Fresh builds: builds dist/ when a source is newer, once even when many processes ask at the same time. */

import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ROOT = resolve(import.meta.dirname, '..');

/** The entry of the command line; the build writes it together with everything it loads. */
const BUILT = resolve(ROOT, 'dist/cli.cjs');

/** What the built command line is made of. */
const SOURCES = ['server/**/*', 'scripts/build.ts', 'scripts/bundles.ts', 'package.json'];

const LOCK = resolve(ROOT, 'node_modules/.cache/corroborate-build');

/** Milliseconds between two looks at a build that another process runs; a build takes about 300. */
const LOOK_EVERY = 50;

/** Returns the path of the built command line, which is as new as its sources. Rejects when the build fails. */
export async function freshBuild(): Promise<string> {
  await takeLock();
  try {
    if (isStale()) build();
  } finally {
    rmSync(LOCK, { recursive: true });
  }
  return BUILT;
}

function build(): void {
  const { status, stderr, error } = spawnSync(process.execPath, [resolve(ROOT, 'scripts/build.ts')], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`the build failed:\n${stderr}`);
}

function isStale(): boolean {
  const built = statSync(BUILT, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return globSync(SOURCES, { cwd: ROOT }).some((path) => statSync(resolve(ROOT, path)).mtimeMs > built);
}

/** Making a folder either succeeds for one process or fails; the file in it says whose it is. */
async function takeLock(): Promise<void> {
  mkdirSync(resolve(LOCK, '..'), { recursive: true });
  for (;;) {
    try {
      mkdirSync(LOCK);
      writeFileSync(resolve(LOCK, 'pid'), String(process.pid));
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      if (ownerIsGone()) rmSync(LOCK, { recursive: true, force: true });
      else await wait(LOOK_EVERY);
    }
  }
}

/** Whether the process that holds the lock ended without giving it back. */
function ownerIsGone(): boolean {
  try {
    process.kill(Number(readFileSync(resolve(LOCK, 'pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
