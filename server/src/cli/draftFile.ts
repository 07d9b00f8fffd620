/** Draft files: reads a draft from disk for the command line. */

import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Config } from '../config/config.ts';
import { languageOf } from '../config/language.ts';
import { decodeText } from '../corpus/encoding.ts';
import { fileProblem } from '../corpus/fileProblem.ts';
import type { Draft } from '../draft/draft.ts';
import { readDraft } from '../draft/readDraft.ts';
import { CliError } from './cliError.ts';

/**
 * Reads the draft at `path`, absolute, in the language of its extension unless the configuration names another; `given` is
 * the path as the user wrote it. Rejects with `CliError`.
 */
export async function readDraftFile(path: string, given: string, config: Config | null): Promise<Draft> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new CliError(`cannot read the draft ${given}: ${fileProblem(error)}`);
  });
  const decoded = decodeText(bytes);
  if (decoded.kind === 'unreadable') throw new CliError(`cannot read the draft ${given}: ${decoded.reason}`);
  return readDraft(path, languageOf(path, extname(path).slice(1), config), decoded.text);
}
