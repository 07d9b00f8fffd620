/** Entries of a corpus as they are typed: which of them cannot be read, or hold no article. */

import { resolve } from 'node:path';
import type { SkippedFile } from '../corpus/article.ts';
import { CliError } from './cliError.ts';

/** Throws `CliError` for the first of the `entries`, as typed, that could not be read; `advice` ends the message. */
export function requireReadable(
  entries: readonly string[],
  skipped: readonly SkippedFile[],
  cwd: string,
  advice = '',
): void {
  for (const entry of entries) {
    const problem = skipped.find(({ path }) => path === resolve(cwd, entry));
    if (problem !== undefined)
      throw new CliError(`cannot read the articles in ${entry}: ${problem.reason}${advice}`);
  }
}

/** Throws `CliError` where `count` articles are none. */
export function requireArticles(
  count: number,
  entries: readonly string[],
  skipped: readonly SkippedFile[],
): void {
  if (count > 0) return;
  const first = skipped[0];
  const why = first === undefined ? '' : ` (${skipped.length} skipped, the first because: ${first.reason})`;
  throw new CliError(`no articles in ${entries.join(', ')}${why}`);
}
