/** Limits: how much of a file is read before it is taken for hostile or for no article. */

import type { ReadLimits } from './reader.ts';

const MB = 1024 * 1024;
const GB = 1024 * MB;

/** The limits in use. Every one that is exceeded is named in the reason of what is skipped. */
export const READ_LIMITS: ReadLimits = {
  // A text of this size is a dump and no article; a scanned book as PDF is smaller.
  wholeBytes: 100 * MB,
  // Ten million articles of 500 words take 32 GB. Such a file is read at the pace of the disk, in constant memory.
  streamBytes: 32 * GB,
  // The longest article of a record: some 1.5 million words. A file without line ends would else be held as a whole.
  recordBytes: 10 * MB,
  // Lists of articles of 100 MB have some 200,000, and 6 million fit into the memory of a thread. In 30 million, all of them
  // empty, a thread collects garbage for four minutes before it gives up.
  jsonValues: 4_000_000,
  // Three times War and Peace. A thread that indexes (512 MB) takes twice as much prose; 20 million units of one sentence over
  // and over, and 10 million of nothing but figures or names, are more than it has room for.
  articleLength: 10_000_000,
  // A year of a newspaper is some 30,000 files. An archive of a million empty files is a trap.
  members: 100_000,
  // What a hundred thousand PDF files of 100 kB hold. Zip bombs unpack to tera- and petabytes.
  unpackedBytes: 10 * GB,
  // A PDF of 1,000 pages takes some 6 s; five times that is no document that a person reads.
  parseTime: 30_000,
  // The same PDF needs some 150 MB.
  parseMemory: 1 * GB,
};

/** Why a text longer than the limit, in UTF-16 units, is not read. */
export function tooLong(limit: number): string {
  return `longer than ${countInWords(limit)} characters`;
}

/** A number in words: `1,000`, `10 million`. */
export function countInWords(count: number): string {
  return count >= MILLION ? `${count / MILLION} million` : count.toLocaleString('en-US');
}

const MILLION = 1_000_000;

/** A number of bytes in words: `100 MB`. */
export function bytesInWords(bytes: number): string {
  if (bytes >= GB) return `${Math.round(bytes / GB)} GB`;
  return bytes >= MB ? `${Math.round(bytes / MB)} MB` : `${Math.ceil(bytes / 1024)} kB`;
}
