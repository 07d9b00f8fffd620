/** A disk that is soon full, for tests: a file system in memory of some megabytes, which only the superuser of Linux can have. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

export interface SmallDisk {
  /** Absolute path of its folder. */
  readonly path: string;
  /** Leaves room for so many bytes, in pages of 4,096. */
  leave(bytes: number): void;
  /** Makes room again. */
  empty(): void;
}

/** Why there can be none here; false when there can. */
export const noSmallDisk =
  process.geteuid?.() === 0 && process.platform === 'linux' ? false : 'takes the superuser of Linux';

/** Mounts a disk of so many megabytes until the test is over; null, and the test is skipped, where that is not allowed. */
export function smallDisk(t: TestContext, megabytes: number): SmallDisk | null {
  const path = mkdtempSync(join(tmpdir(), 'corroborate-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    // A container may forbid it to the superuser too.
    rmSync(path, { recursive: true });
    t.skip('no file system can be mounted here');
    return null;
  }
  t.after(() => {
    // What a process that was just ended still has open does not stay it.
    execFileSync('umount', ['--lazy', path]);
    rmSync(path, { recursive: true });
  });
  const filling = join(path, 'filling');
  const empty = (): void => rmSync(filling, { force: true });
  return {
    path,
    empty,
    leave(bytes) {
      empty();
      const { bavail, bsize } = statfsSync(path);
      writeFileSync(filling, Buffer.alloc(Math.max(0, bavail * bsize - bytes)));
    },
  };
}
