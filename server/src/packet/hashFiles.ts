/** Hashes of files: what proves later that a file is the one that was checked against. */

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** How many files are read at a time: enough to keep a disk busy, and few enough for any limit of open files. */
const AT_ONCE = 8;

/** SHA-256 of each file’s bytes in hexadecimal, as `sha256sum` prints it. Files that cannot be read are left out. */
export async function hashFiles(paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>();
  const waiting = [...new Set(paths)];
  const work = async (): Promise<void> => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const hash = await hashFile(path);
      if (hash !== null) hashes.set(path, hash);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return hashes;
}

async function hashFile(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
    return hash.digest('hex');
  } catch {
    return null;
  }
}

/** The base64 SHA-256 of a text, as content security policies name an inline style sheet. */
export function policyHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64');
}
