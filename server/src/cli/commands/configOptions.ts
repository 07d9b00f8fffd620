/** `--config` and `--no-config`, which every command that checks takes. */

import type { Command } from 'commander';
import * as z from 'zod';
import { CONFIG_NAME } from '../../config/config.ts';

/** Adds both options to a command. */
export function addConfigOptions(command: Command): Command {
  return command
    .option('--config <file>', `the configuration (default: the nearest ${CONFIG_NAME} above each draft)`)
    .option('--no-config', 'use no configuration file');
}

/** The options as parsed: a file, false for none, null for the nearest. */
export const configChoiceSchema = z
  .union([z.string(), z.literal(false)])
  .nullable()
  .default(null);
