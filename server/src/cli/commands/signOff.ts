/** The command `sign-off` as it is typed: its options and help. */

import type { Command } from 'commander';
import * as z from 'zod';
import { CliError } from '../cliError.ts';
import type { SignOffArguments } from '../signOff.ts';
import { addConfigOptions, configChoiceSchema } from './configOptions.ts';
import type { Shell } from './shell.ts';
import { addSourceOptions, sourceSchema } from './sourceOptions.ts';

export function addSignOff(program: Command, { terminal, exit }: Shell): void {
  addConfigOptions(addSourceOptions(program.command('sign-off')))
    .summary('verify a claim by hand, in the ledger')
    .description(
      'Adds to the ledger that a person verified a claim by hand; check then leaves it unreported.',
    )
    .argument('<claim>', 'the draft with line and column of the claim, as check prints them')
    .option('--reason <words>', 'how the claim was verified')
    .option('--remove', 'take the sign-off of the claim back')
    .option('--person <name>', 'who decides (default: user.name and user.email of git)')
    .option('--ledger <file>', 'the ledger to write to (default: the nearest .corroborate/ledger.jsonl)')
    .addHelpText('after', HELP)
    .action(async (place: unknown, options: unknown) => {
      const { runSignOff } = await import('../signOff.ts');
      const typed = z.record(z.string(), z.unknown()).parse(options);
      const reason = reasonOf(wishSchema.parse(typed));
      await runSignOff(schema.parse({ ...typed, reason, place, links: typed.followLinks }), terminal);
      exit(0);
    });
}

const HELP = `
  corroborate sign-off story.md:3:24 --reason "Interview with the mayor, 4 January"
  corroborate sign-off story.md:3:24 --remove

The column may be left out where one claim of the line is reported.
Exit codes: 0 written, 2 cannot run.`;

const wishSchema = z.object({ reason: z.string().optional(), remove: z.literal(true).optional() });

/** The reason; null where the sign-off is to be taken back. */
function reasonOf({ reason, remove }: z.infer<typeof wishSchema>): string | null {
  if (remove !== undefined && reason !== undefined)
    throw new CliError('--reason and --remove do not go together');
  if (remove === undefined && reason === undefined)
    throw new CliError('a decision needs a --reason, or --remove to take one back');
  return reason ?? null;
}

const schema: z.ZodType<SignOffArguments> = z.object({
  place: z.string(),
  reason: z.string().nullable(),
  person: z.string().nullable().default(null),
  ledger: z.string().nullable().default(null),
  ...sourceSchema,
  config: configChoiceSchema,
});
