/** Processes: runs a program to its end, showing its output, and stops one that runs. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { SetupProblem } from './problem.ts';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** How long a process may take to end by itself once told to, before it is killed. Ends of VS Code's server took up to 1 s. */
const STOP_GRACE_MS = 5_000;

/** Runs `command` to its end with this process's output. Resolves to its exit code; rejects when it cannot be started. */
export async function runToEnd(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<number> {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = await Promise.race([once(child, 'exit'), once(child, 'error')]);
  const [codeOrError] = ended;
  if (codeOrError instanceof Error) throw new SetupProblem(`Cannot run ${command}: ${codeOrError.message}`);
  return typeof codeOrError === 'number' ? codeOrError : 1;
}

/** Ends `child` politely, then firmly. Resolves when it has gone. */
export async function stopProcess(child: ChildProcess): Promise<void> {
  const ended = child.exitCode !== null || child.signalCode !== null;
  if (ended || child.pid === undefined) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), STOP_GRACE_MS);
  await exited;
  clearTimeout(killer);
}
