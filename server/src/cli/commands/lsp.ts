/** The command `lsp` as it is typed: the language server for an editor. */

import type { Command } from 'commander';
import * as z from 'zod';
import packageJson from '../../../../package.json' with { type: 'json' };
import { corpusOption, corpusSchema, type Shell } from './shell.ts';

export function addLsp(program: Command, { exit }: Shell): void {
  program
    .command('lsp')
    .summary('run the language server for an editor')
    .description('Runs the language server. Editors start it; it ends when the editor closes the connection.')
    .option('--stdio', 'speak over standard input and output (the only way, and the default)')
    .addOption(corpusOption())
    .action(async (options: unknown) => {
      const { corpus } = schema.parse(options);
      // Loaded only here: a check needs no server.
      const { serveStdio } = await import('../lsp.ts');
      serveStdio({ corpus, version: packageJson.version });
      exit(null);
    });
}

const schema = z.object({ corpus: corpusSchema });
