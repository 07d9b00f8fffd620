/** The directory of a ZIP file: the files in it by name, and which of two that have one name counts. */

import { isAscii, isUtf8 } from 'node:buffer';
import type { Entry, ZipFile } from 'yauzl';
import { type ReadContext, Unreadable } from './reader.ts';

export interface ListedFile {
  readonly entry: Entry;
  /** Its path in the archive, with `/`, as the archive has it: it may lead out. */
  readonly name: string;
}

export interface ZipDirectory {
  readonly files: readonly ListedFile[];
  /** The files that count: an archive is corrected by adding a file once more, and programs unpack the last. */
  readonly last: ReadonlySet<ListedFile>;
  /** Why the directory could not be read to its end; null where it was. */
  readonly problem: unknown;
}

/**
 * Lists the files of an archive, at most as many as are read. Must be known as a whole before one is read, since the
 * last of a name counts. Rejects with the signal's reason when aborted, and never otherwise.
 */
export async function directoryOf(
  archive: ZipFile,
  { getFileNameLowLevel }: Pick<typeof import('yauzl'), 'getFileNameLowLevel'>,
  { signal, limits }: ReadContext,
): Promise<ZipDirectory> {
  const files: ListedFile[] = [];
  const byName = new Map<string, ListedFile>();
  const end = (problem: unknown): ZipDirectory => ({ files, last: new Set(byName.values()), problem });
  try {
    for await (const entry of archive.eachEntry()) {
      signal.throwIfAborted();
      if (files.length === limits.members)
        return end(new Unreadable(`holds more than ${limits.members} files; the rest is not read`));
      const name = getFileNameLowLevel(nameFlags(entry), entry.fileNameRaw, entry.extraFields, false);
      const file = { entry, name };
      files.push(file);
      byName.set(name, file);
    }
  } catch (error) {
    signal.throwIfAborted();
    return end(error);
  }
  return end(null);
}

/** The flag that says of a name that it is in UTF-8. */
const UTF8_NAME = 0x800;

/**
 * The flags of an entry, with the one for a name in UTF-8 where its bytes are: Info-ZIP and others leave it out. In the
 * table for names without it such bytes are frames and letters by turns, which nobody has in a name. Names of ASCII alone
 * need no flag.
 */
function nameFlags({ generalPurposeBitFlag, fileNameRaw }: Entry): number {
  return isUtf8(fileNameRaw) && !isAscii(fileNameRaw)
    ? generalPurposeBitFlag | UTF8_NAME
    : generalPurposeBitFlag;
}
