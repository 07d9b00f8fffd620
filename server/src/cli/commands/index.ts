/** The command `index` as it is typed: reads articles ahead of the first check. */

import { resolve } from 'node:path';
import type { Command } from 'commander';
import * as z from 'zod';
import { indexCorpus } from '../openLargeCorpus.ts';
import { linksOption, linksSchema, type Shell } from './shell.ts';

export function addIndex(program: Command, { terminal, exit }: Shell): void {
  program
    .command('index')
    .summary('read articles ahead of the first check')
    .description(
      'Brings the index of a corpus up to date. A check does the same by itself, and reads only what changed since.',
    )
    .argument('<dir...>', 'folders, files or globs of articles, as given to --corpus')
    .addOption(linksOption())
    .addHelpText('after', HELP)
    .action(async (given: unknown, options: unknown) => {
      const entries = z.array(z.string()).parse(given);
      const { followLinks: links } = optionsSchema.parse(options);
      const { index, close } = await indexCorpus(
        entries.map((entry) => resolve(terminal.cwd, entry)),
        links,
        terminal,
      );
      const { size, skipped } = index;
      close();
      await terminal.write(`${counted(size, 'article')} indexed${skippedText(skipped.length)}\n`);
      exit(0);
    });
}

const optionsSchema = z.object({ followLinks: linksSchema });

const HELP = `
Indexes are kept in the user's cache; CORROBORATE_INDEX_DIR names another folder.`;

function skippedText(count: number): string {
  return count === 0 ? '' : `, ${counted(count, 'file')} skipped`;
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;
}
