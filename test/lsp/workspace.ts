/** A workspace on disk for one test: a temporary folder with a few articles, removed when the test is over. */

import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';

export interface Workspace {
  readonly path: string;
  /** Absolute path of a file or folder in it. */
  at(way: string): string;
  write(way: string, text: string | Uint8Array): Promise<string>;
  remove(way: string): Promise<void>;
}

/** The files of `files`, by their way from the workspace folder. */
export async function createWorkspace(
  test: Pick<TestContext, 'after'>,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<Workspace> {
  // Where the temporary folder is a link, watchers tell of the real path.
  const path = await realpath(await mkdtemp(join(tmpdir(), 'corroborate-')));
  test.after(() => rm(path, { recursive: true, force: true }));
  const workspace: Workspace = {
    path,
    at: (way) => join(path, way),
    async write(way, text) {
      const file = join(path, way);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
      return file;
    },
    remove: (way) => rm(join(path, way), { recursive: true }),
  };
  for (const [way, text] of Object.entries(files)) await workspace.write(way, text);
  return workspace;
}

/** One article: about 750 volunteers, 62 houses. */
export const VALLEY = `---
title: Volunteers leave for the flooded valley
outlet: Harrow Valley Post
date: 2021-03-09
url: https://example.org/valley
---

The council is sending about 750 volunteers to the flooded Harrow valley, the mayor said on Monday.
The water destroyed 62 houses in the village of Lower Marsh.
`;

/** A draft with one wrong figure, 850 for 750, and one right one. */
export const DRAFT = `# The flood

The council is sending about 850 volunteers to the flooded Harrow valley.
The water destroyed 62 houses in Lower Marsh.
`;
