/** Desktop: finds a desktop VS Code to run the tests in, or says why there is none. */

import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { PROJECT } from './served/paths.ts';
import { SetupProblem } from './served/problem.ts';

/** Long enough for a slow connection to answer; where the download is not reachable, the run goes on without it. */
const DOWNLOAD_ANSWER_MS = 5_000;

export type Desktop =
  | { readonly kind: 'found'; readonly executable: string }
  | { readonly kind: 'none'; readonly reason: string };

/**
 * The desktop VS Code named by `VSCODE_PATH`, else a downloaded one. Rejects with a `SetupProblem` when `VSCODE_PATH`
 * names nothing.
 */
export async function findDesktop(): Promise<Desktop> {
  const named = process.env.VSCODE_PATH;
  if (named !== undefined && named !== '') {
    await access(named).catch(() => {
      throw new SetupProblem(`VSCODE_PATH names ${named}, which does not exist.`);
    });
    return { kind: 'found', executable: named };
  }
  if (!hasDisplay()) return { kind: 'none', reason: 'there is no display for a desktop VS Code' };
  try {
    const cachePath = join(PROJECT, '.vscode-test');
    return {
      kind: 'found',
      executable: await downloadAndUnzipVSCode({ cachePath, timeout: DOWNLOAD_ANSWER_MS }),
    };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return { kind: 'none', reason: `a desktop VS Code could not be downloaded (${cause})` };
  }
}

/** Windows and macOS always have one; elsewhere the environment names it. */
function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return [process.env.DISPLAY, process.env.WAYLAND_DISPLAY].some((name) => name !== undefined && name !== '');
}
