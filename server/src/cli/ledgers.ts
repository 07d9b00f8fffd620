/** Ledgers of the command line: what a person verified by hand is left unreported, as in the editor. */

import { resolve } from 'node:path';
import type { Finding } from '../check/finding.ts';
import type { CheckOptions } from '../check/options.ts';
import type { CorpusIndex } from '../corpus/index/corpusIndex.ts';
import type { Draft } from '../draft/draft.ts';
import { applyLedger } from '../ledger/applyLedger.ts';
import { sha256 } from '../ledger/digest.ts';
import { findLedger, LedgerError, type LedgerFile, readLedger, viewOf } from '../ledger/ledgerFile.ts';
import { CliError } from './cliError.ts';
import type { Terminal } from './terminal.ts';

/** `--ledger FILE`, `--no-ledger` (false), or neither (null): the nearest one above each draft. */
export type LedgerChoice = string | false | null;

/** Applies the ledgers to the findings of a draft. Rejects with `CliError` when a ledger cannot be read. */
export type ApplyLedgers = (
  draft: Draft,
  findings: readonly Finding[],
  articles: CorpusIndex,
  options: CheckOptions,
) => Promise<readonly Finding[]>;

/** The ledgers that `choice` asks for. Lines that cannot be read are told of on standard error, once a ledger. */
export function openLedgers(choice: LedgerChoice, { cwd, complain }: Terminal): ApplyLedgers {
  const opened = new Map<string, Promise<LedgerFile>>();
  const read = async (path: string): Promise<LedgerFile> => {
    const file = await readLedger(path).catch(asCliError);
    for (const { line, reason } of file.ledger.problems)
      complain(`corroborate: ${path}:${line}: ${reason}\n`);
    return file;
  };
  const open = (path: string): Promise<LedgerFile> => {
    const known = opened.get(path) ?? read(path);
    opened.set(path, known);
    return known;
  };
  return async (draft, findings, articles, options) => {
    if (choice === false) return findings;
    const path = choice === null ? await findLedger(draft.path, null) : resolve(cwd, choice);
    if (path === null) return findings;
    const view = await viewOf(await open(path), draft.path);
    return applyLedger(draft, findings, view, { articles, options, digest: sha256 });
  };
}

/** Rethrows what is wrong with a ledger as a line for the user. */
export function asCliError(error: unknown): never {
  throw error instanceof LedgerError ? new CliError(error.message) : error;
}
