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
  const language = languageOf(path, extname(path).slice(1), config);
  const document = DOCUMENTS.get(language.toLowerCase());
  if (document !== undefined) {
    throw new CliError(
      `cannot read the draft ${given}: ${document}; save it as Markdown or plain text and check that`,
    );
  }
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new CliError(`cannot read the draft ${given}: ${fileProblem(error)}`);
  });
  const decoded = decodeText(bytes);
  if (decoded.kind === 'unreadable') throw new CliError(`cannot read the draft ${given}: ${decoded.reason}`);
  return readDraft(path, language, decoded.text);
}

/**
 * What writers have drafts in whose text cannot be told from its wrapping, by ending. Any other ending is plain text, and
 * read as that a file of these would pass with its code for words.
 */
const DOCUMENTS: ReadonlyMap<string, string> = new Map([
  ['doc', 'a Word document'],
  ['docx', 'a Word document'],
  ['epub', 'an e-book'],
  ['odt', 'an OpenDocument text'],
  ['pages', 'a Pages document'],
  ['pdf', 'a PDF'],
  ['rtf', 'a document in rich text'],
]);
