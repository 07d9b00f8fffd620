/** Unpacked sizes: how much an archive holds, by its own directory. Members that are longer than it says are not read. */

/**
 * Bytes of all members of the ZIP file at `path` once they are unpacked, counted until they are more than `most`; 0 for a
 * file that is no archive. Never rejects.
 */
export async function unpackedSize(path: string, most: number): Promise<number> {
  // Folders without archives never load the library.
  const { openPromise } = await import('yauzl');
  try {
    const archive = await openPromise(path, { decodeStrings: false, autoClose: false });
    let bytes = 0;
    try {
      for await (const { uncompressedSize } of archive.eachEntry()) {
        bytes += uncompressedSize;
        if (bytes > most) break;
      }
    } finally {
      archive.close();
    }
    return bytes;
  } catch {
    // What is wrong with it is told by who reads it.
    return 0;
  }
}
