/** Archives: the articles in a ZIP file, read one after the other and never unpacked to disk. */

import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import type { Span } from '../../text/span.ts';
import { fileProblem, isFileProblem, retryAfter } from '../fileProblem.ts';
import { bytesInWords } from './limits.ts';
import { isNoArticle, isPage, pagesOf } from './noArticle.ts';
import {
  type ReadContext,
  type Reader,
  type Reading,
  type ReadLimits,
  type Source,
  Unreadable,
} from './reader.ts';
import { directoryOf } from './zipDirectory.ts';

export const archiveReader: Reader = {
  extensions: ['zip'],
  format: null,
  async *read(source, context) {
    if (source.path === null) throw new Unreadable('an archive within an archive is not read');
    // Folders without archives never load the library.
    const yauzl = await import('yauzl');
    const archive = await yauzl
      .openPromise(source.path, { decodeStrings: false, autoClose: false })
      .catch(refuse);
    try {
      yield* members(archive, yauzl, context);
    } catch (error) {
      context.signal.throwIfAborted();
      throw error instanceof Unreadable ? error : refusal(error);
    } finally {
      archive.close();
    }
  },
};

/** What has been unpacked of one archive. */
interface Unpacked {
  bytes: number;
}

async function* members(
  archive: ZipFile,
  yauzl: typeof import('yauzl'),
  context: ReadContext,
): AsyncGenerator<Reading> {
  const { signal } = context;
  const unpacked: Unpacked = { bytes: 0 };
  /** Paths of the pages so far: sorted by name, as most programs do, they come before the folders of their pieces. */
  const pages = new Set<string>();
  const { files, last, problem: cutOff } = await directoryOf(archive, yauzl, context);
  for (const file of files) {
    signal.throwIfAborted();
    const { entry, name } = file;
    if (name.endsWith('/') || isIgnored(name)) continue;
    const folders = foldersOf(name, MOST_FOLDERS + 1);
    if (folders.length > MOST_FOLDERS) {
      yield { kind: 'unreadable', member: name, reason: TOO_DEEP };
      continue;
    }
    if (folders.some((folder) => isFolderOfPieces(folder, name, pages))) continue;
    if (isPage(name)) pages.add(name);
    const replaced = !last.has(file);
    if (replaced && isNoArticle(nameWithin(name))) continue;
    const problem = replaced ? REPLACED : problemOf(entry, yauzl.validateFileName(name));
    if (problem !== null) yield { kind: 'unreadable', member: name, reason: problem };
    else yield { kind: 'member', name, source: memberSource(archive, entry, name, unpacked, context) };
  }
  if (cutOff !== null) throw cutOff;
}

const REPLACED = 'a later file of this name takes its place';

/** The name of a member without its folders. */
function nameWithin(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Why a member is not even looked at. */
function problemOf(entry: Entry, badName: string | null): string | null {
  if (badName !== null) return 'its path leads out of the archive';
  if (entry.isEncrypted()) return 'encrypted';
  return entry.canDecodeFileData() ? null : 'packed in a way that is not read';
}

/** Folders around a member, one in the other. No archive of articles has a tenth of them; a name has room for 32,767. */
const MOST_FOLDERS = 100;
const TOO_DEEP = `lies in more than ${MOST_FOLDERS} folders, one in the other`;

/** The outermost folders around a member, at most so many, each as the range of its own name within the member's. */
function foldersOf(name: string, most: number): readonly Span[] {
  const folders: Span[] = [];
  let start = 0;
  for (let end = name.indexOf('/'); end !== -1 && folders.length < most; end = name.indexOf('/', start)) {
    folders.push({ start, end });
    start = end + 1;
  }
  return folders;
}

/** Whether a folder around the member holds the pieces of one of `pages`. */
function isFolderOfPieces({ start, end }: Span, name: string, pages: ReadonlySet<string>): boolean {
  return pagesOf(name.slice(start, end)).some((page) => pages.has(name.slice(0, start) + page));
}

/** Hidden files, and what macOS adds to every archive. */
function isIgnored(name: string): boolean {
  return (
    name.split('/').some((part) => part.startsWith('.') && part !== '..' && part !== '.') ||
    name.startsWith('__MACOSX/')
  );
}

function memberSource(
  archive: ZipFile,
  entry: Entry,
  path: string,
  unpacked: Unpacked,
  { limits, signal }: ReadContext,
): Source {
  const stream = (most: number, counted = unpacked): AsyncGenerator<Uint8Array> =>
    unpack(archive, entry, counted, most, limits);
  return {
    name: nameWithin(path),
    path: null,
    async *stream() {
      // Records are evidence before the end of the file is reached, where damage shows: it is unpacked once for that.
      const checked = stream(limits.streamBytes);
      while ((await checked.next()).done !== true) signal.throwIfAborted();
      yield* stream(limits.streamBytes, { bytes: 0 });
    },
    async bytes() {
      const pieces: Uint8Array[] = [];
      for await (const piece of stream(limits.wholeBytes)) pieces.push(piece);
      return Buffer.concat(pieces);
    },
  };
}

/**
 * Unpacks a member. The library ends it when it is not as long as the archive says; whether it is what was packed is
 * known at the end. An archive that has no checksum of it has nought.
 */
async function* unpack(
  archive: ZipFile,
  entry: Entry,
  unpacked: Unpacked,
  most: number,
  { unpackedBytes }: ReadLimits,
): AsyncGenerator<Uint8Array> {
  if (entry.uncompressedSize > most) throw new Unreadable(`larger than ${bytesInWords(most)}`);
  const stream: AsyncIterable<Uint8Array> = await archive.openReadStreamPromise(entry).catch(refuse);
  let sum = 0;
  try {
    for await (const piece of stream) {
      sum = crc32(piece, sum);
      unpacked.bytes += piece.length;
      if (unpacked.bytes > unpackedBytes)
        throw new Unreadable(`the archive unpacks to more than ${bytesInWords(unpackedBytes)}`);
      yield piece;
    }
    if (entry.crc32 !== 0 && sum !== entry.crc32) throw new Error('The checksum of this file is wrong');
  } catch (error) {
    throw error instanceof Unreadable ? error : refusal(error);
  }
}

function refuse(error: unknown): never {
  throw refusal(error);
}

/** The library's words, after ours: `damaged archive (end of central directory record signature not found)`. */
function refusal(error: unknown): Unreadable {
  if (error instanceof Error && isFileProblem(error))
    return new Unreadable(fileProblem(error), retryAfter(error));
  const words = error instanceof Error ? error.message : String(error);
  return new Unreadable(`damaged archive (${words.charAt(0).toLowerCase()}${words.slice(1, LONGEST_WORDS)})`);
}

const LONGEST_WORDS = 150;
