/** A window with a corpus open, as a process that obeys: for tests of several windows, and of windows that are killed. */

import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';

export interface Window {
  readonly process: ChildProcess;
  /** Has it do something; resolves with what it then says. */
  order(...words: readonly string[]): Promise<string>;
}

/** Starts a window that has no corpus open yet. */
export async function openWindow(t: TestContext): Promise<Window> {
  const script = join(import.meta.dirname, 'corpusProcess.ts');
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  t.after(() => child.kill('SIGKILL'));
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => String((await answers.next()).value);
  assert.equal(await next(), 'ready');
  return {
    process: child,
    async order(...words) {
      child.stdin.write(`${words.join('\t')}\n`);
      return next();
    },
  };
}
