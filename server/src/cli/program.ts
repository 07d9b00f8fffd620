/** The command line: its commands put together, and what becomes of errors. Each command has a file of its own. */

import { Command, CommanderError } from 'commander';
import packageJson from '../../../package.json' with { type: 'json' };
import { ArchiveError } from '../corpus/archive/archiveError.ts';
import { terminalSafe } from '../report/terminalText.ts';
import { CliError } from './cliError.ts';
import { addCheck } from './commands/check.ts';
import { addIndex } from './commands/index.ts';
import { addLsp } from './commands/lsp.ts';
import { addMcp } from './commands/mcp.ts';
import { addReport } from './commands/report.ts';
import type { ExitCode, Shell } from './commands/shell.ts';
import { addSignOff } from './commands/signOff.ts';
import { withSoundIndex } from './soundIndex.ts';
import type { Terminal } from './terminal.ts';

const CANNOT_RUN = 2;

/**
 * Runs the command that `args` (without node and script) ask for. Never rejects: what cannot run is one line on standard
 * error and the exit code 2. Null when a server took over the process and ends it itself.
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitCode | null> {
  let code: ExitCode | null = 0;
  const exit = (given: ExitCode | null): void => {
    code = given;
  };
  try {
    await withSoundIndex(() => createProgram({ terminal, exit }).parseAsync(args, { from: 'user' }));
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    terminal.complain(`corroborate: ${describe(error)}\n`);
    return CANNOT_RUN;
  }
}

function createProgram(shell: Shell): Command {
  const program = new Command('corroborate')
    .description('Checks every figure, date and quote of a draft against a folder of source articles.')
    .usage('<command> [options]')
    .version(packageJson.version, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .exitOverride()
    // Errors are printed once, by `runCommandLine`; help and version go where reports go.
    .configureOutput({
      writeOut: (text) => void shell.terminal.write(text),
      writeErr: () => {},
      outputError: () => {},
    });
  addCheck(program, shell);
  addReport(program, shell);
  addSignOff(program, shell);
  addIndex(program, shell);
  addLsp(program, shell);
  addMcp(program, shell);
  return program;
}

/** What is missing, for each name of an argument that a command asks for. */
const MISSING: Readonly<Record<string, string>> = {
  draft: 'no draft given; drafts come before --corpus',
  claim: 'no claim given; write the draft with line and column, as in story.md:3:24',
  dir: 'no folder of articles given',
};

/** Commander says which argument it is in its message alone. */
function missingArgument(message: string): string {
  const [, name = ''] = /'(\w+)'/.exec(message) ?? [];
  return MISSING[name] ?? message;
}

/** One line that says what was wrong. */
function describe(error: unknown): string {
  if (error instanceof CommanderError) {
    if (error.code === 'commander.help') return 'no command given; corroborate --help lists them';
    if (error.code === 'commander.missingArgument') return missingArgument(error.message);
    return error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ');
  }
  // It may name files and claims: whoever wrote those shall not write to the terminal.
  if (error instanceof CliError || error instanceof ArchiveError) return terminalSafe(error.message);
  return `unexpected: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
