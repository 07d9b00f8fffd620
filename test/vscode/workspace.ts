/** Workspace: a fresh folder with the sample report and its articles, for one run. */

import { cp, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from './served/paths.ts';

export interface SampleWorkspace {
  /** Absolute path of the folder to open. */
  readonly folder: string;
  /** A folder beside it, for the profile of the VS Code that opens it. */
  readonly profile: string;
  readonly remove: () => Promise<void>;
}

/** Copies the sample report and `corpus` side by side into a new folder, as a writer's own folder would look. */
export async function makeSampleWorkspace(): Promise<SampleWorkspace> {
  // The extension host reports real paths, and the temporary folder is a link on some systems.
  const parent = await mkdtemp(join(await realpath(tmpdir()), 'corroborate-'));
  const folder = join(parent, 'week-in-review');
  await mkdir(folder);
  await cp(join(PROJECT, 'docs', 'sample', 'report.md'), join(folder, 'report.md'));
  await cp(join(PROJECT, 'corpus'), join(folder, 'corpus'), { recursive: true });
  const remove = (): Promise<void> => rm(parent, { recursive: true, force: true, maxRetries: 5 });
  return { folder, profile: join(parent, 'profile'), remove };
}
