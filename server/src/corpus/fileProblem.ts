/** File problems: what a failed file operation means, in words for the user, and whether it passes. */

import type { Retry } from './readers/reader.ts';

/** Of a file that somebody does not let us read. */
const DENIED = 'permission denied';

/** Node's codes of the failures that people meet, as they complete “could not be read: …”. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['EACCES', DENIED],
  ['EPERM', DENIED],
  ['ENOENT', 'no such file or folder'],
  ['ENOTDIR', 'not a folder'],
  ['EISDIR', 'a folder, not a file'],
  ['ELOOP', 'a loop of links'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['EMFILE', 'too many open files'],
  ['ENFILE', 'too many open files'],
  ['EIO', 'the disk reports an error'],
  // Windows locks files that are open; network shares come and go.
  ['EBUSY', 'in use by another program'],
  ['EAGAIN', 'in use by another program'],
  ['ENODEV', 'the disk is not there'],
  ['ENXIO', 'the disk is not there'],
  ['ESTALE', 'the network share no longer has it'],
  ['ETIMEDOUT', 'the network share does not answer'],
  ['EHOSTDOWN', 'the network share does not answer'],
  ['EHOSTUNREACH', 'the network share cannot be reached'],
  ['ENETUNREACH', 'the network share cannot be reached'],
  ['ENOTCONN', 'the network share cannot be reached'],
  ['UNKNOWN', 'the system does not say why'],
]);

/** The reason of a failed file operation, without the path. */
export function fileProblem(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = REASONS.get(code);
  if (known !== undefined) return known;
  return isFileProblem(error) ? `the system reports ${code}` : error.message;
}

/** Whether a file operation failed in a way that leaves open what is there: all but the words that nothing is. */
export function leavesOpen(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'ELOOP';
}

/** Whether a file operation failed in the system, for a reason that lies in no byte of the file. */
export function isFileProblem(error: Error): boolean {
  // Damaged compressed bytes have a code too, but no call of the system.
  return 'code' in error && 'syscall' in error;
}

/** Whether it is worth another try after a failed file operation; `never` where the file itself is the cause. */
export function retryAfter(error: unknown): Retry {
  if (!(error instanceof Error && isFileProblem(error))) return 'never';
  return fileProblem(error) === DENIED ? 'when-allowed' : 'always';
}
