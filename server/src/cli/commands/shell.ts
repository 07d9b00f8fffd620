/** What every command is given: the terminal to write to, and a way to say how it ended. */

import { Option } from 'commander';
import * as z from 'zod';
import type { LinkPolicy } from '../../corpus/links.ts';
import type { Terminal } from '../terminal.ts';

/** What the shell is told: nothing to report, findings, or that the command could not run. */
export type ExitCode = 0 | 1 | 2;

export interface Shell {
  readonly terminal: Terminal;
  /** Null when a server took over the process and ends it itself. */
  exit(code: ExitCode | null): void;
}

/** `--corpus`, which all commands take. */
export function corpusOption(): Option {
  return new Option(
    '--corpus <dir...>',
    'folders, files or globs of articles (default: those of the configuration file, else ./corpus)',
  );
}

/** `--archive` as parsed; null when it was not given. */
export const archiveSchema = z.string().nullable().default(null);

/** `--corpus` as parsed; empty when it was not given. */
export const corpusSchema = z.array(z.string()).default([]);

/** `--follow-links`, which all commands take that read articles by themselves; an editor has a setting for it. */
export function linksOption(): Option {
  return new Option(
    '--follow-links',
    'read articles behind symbolic links that lead out of their folder too',
  );
}

/** `--follow-links` as parsed. */
export const linksSchema = z
  .boolean()
  .default(false)
  .transform((follows): LinkPolicy => (follows ? 'follow' : 'refuse'));
