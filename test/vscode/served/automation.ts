/** Automation: opens a window that runs a test suite, relays the suite's lines and returns its exit code. */

import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { SUITE_LINE_MARK } from '../suite/mark.ts';
import { SetupProblem } from './problem.ts';

export interface SuiteWindow {
  readonly browser: Browser;
  readonly url: string;
  /** Receives the suite's own lines. */
  readonly onSuiteLine: (line: string) => void;
  /** Receives everything VS Code logs, for the log file. */
  readonly onLog: (line: string) => void;
}

const logArguments = z.array(z.unknown());

/**
 * Opens the window and resolves to the suite's exit code: 0 when all tests passed. Rejects with a `SetupProblem` when
 * the page or the browser dies. VS Code calls the two functions on `window` when it runs under automation
 * (`codeAutomationLog` of its console logger, `codeAutomationExit` when the extension host ends).
 */
export async function runSuiteInWindow(window: SuiteWindow): Promise<number> {
  const page = await window.browser.newPage();
  const { promise: exit, resolve, reject } = Promise.withResolvers<number>();
  page.once('crash', () => reject(new SetupProblem('The page that shows VS Code crashed.')));
  window.browser.once('disconnected', () =>
    reject(new SetupProblem('The browser that shows VS Code ended.')),
  );
  await page.exposeFunction('codeAutomationLog', (kind: unknown, args: unknown) => relay(window, kind, args));
  await page.exposeFunction('codeAutomationExit', (code: unknown) =>
    resolve(typeof code === 'number' ? code : 1),
  );
  await openPage(page, window);
  return exit;
}

async function openPage(page: Page, window: SuiteWindow): Promise<void> {
  page.on('pageerror', (error) => window.onLog(`page error: ${error.stack ?? error.message}`));
  const response = await page.goto(window.url);
  if (response?.ok()) return;
  throw new SetupProblem(`VS Code’s server answered ${response?.status() ?? 'nothing'} to ${window.url}`);
}

/** The workbench logs through the same function, so the suite marks its own lines. */
function relay(window: SuiteWindow, kind: unknown, args: unknown): void {
  const parts = logArguments.safeParse(args).data ?? [args];
  const text = parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' ');
  if (text.startsWith(SUITE_LINE_MARK)) window.onSuiteLine(text.slice(SUITE_LINE_MARK.length));
  window.onLog(`${String(kind)}: ${text}`);
}
