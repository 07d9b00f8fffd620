/** The folder of indexes, as the environment of a command names it. */

import { defaultIndexFolder } from '../corpus/disk/indexFolder.ts';
import type { Terminal } from './terminal.ts';

/** The environment's name for the folder that holds indexes. */
export const FOLDER_VARIABLE = 'CORROBORATE_INDEX_DIR';

/** Absolute path, or as given, of the folder that holds indexes. */
export function indexFolderOf({ env }: Pick<Terminal, 'env'>): string {
  return env[FOLDER_VARIABLE] || defaultIndexFolder(env, process.platform);
}
