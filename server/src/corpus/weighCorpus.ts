/** The weight of a corpus: whether its articles are kept in memory or on disk. */

import { listFiles } from './files.ts';
import type { LinkPolicy } from './links.ts';
import { unpackedSize } from './readers/unpackedSize.ts';

/**
 * A corpus of at most so many files is kept in memory: reading and analysing it takes half a second at every start, and
 * its analysed articles about 60 MB. One of more files is read once and kept on disk.
 */
export const MOST_FILES_IN_MEMORY = 400;
/**
 * Bytes of the files of such a corpus, those in archives as they are unpacked: a PDF takes long to read, and a file of JSON
 * lines holds many articles.
 */
export const MOST_BYTES_IN_MEMORY = 4 * 1024 * 1024;

/** Lists the files until it is clear. Rejects only when aborted. */
export async function weighCorpus(
  entries: readonly string[],
  links: LinkPolicy,
  signal: AbortSignal,
): Promise<'memory' | 'disk'> {
  let files = 0;
  let bytes = 0;
  const isHeavy = (): boolean => files > MOST_FILES_IN_MEMORY || bytes > MOST_BYTES_IN_MEMORY;
  const archives: string[] = [];
  for await (const listed of listFiles(entries, { links, signal })) {
    if (listed.kind === 'skipped') continue;
    const { path, size } = listed.file;
    files += 1;
    bytes += size;
    if (isHeavy()) return 'disk';
    if (path.toLowerCase().endsWith('.zip')) archives.push(path);
  }
  for (const path of archives) {
    signal.throwIfAborted();
    bytes += await unpackedSize(path, MOST_BYTES_IN_MEMORY);
    if (isHeavy()) return 'disk';
  }
  return 'memory';
}
