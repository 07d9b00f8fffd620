/** The command `check` as it is typed: its options and help. */

import { type Command, Option } from 'commander';
import * as z from 'zod';
import { SEVERITIES } from '../../report/checkReport.ts';
import type { CheckArguments } from '../check.ts';
import { FORMATS } from '../formats.ts';
import { addConfigOptions, configChoiceSchema } from './configOptions.ts';
import { addLedgerOptions, ledgerSchema } from './ledgerOptions.ts';
import type { Shell } from './shell.ts';
import { addSourceOptions, sourceSchema } from './sourceOptions.ts';

export function addCheck(program: Command, { terminal, exit }: Shell): void {
  const command = addSourceOptions(program.command('check'))
    .summary('check drafts and print what the articles say')
    .description('Checks drafts against the articles and prints each finding with what the articles say.')
    .argument('<draft...>', 'the files to check')
    .addOption(new Option('--format <format>', 'how to print').choices(FORMATS).default('pretty'))
    .addOption(
      new Option(
        '--fail-on <severity>',
        'exit with 1 on findings of this severity or a louder one (default: that of the configuration file, else "warning")',
      ).choices([...SEVERITIES, 'never']),
    )
    .option('--since <revision>', 'only claims in sentences that changed since a git revision');
  addLedgerOptions(addConfigOptions(command))
    .addHelpText('after', HELP)
    .action(async (drafts: unknown, options: unknown) => {
      const typed = optionsSchema.parse(options);
      const given = schema.parse({ ...typed, drafts, links: typed.followLinks });
      // Loaded only here: servers and help need none of it.
      const { runCheck } = await import('../check.ts');
      exit(await runCheck(given, terminal));
    });
}

const HELP = `
Names after --corpus are folders, so drafts come first:

  corroborate check report.md --corpus articles
  corroborate check *.md --corpus articles 'archive/2020/**/*.txt' --format json

Exit codes: 0 nothing to report, 1 findings, 2 cannot run.`;

const optionsSchema = z.record(z.string(), z.unknown());

const schema: z.ZodType<CheckArguments> = z.object({
  drafts: z.array(z.string()),
  ...sourceSchema,
  format: z.enum(FORMATS),
  failOn: z
    .enum([...SEVERITIES, 'never'])
    .nullable()
    .default(null),
  config: configChoiceSchema,
  since: z.string().nullable().default(null),
  ledger: ledgerSchema,
});
