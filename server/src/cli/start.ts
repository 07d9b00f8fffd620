/** Starts the command line in this process. */

import { runCommandLine } from './program.ts';
import { processTerminal } from './terminal.ts';

// A reader that closes the pipe (`| head`) has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

runCommandLine(process.argv.slice(2), processTerminal()).then((code) => {
  if (code !== null) process.exitCode = code;
});
