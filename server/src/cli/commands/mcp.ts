/** The command `mcp` as it is typed: the tools for assistants. */

import type { Command } from 'commander';
import * as z from 'zod';
import packageJson from '../../../../package.json' with { type: 'json' };
import { addConfigOptions, configChoiceSchema } from './configOptions.ts';
import type { Shell } from './shell.ts';
import { addSourceOptions, sourceSchema } from './sourceOptions.ts';

export function addMcp(program: Command, { terminal, exit }: Shell): void {
  addConfigOptions(addSourceOptions(program.command('mcp')))
    .summary('offer the checks to an assistant (MCP)')
    .description(
      'Runs a server of the Model Context Protocol over standard input and output, with the tools check_text, ' +
        'find_sources and get_passage. It reads the articles and writes nothing.',
    )
    .action(async (options: unknown) => {
      const typed = optionsSchema.parse(options);
      const given = schema.parse({ ...typed, links: typed.followLinks });
      // Loaded only here: no other command needs the protocol.
      const { serveMcp } = await import('../mcp.ts');
      await serveMcp({ ...given, version: packageJson.version }, terminal);
      exit(null);
    });
}

const optionsSchema = z.record(z.string(), z.unknown());

const schema = z.object({ ...sourceSchema, config: configChoiceSchema });
