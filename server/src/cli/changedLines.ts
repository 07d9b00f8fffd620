/** Changed lines: which lines of a draft differ from a revision of its git repository. */

import { execFile } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';
import type { Span } from '../text/span.ts';
import { CliError } from './cliError.ts';

const run = promisify(execFile);

/** Bytes. A diff that is larger than any draft is not read to its end. */
const LARGEST_DIFF = 64 * 1024 * 1024;

/**
 * The spans of the lines of `text`, the file at `path`, that were added or changed since `revision`, in order; where lines
 * were only taken out, an empty span. Everything when the revision has no such file, and since `HEAD` before the first
 * commit. Rejects with `CliError` where there is no git, no repository or no such revision.
 */
export async function changedSince(revision: string, path: string, text: string): Promise<readonly Span[]> {
  const git = gitIn(dirname(path));
  const commit = await commitOf(revision, git, path);
  if (commit === null) return [{ start: 0, end: text.length }];
  const name = `./${basename(path)}`;
  const isNew = await git('cat-file', '-e', `${commit}:${name}`).then(
    () => false,
    () => true,
  );
  if (isNew) return [{ start: 0, end: text.length }];
  const patch = await git('diff', ...PLAIN, commit, '--', name).catch((error: unknown) => {
    throw new CliError(`git cannot compare ${path} with ${revision}: ${reasonOf(error)}`);
  });
  return spansOf(patch, text);
}

/** No context, and nothing that a repository can configure: no program of its own, no colours, no renames. */
const PLAIN = [
  '--unified=0',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--no-renames',
  '--text',
] as const;

type Git = (...args: readonly string[]) => Promise<string>;

/** Runs git without a shell, so that no argument is read as anything but an argument. */
function gitIn(folder: string): Git {
  return async (...args) => {
    const options = { cwd: folder, maxBuffer: LARGEST_DIFF, windowsHide: true };
    const { stdout } = await run('git', ['--literal-pathspecs', ...args], options);
    return stdout;
  };
}

/** Null for the `HEAD` of a branch without commits: a hook runs before the first commit too. */
async function commitOf(revision: string, git: Git, path: string): Promise<string | null> {
  // Neither an option nor a range is a revision; git would take both for what they are.
  if (revision.startsWith('-') || revision.includes('..'))
    throw new CliError(`${revision} is no revision: --since takes a commit, branch or tag`);
  await git('rev-parse', '--git-dir').catch((error: unknown) => {
    throw new CliError(
      `--since needs git: ${isMissing(error) ? 'git was not found' : `${path} lies in no git repository`}`,
    );
  });
  const found = await git('rev-parse', '--verify', '--quiet', `${revision}^{commit}`).catch(() => '');
  if (found !== '') return found.trim();
  if (revision === 'HEAD' && (await isUnborn(git))) return null;
  throw new CliError(`git knows no revision ${revision}`);
}

/** Whether `HEAD` names a branch that has no commit yet. */
async function isUnborn(git: Git): Promise<boolean> {
  const branch = await git('symbolic-ref', '--quiet', 'HEAD').catch(() => '');
  if (branch === '') return false;
  return git('rev-parse', '--verify', '--quiet', branch.trim()).then(
    () => false,
    () => true,
  );
}

/** Whether the program itself is not there. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** The last line that git wrote on standard error. */
function reasonOf(error: unknown): string {
  const written = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
  return written.split('\n').at(-1) || String(error);
}

/** `@@ -12,0 +13,2 @@`: where the new lines of a hunk begin, and how many there are (one where no number stands). */
const HUNK = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/;

function spansOf(patch: string, text: string): readonly Span[] {
  // Lines as git counts them: a lone carriage return ends none.
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1), text.length];
  const startOf = (line: number): number => starts[Math.min(line, starts.length) - 1] ?? text.length;
  return patch.split('\n').flatMap((row) => {
    const [whole, from = '', count = '1'] = HUNK.exec(row) ?? [];
    if (whole === undefined) return [];
    const [first, lines] = [Number(from), Number(count)];
    // Lines that were taken out stood behind the line that is named.
    return lines === 0
      ? [{ start: startOf(first + 1), end: startOf(first + 1) }]
      : [{ start: startOf(first), end: startOf(first + lines) }];
  });
}
