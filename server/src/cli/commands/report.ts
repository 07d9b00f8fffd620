/** The command `report` as it is typed: its options and help. */

import { type Command, Option } from 'commander';
import * as z from 'zod';
import type { ReportArguments } from '../report.ts';
import { addConfigOptions, configChoiceSchema } from './configOptions.ts';
import { addLedgerOptions, ledgerSchema } from './ledgerOptions.ts';
import type { Shell } from './shell.ts';
import { addSourceOptions, sourceSchema } from './sourceOptions.ts';

export function addReport(program: Command, { terminal, exit }: Shell): void {
  addConfigOptions(addLedgerOptions(addSourceOptions(program.command('report'))))
    .summary('write the fact-check packet of a draft')
    .description(
      'Checks a draft and writes its fact-check packet: every claim with what the articles say of it.',
    )
    .argument('<draft>', 'a draft: Markdown, LaTeX, Typst, AsciiDoc and others')
    .requiredOption('--output <file>', 'the file to write')
    .addOption(
      new Option('--format <format>', 'what to write (default: by the name of the output)').choices([
        'html',
        'markdown',
      ]),
    )
    .addHelpText('after', HELP)
    .action(async (draft: unknown, options: unknown) => {
      // Loaded only here: a check needs no packet.
      const { runReport } = await import('../report.ts');
      const typed = optionsSchema.parse(options);
      await runReport(schema.parse({ ...typed, draft, links: typed.followLinks }), terminal);
      exit(0);
    });
}

const HELP = `
Names after --corpus are folders, so the draft comes first:

  corroborate report story.md --output packet.html --corpus articles
  corroborate report story.md --output packet.md --corpus articles

Exit codes: 0 written, 2 cannot run.`;

const optionsSchema = z.record(z.string(), z.unknown());

const schema: z.ZodType<ReportArguments> = z.object({
  draft: z.string(),
  output: z.string(),
  format: z.enum(['html', 'markdown']).nullable().default(null),
  ...sourceSchema,
  config: configChoiceSchema,
  ledger: ledgerSchema,
});
