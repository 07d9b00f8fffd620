/** The built command line, run as users run it, and a folder of generated articles for it. */

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { freshBuild } from '../../scripts/freshBuild.ts';
import { SEED } from '../bench/checks.ts';
import { articleOf } from '../bench/generate.ts';

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line to its end. */
export async function runCommand(...args: readonly string[]): Promise<Run> {
  const command = [await freshBuild(), ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

/** A command that runs. */
export interface Running {
  /** Ends it from outside. */
  interrupt(signal: 'SIGINT' | 'SIGKILL'): void;
  readonly hasEnded: boolean;
  /** What it said, once it has ended. `code` is null where a signal ended it. */
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
}

/** Starts the command line. */
export async function startCommand(...args: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, [await freshBuild(), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return {
    interrupt(signal) {
      child.kill(signal);
    },
    get hasEnded() {
      return child.exitCode !== null || child.signalCode !== null;
    },
    ended: said.then(([stdout, stderr]) => ({ code: child.exitCode, stdout, stderr })),
  };
}

/** Files of one folder: file systems grow slow with more. */
const FILES_IN_FOLDER = 1_000;

/** Writes generated articles into a new folder and tells how many bytes they have. */
export function articleFolder(count: number): { readonly path: string; readonly bytes: number } {
  const path = mkdtempSync(join(tmpdir(), 'corroborate-articles-'));
  let bytes = 0;
  for (let number = 0; number < count; number += 1) {
    const own = join(path, String(Math.floor(number / FILES_IN_FOLDER)).padStart(4, '0'));
    if (number % FILES_IN_FOLDER === 0) mkdirSync(own);
    const article = articleOf(SEED, number);
    writeFileSync(join(own, article.id), article.text);
    bytes += Buffer.byteLength(article.text);
  }
  return { path, bytes };
}
