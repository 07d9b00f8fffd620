/** The index folder: where indexes are kept unless somebody says otherwise. */

import { homedir } from 'node:os';
import { join } from 'node:path';

/** Absolute path of the folder for indexes in the user's cache, as each system has it (XDG base directories on Linux). */
export function defaultIndexFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
): string {
  return join(cacheFolder(env, platform), 'corroborate', 'index');
}

function cacheFolder(env: Readonly<Record<string, string | undefined>>, platform: string): string {
  if (platform === 'win32') return env.LOCALAPPDATA || join(homedir(), 'AppData', 'Local');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return env.XDG_CACHE_HOME || join(homedir(), '.cache');
}
