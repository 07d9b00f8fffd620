/** Profile: the folder of this run in which VS Code keeps settings, logs and what extensions store. */

import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The paths of all files of the profile. */
export async function profileFiles(): Promise<readonly string[]> {
  const profile = process.env.CORROBORATE_PROFILE;
  assert.ok(profile, 'the runner says where the profile lies');
  const entries = await readdir(profile, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
