/** Sources: the bytes of files on disk and of files within files, never more than is read. */

import { closeSync, constants, createReadStream, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { fileProblem, isFileProblem } from '../fileProblem.ts';
import { bytesInWords } from './limits.ts';
import { type ReadLimits, type Source, Unreadable } from './reader.ts';

/** Opening a pipe that took a file's place must not wait for a writer. Windows has no such flag and no such pipes. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** A file that a save or a download changes while it is read is read again this often. */
const ATTEMPTS = 3;

/** The file at an absolute path. */
export function fileSource(path: string, limits: ReadLimits): Source {
  return {
    name: basename(path),
    path,
    // A thread that does nothing but read may wait for the disk, which is four times as fast.
    bytes: () => asUnreadable(() => (isMainThread ? readSteady : readSteadySync)(path, limits.wholeBytes)),
    stream: () => streamFile(path, limits.streamBytes),
  };
}

/** Bytes in memory under a file name, such as an attachment. */
export function memorySource(name: string, content: Uint8Array): Source {
  return {
    name,
    path: null,
    bytes: async () => content,
    async *stream() {
      yield content;
    },
  };
}

/** Reads a file that is the same before and after. */
async function readSteady(path: string, most: number): Promise<Uint8Array> {
  const file = await open(path, READ);
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const bytes = await readOnce(file, most);
      if (bytes !== null) return bytes;
    }
    throw new Unreadable('changed while it was read', 'always');
  } finally {
    await file.close();
  }
}

/** The whole file, or null when it changed meanwhile. */
async function readOnce(file: FileHandle, most: number): Promise<Uint8Array | null> {
  const before = await file.stat();
  const bytes = Buffer.allocUnsafe(sizeToRead(before, most));
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled);
    if (bytesRead === 0) return null;
    filled += bytesRead;
  }
  return isSame(before, await file.stat()) ? bytes : null;
}

/** The same for a thread in which nothing else has to go on. */
async function readSteadySync(path: string, most: number): Promise<Uint8Array> {
  const file = openSync(path, READ);
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const before = fstatSync(file);
      const bytes = Buffer.allocUnsafe(sizeToRead(before, most));
      let filled = 0;
      for (let read = -1; read !== 0 && filled < bytes.length; filled += read)
        read = readSync(file, bytes, filled, bytes.length - filled, filled);
      if (filled === bytes.length && isSame(before, fstatSync(file))) return bytes;
    }
    throw new Unreadable('changed while it was read', 'always');
  } finally {
    closeSync(file);
  }
}

/** Bytes of a file that is small enough to be read. */
function sizeToRead(found: Stats, most: number): number {
  if (!found.isFile()) throw new Unreadable('not a regular file');
  if (found.size > most) throw new Unreadable(`larger than ${bytesInWords(most)}`);
  return found.size;
}

function isSame(before: Stats, after: Stats): boolean {
  return after.size === before.size && after.mtimeMs === before.mtimeMs;
}

/** The bytes that the file had when it was opened; what is appended meanwhile is for the next reading. */
async function* streamFile(path: string, most: number): AsyncGenerator<Uint8Array> {
  const file = await asUnreadable(() => open(path, READ));
  try {
    const found = await asUnreadable(() => file.stat());
    const size = sizeToRead(found, most);
    if (size === 0) return;
    const stream = createReadStream(path, { fd: file, autoClose: false, start: 0, end: size - 1 });
    yield* asUnreadableStream(stream);
  } finally {
    await file.close();
  }
}

async function* asUnreadableStream(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    throw unreadable(error);
  }
}

async function asUnreadable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw unreadable(error);
  }
}

function unreadable(error: unknown): Unreadable {
  if (error instanceof Unreadable) return error;
  const isKeptBack = error instanceof Error && isFileProblem(error);
  return new Unreadable(fileProblem(error), isKeptBack ? 'always' : 'never');
}
