/** Finds the configuration file of a draft: the nearest one, from the folder of the draft upward. */

import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileProblem } from '../corpus/fileProblem.ts';
import { CONFIG_NAME, type ConfigFile } from './config.ts';
import { type ConfigProblem, readConfig } from './readConfig.ts';

export type FoundConfig =
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly file: ConfigFile }
  /** A file that cannot be used. Never without a problem. */
  | { readonly kind: 'problem'; readonly path: string; readonly problems: readonly ConfigProblem[] };

/** The configuration that holds for the file or folder at `from`, absolute. Never rejects. */
export async function findConfig(from: string): Promise<FoundConfig> {
  for (const path of configPlaces(from)) {
    const found = await configAt(path);
    if (found.kind !== 'none') return found;
  }
  return { kind: 'none' };
}

/** What is wrong with a file in one line: its path, the line and the key of the first problem, and how many there are. */
export function describeProblem(path: string, problems: readonly ConfigProblem[]): string {
  const [first, ...others] = problems;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return `${path}:${first?.line ?? 1}: ${first?.message ?? 'cannot be read'}${more}`;
}

/** Where the configuration of `from` may stand, nearest first. */
export function configPlaces(from: string): readonly string[] {
  const folders = [from];
  for (let above = dirname(from); above !== folders.at(-1); above = dirname(above)) folders.push(above);
  return folders.map((folder) => join(folder, CONFIG_NAME));
}

/** A file holds no configuration, so that asking below one finds none there. */
const NOT_THERE: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR']);

/** The configuration in the file at `path`, absolute. Never rejects. */
export async function configAt(path: string): Promise<FoundConfig> {
  const problem = (...problems: readonly ConfigProblem[]): FoundConfig => ({
    kind: 'problem',
    path,
    problems,
  });
  const bytes = await readFile(path).catch((error: unknown) =>
    error instanceof Error && 'code' in error && NOT_THERE.has(error.code) ? null : fileProblem(error),
  );
  if (bytes === null) return { kind: 'none' };
  if (typeof bytes === 'string') return problem({ line: 1, message: bytes });
  const text = textOf(bytes);
  if (text === null) return problem({ line: 1, message: 'not UTF-8 text' });
  const reading = readConfig(text);
  return reading.kind === 'config'
    ? { kind: 'found', file: { path, config: reading.config } }
    : problem(...reading.problems);
}

/** The text without its byte-order mark; null where it is not UTF-8, which JSON is written in (RFC 8259, 8.1). */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
