/** Configuration files of the command line: the one that holds for each draft. */

import { dirname, resolve } from 'node:path';
import type { ConfigFile } from '../config/config.ts';
import { configAt, describeProblem, type FoundConfig, findConfig } from '../config/findConfig.ts';
import { configuredCorpus } from '../config/places.ts';
import type { LinkPolicy } from '../corpus/links.ts';
import { CliError } from './cliError.ts';
import type { Terminal } from './terminal.ts';

/** `--config FILE`, `--no-config` (false), or neither (null): the nearest one above each draft. */
export type ConfigChoice = string | false | null;

/**
 * The configuration for the file or folder at `path`, absolute; null where there is none. Rejects with `CliError` when it
 * cannot be used.
 */
export async function configFor(
  path: string,
  choice: ConfigChoice,
  { cwd }: Terminal,
): Promise<ConfigFile | null> {
  if (choice === false) return null;
  const named = choice === null ? null : resolve(cwd, choice);
  const found: FoundConfig = named === null ? await findConfig(path) : await configAt(named);
  switch (found.kind) {
    case 'found':
      return found.file;
    case 'problem':
      throw new CliError(describeProblem(found.path, found.problems));
    case 'none':
      if (named === null) return null;
      throw new CliError(`cannot read the configuration ${choice}: no such file or folder`);
  }
}

/** The articles to check against: those given, else those of the configuration; empty for the default. */
export function corpusEntries(given: readonly string[], file: ConfigFile | null): readonly string[] {
  if (given.length > 0 || file === null) return given;
  // Whoever runs a command on a folder trusts what stands in it.
  return configuredCorpus(file);
}

/**
 * What becomes of links in the entries of `corpusEntries`: those given are the word of the user, while the default and those
 * of a configuration must not lead out of the folder that they are written for.
 */
export function corpusLinks(
  given: { readonly corpus: readonly string[]; readonly links: LinkPolicy },
  file: ConfigFile | null,
  { cwd }: Terminal,
): LinkPolicy {
  if (given.links === 'follow' || given.corpus.length > 0) return given.links;
  return { within: file === null ? [cwd] : [cwd, dirname(file.path)] };
}
