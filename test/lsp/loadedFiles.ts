/** The files of a program that it loads while it works, in whichever of its processes and threads. */

import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Names the file that is written to. */
export const LOADED_VARIABLE = 'CORROBORATE_LOADED';

const PRELOADED = pathToFileURL(join(import.meta.dirname, 'tellLoaded.ts')).href;

/** What has the processes that inherit this environment, and their threads, write what they load into the file `list`. */
export function tellingLoaded(list: string): Readonly<Record<string, string>> {
  return { [LOADED_VARIABLE]: list, NODE_OPTIONS: `--import=${PRELOADED}` };
}

/** The files of the folder `dist` that were loaded until now: `features`, each once, in the order of the alphabet. */
export function loadedBundles(list: string, dist: string): readonly string[] {
  const paths = existsSync(list) ? readFileSync(list, 'utf8').split('\n') : [];
  const own = paths.filter((path) => dirname(path) === dist).map((path) => basename(path, '.cjs'));
  return [...new Set(own)].toSorted();
}
