#!/usr/bin/env node
/** Entry of the command line. */

import { enableCompileCache } from 'node:module';
import { runCommandLine } from './cli/program.ts';
import { processTerminal } from './cli/terminal.ts';

enableCompileCache();

// A reader that closes the pipe (`| head`) has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

runCommandLine(process.argv.slice(2), processTerminal()).then((code) => {
  if (code !== null) process.exitCode = code;
});
