/** `--ledger` and `--no-ledger`, which every command that checks takes. */

import type { Command } from 'commander';
import * as z from 'zod';

/** Adds both options to a command. */
export function addLedgerOptions(command: Command): Command {
  return command
    .option(
      '--ledger <file>',
      'the ledger of what was verified by hand (default: the nearest .corroborate/ledger.jsonl above each draft)',
    )
    .option('--no-ledger', 'report what was verified by hand too');
}

/** The options as parsed: a file, false for none, null for the nearest. */
export const ledgerSchema = z
  .union([z.string(), z.literal(false)])
  .nullable()
  .default(null);
