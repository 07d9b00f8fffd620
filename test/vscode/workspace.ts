/** Workspace: a fresh folder with the sample report and its articles, for one run. */

import { cp, mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from './served/paths.ts';

/** Copies `docs/sample` and `corpus` side by side into a new folder, as a writer's own folder would look, and returns its path. */
export async function makeSampleWorkspace(): Promise<string> {
  // The extension host reports real paths, and the temporary folder is a link on some systems.
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'corroborate-sample-'));
  await cp(join(PROJECT, 'docs', 'sample', 'report.md'), join(folder, 'report.md'));
  await cp(join(PROJECT, 'corpus'), join(folder, 'corpus'), { recursive: true });
  return folder;
}
