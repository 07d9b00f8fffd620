/** The command line's commands, options and help. */

import { Command, CommanderError, Option } from 'commander';
import * as z from 'zod';
import packageJson from '../../../package.json' with { type: 'json' };
import { SEVERITIES } from '../report/checkReport.ts';
import { type CheckArguments, runCheck } from './check.ts';
import { CliError } from './cliError.ts';
import type { Terminal } from './terminal.ts';

/** What the shell is told: nothing to report, findings, or that the command could not run. */
export type ExitCode = 0 | 1 | 2;

const CANNOT_RUN = 2;

/**
 * Runs the command that `args` (without node and script) ask for. Never rejects: what cannot run is one line on standard
 * error and the exit code 2. Null when a server took over the process and ends it itself.
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitCode | null> {
  let exit: ExitCode | null = 0;
  const program = createProgram(terminal, (code) => {
    exit = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    terminal.complain(`corroborate: ${describe(error)}\n`);
    return CANNOT_RUN;
  }
}

function createProgram(terminal: Terminal, exit: (code: ExitCode | null) => void): Command {
  const program = new Command('corroborate')
    .description('Checks every figure, date and quote of a draft against a folder of source articles.')
    .usage('<command> [options]')
    .version(packageJson.version, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .exitOverride()
    // Errors are printed once, by `runCommandLine`; help and version go where reports go.
    .configureOutput({
      writeOut: (text) => void terminal.write(text),
      writeErr: () => {},
      outputError: () => {},
    });
  addCheck(program, terminal, exit);
  addServer(program, exit);
  return program;
}

function addCheck(program: Command, terminal: Terminal, exit: (code: ExitCode) => void): void {
  program
    .command('check')
    .summary('check drafts and print what the articles say')
    .description('Checks drafts against the articles and prints each finding with what the articles say.')
    .argument('<draft...>', 'Markdown or plain-text files')
    .addOption(corpusOption())
    .addOption(new Option('--format <format>', 'how to print').choices(['pretty', 'json']).default('pretty'))
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 on findings of this severity or a louder one')
        .choices([...SEVERITIES, 'never'])
        .default('warning'),
    )
    .addHelpText('after', CHECK_HELP)
    .action(async (drafts: unknown, options: unknown) => {
      exit(await runCheck(checkArguments.parse({ drafts, ...optionsOf(options) }), terminal));
    });
}

const CHECK_HELP = `
Names after --corpus are folders, so drafts come first:

  corroborate check report.md --corpus articles
  corroborate check *.md --corpus articles 'archive/2020/**/*.txt' --format json

Exit codes: 0 nothing to report, 1 findings, 2 cannot run.`;

function addServer(program: Command, exit: (code: null) => void): void {
  program
    .command('lsp')
    .summary('run the language server for an editor')
    .description('Runs the language server. Editors start it; it ends when the editor closes the connection.')
    .option('--stdio', 'speak over standard input and output (the only way, and the default)')
    .addOption(corpusOption())
    .action(async (options: unknown) => {
      const { corpus } = serverArguments.parse(options);
      // Loaded only here: a check needs no server.
      const { serveStdio } = await import('./lsp.ts');
      serveStdio({ corpus, version: packageJson.version });
      exit(null);
    });
}

function corpusOption(): Option {
  return new Option('--corpus <dir...>', 'folders, files or globs of articles (default: ./corpus)');
}

const corpus = z.array(z.string()).default([]);

const checkArguments: z.ZodType<CheckArguments> = z.object({
  drafts: z.array(z.string()),
  corpus,
  format: z.enum(['pretty', 'json']),
  failOn: z.enum([...SEVERITIES, 'never']),
});

const serverArguments = z.object({ corpus });

function optionsOf(options: unknown): object {
  return typeof options === 'object' && options !== null ? options : {};
}

/** One line that says what was wrong. */
function describe(error: unknown): string {
  if (error instanceof CommanderError) {
    if (error.code === 'commander.help') return 'no command given; corroborate --help lists them';
    if (error.code === 'commander.missingArgument') return 'no draft given; drafts come before --corpus';
    return error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ');
  }
  if (error instanceof CliError) return error.message;
  return `unexpected: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
