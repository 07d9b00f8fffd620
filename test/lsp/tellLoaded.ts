/**
 * Preloaded into every process and thread of a program under test: writes the path of each file that is loaded into the file
 * that the environment names, one a line.
 */

import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { LOADED_VARIABLE } from './loadedFiles.ts';

const list = process.env[LOADED_VARIABLE];
if (list !== undefined) {
  registerHooks({
    load(url, context, nextLoad) {
      if (url.startsWith('file:')) appendFileSync(list, `${fileURLToPath(url)}\n`);
      return nextLoad(url, context);
    },
  });
}
