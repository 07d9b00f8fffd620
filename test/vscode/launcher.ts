/**
 * Launcher: stands in for a desktop VS Code executable. Takes the same flags, runs the test suite in real VS Code
 * served on the loopback interface and shown by headless Chromium, and exits with the suite's code.
 */

import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSuiteInWindow } from './served/automation.ts';
import { launchChromium } from './served/chromium.ts';
import { type Flags, parseFlags } from './served/flags.ts';
import { runMain, SetupProblem } from './served/problem.ts';
import { runToEnd } from './served/process.ts';
import { installArguments, type ServerFolders, serveVscode } from './served/server.ts';

/** The suite takes about a minute on two idle cores; a run that takes ten times as long hangs. */
const RUN_LIMIT_MS = 600_000;

await runMain(() => launch(parseFlags(process.argv.slice(2))));

/** Resolves to the suite's exit code. Without a profile of the caller's, one is made for this run. */
async function launch(flags: Flags): Promise<number> {
  if (flags.userDataDir !== null) return launchIn(flags.userDataDir, flags);
  const ownDir = await mkdtemp(join(tmpdir(), 'corroborate-vscode-'));
  const code = await launchIn(ownDir, flags);
  await rm(ownDir, { recursive: true, force: true, maxRetries: 5 });
  return code;
}

async function launchIn(dataDir: string, flags: Flags): Promise<number> {
  await mkdir(dataDir, { recursive: true });
  const folders = {
    dataDir,
    userDataDir: dataDir,
    extensionsDir: flags.extensionsDir ?? join(dataDir, 'extensions'),
  };
  if (flags.installExtensions.length === 0) return runSuite(flags, folders);
  return runToEnd(process.execPath, installArguments(folders, flags.installExtensions));
}

async function runSuite(flags: Flags, folders: ServerFolders): Promise<number> {
  if (flags.extensionTestsPath === null) {
    throw new SetupProblem('The launcher runs test suites only: give it --extensionTestsPath.');
  }
  const stopped = rejectWhenStopped();
  const log = createWriteStream(join(folders.dataDir, 'window.log'));
  const server = await serveVscode(folders);
  try {
    const browser = await launchChromium();
    try {
      const suite = runSuiteInWindow({
        browser,
        url: server.windowUrl(flags),
        onSuiteLine: (line) => console.log(line),
        onLog: (line) => log.write(`${line}\n`),
      });
      return await Promise.race([suite, server.died, stopped]);
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
    log.end();
  }
}

/** Rejects when the time is up or the person interrupts, so that server and browser are ended either way. */
function rejectWhenStopped(): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  const limit = setTimeout(() => {
    reject(new SetupProblem(`The suite in VS Code did not end within ${RUN_LIMIT_MS / 1000} s.`));
  }, RUN_LIMIT_MS);
  limit.unref();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => reject(new SetupProblem(`Stopped by ${signal}.`)));
  }
  promise.catch(() => {});
  return promise;
}
