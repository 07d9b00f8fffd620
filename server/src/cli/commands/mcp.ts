/** The command `mcp` as it is typed: the tools for assistants. */

import type { Command } from 'commander';
import * as z from 'zod';
import packageJson from '../../../../package.json' with { type: 'json' };
import { addConfigOptions, configChoiceSchema } from './configOptions.ts';
import { corpusOption, corpusSchema, linksOption, linksSchema, type Shell } from './shell.ts';

export function addMcp(program: Command, { terminal, exit }: Shell): void {
  addConfigOptions(program.command('mcp'))
    .summary('offer the checks to an assistant (MCP)')
    .description(
      'Runs a server of the Model Context Protocol over standard input and output, with the tools check_text, ' +
        'find_sources and get_passage. It reads the articles and writes nothing.',
    )
    .addOption(corpusOption())
    .addOption(linksOption())
    .action(async (options: unknown) => {
      const { followLinks: links, ...given } = schema.parse(options);
      // Loaded only here: no other command needs the protocol.
      const { serveMcp } = await import('../mcp.ts');
      await serveMcp({ ...given, links, version: packageJson.version }, terminal);
      exit(null);
    });
}

const schema = z.object({ corpus: corpusSchema, followLinks: linksSchema, config: configChoiceSchema });
