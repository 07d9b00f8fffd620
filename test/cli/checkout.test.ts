/** The command line from a checkout: builds when it must and passes on arguments, output and exit code. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { freshBuild } from '../../scripts/freshBuild.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Runs the script that `npm run corroborate` runs. */
function corroborate(...args: readonly string[]) {
  return spawnSync(process.execPath, [resolve(ROOT, 'scripts/corroborate.ts'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
}

test('exit codes and output are those of the command line', () => {
  const { status, stdout, stderr } = corroborate('chek');
  assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
  assert.match(stderr, /^corroborate: unknown command 'chek'/);
  assert.equal(corroborate('--version').status, 0);
});

test('a build that is up to date is not made again, not even by many at once', async () => {
  const built = await freshBuild();
  const before = statSync(built).mtimeMs;
  const paths = await Promise.all(Array.from({ length: 8 }, () => freshBuild()));
  assert.deepEqual(new Set(paths), new Set([built]));
  assert.equal(statSync(built).mtimeMs, before);
});
