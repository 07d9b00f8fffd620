/** Chromium: finds the browser that shows the served VS Code, and starts it headless. */

import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { SetupProblem } from './problem.ts';

/** Names under which distributions install Chromium and Chrome. */
const PROGRAM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** No graphics card, no first-run pages, and no calls home: on a machine without a network each would be retried. */
const QUIET_ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser named by `CHROMIUM_PATH`, else one on `PATH`, else Playwright's own download; null when there is none. */
export async function findChromium(): Promise<string | null> {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (await isExecutable(named)) return named;
    throw new SetupProblem(`CHROMIUM_PATH names ${named}, which is not a program that can be run.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const installed = folders.flatMap((folder) => PROGRAM_NAMES.map((name) => join(folder, name)));
  for (const candidate of [...installed, chromium.executablePath()]) {
    if (await isExecutable(candidate)) return candidate;
  }
  return null;
}

/** Starts the browser without a window. Rejects with a `SetupProblem` when none is installed. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = await findChromium();
  if (executablePath === null) {
    throw new SetupProblem('No Chromium was found. Run `npm run vscode:install`, or set CHROMIUM_PATH.');
  }
  return chromium.launch({ executablePath, args: QUIET_ARGUMENTS });
}

async function isExecutable(path: string): Promise<boolean> {
  if (path === '') return false;
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
