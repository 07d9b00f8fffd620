/** File problems: what a failed file operation means, in words for the user. */

/** Node's codes of the failures that people meet, as they complete “could not be read: …”. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['ENOENT', 'no such file or folder'],
  ['ENOTDIR', 'not a folder'],
  ['EISDIR', 'a folder, not a file'],
  ['ELOOP', 'a loop of links'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['EMFILE', 'too many open files'],
  ['ENFILE', 'too many open files'],
  ['EIO', 'the disk reports an error'],
]);

const PROBLEMS: ReadonlySet<string> = new Set(REASONS.values());

/** The reason of a failed file operation, without the path. */
export function fileProblem(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return REASONS.get(code) ?? error.message;
}

/** Whether a file was not read for a reason that lies in no byte of it: it may be read next time, although it is the same. */
export function isFileProblem(reason: string): boolean {
  return PROBLEMS.has(reason);
}
