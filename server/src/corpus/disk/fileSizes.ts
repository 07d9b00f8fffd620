/** File sizes: the size under which an index knows a file; one that is to be read again has a size that no file has. */

import { isUnchanged } from '../fileState.ts';
import type { SourceFile } from '../files.ts';
import type { Retry } from '../readers/reader.ts';
import type { Database, Statement } from './database.ts';

/** What the index knows a file by: a row of `files`, or nothing where it has none. */
type Known = ReturnType<Statement['get']>;

/** Of a file that was not read to its end, or not at all: it is read the next time. */
const UNREAD = -1;
/** The same of a file that a parser failed at: a second reading is its last, for it may cost the time limit each time. */
const FAILED_ONCE = -2;
/**
 * Added to either for a file that the sync at work has read to its end: it is no longer pending, and is read again by the
 * next one. It is kept in the index, since a thread that runs out of memory tells nothing of what it wrote before.
 */
const READ_NOW = -2;

/** The size to keep of a file that was read in part, or to its end with what that asks for; `known` is the row it had. */
export function sizeToKeep(file: SourceFile, reading: 'in-part' | Retry, known: Known): number {
  const isSecond = hasTimesOf(file, known) && hasFailed(Number(known?.size));
  const unread = isSecond ? FAILED_ONCE : UNREAD;
  switch (reading) {
    case 'in-part':
      return unread;
    case 'never':
      return file.size;
    case 'once':
      return isSecond ? file.size : FAILED_ONCE + READ_NOW;
    case 'when-allowed':
    case 'always':
      return unread + READ_NOW;
  }
}

function hasFailed(size: number): boolean {
  return size === FAILED_ONCE || size === FAILED_ONCE + READ_NOW;
}

/** Whether what is in the file now was read to its end, by the sync at work where it is to be read again. */
export function isRead(file: SourceFile, known: Known): boolean {
  return isUnchanged(known, file) || (hasTimesOf(file, known) && Number(known?.size) < FAILED_ONCE);
}

/** Whether the row was written of the file as it is now; its size may tell of more than that. */
function hasTimesOf({ mtime, ctime }: SourceFile, known: Known): boolean {
  return known?.mtime === mtime && known.ctime === ctime;
}

/** Has what was read up to now count as read by an earlier sync; within the transaction in which one begins to read. */
export function beginReading(database: Database): void {
  database.exec(`UPDATE files SET size = size - (${READ_NOW}) WHERE size < ${FAILED_ONCE}`);
}
