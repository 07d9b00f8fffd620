/** Tests the writer's lock where the system fails it half way. */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { tryLockWriter } from '../../../server/src/corpus/disk/writerLock.ts';

/** Has the database open one file and no other, as in a process that has too many open. */
function openOneOnly(t: TestContext): { restore(): void } {
  let count = 0;
  class FewFiles extends DatabaseSync {
    constructor(path: string, options: { readonly timeout: number }) {
      count += 1;
      if (count > 1) throw Object.assign(new Error('unable to open database file'), { errcode: 14 });
      super(path, options);
    }
  }
  return t.mock.method(process, 'getBuiltinModule', () => ({ DatabaseSync: FewFiles })).mock;
}

test('a lock whose file cannot be looked at a second time is given back at once', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-lock-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'index.sqlite');
  const mock = openOneOnly(t);
  assert.throws(() => tryLockWriter(path), { name: 'UnusableIndex', state: 'unavailable' });
  mock.restore();
  const lock = tryLockWriter(path);
  assert.ok(lock !== null);
  lock.release();
});
