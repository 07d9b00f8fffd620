/** Workbench: opens real VS Code in a page that a program can drive and photograph, with one extension in it. */

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../served/chromium.ts';
import type { ExtensionSource } from '../served/extensionSource.ts';
import { SetupProblem } from '../served/problem.ts';
import { runToEnd } from '../served/process.ts';
import { installArguments, type ServerFolders, serveVscode } from '../served/server.ts';
import { QUIET_SETTINGS, type Settings, writeSettings } from '../served/settings.ts';

export interface WorkbenchOptions {
  readonly extension: ExtensionSource;
  /** User settings beside the quiet ones, in force from the start. */
  readonly settings?: Settings;
  /** Size of the page in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Device pixels per CSS pixel of the pictures. */
  readonly scale?: number;
}

export interface Workbench {
  /** Playwright's page; all else in this folder works on it. */
  readonly page: Page;
  /** Ends browser and server and removes what they wrote. */
  readonly close: () => Promise<void>;
}

const DEFAULT_SIZE = { width: 1400, height: 900 };

/** How long any single wait may take. Starting VS Code, the longest, took 5 s where measured. */
const WAIT_LIMIT_MS = 60_000;

/** Opens `folder` (or a `.code-workspace` file). Resolves when the workbench is drawn. */
export async function openWorkbench(folder: string, options: WorkbenchOptions): Promise<Workbench> {
  const dataDir = await mkdtemp(join(tmpdir(), 'corroborate-workbench-'));
  const folders = { dataDir, extensionsDir: join(dataDir, 'extensions'), userDataDir: join(dataDir, 'data') };
  const endings: (() => Promise<void>)[] = [
    () => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }),
  ];
  const close = async (): Promise<void> => {
    for (const end of endings.splice(0).reverse()) await end();
  };
  try {
    await writeSettings(folders.userDataDir, { ...QUIET_SETTINGS, ...options.settings });
    await installExtension(folders, options.extension);
    const server = await serveVscode(folders);
    endings.push(server.stop);
    const browser = await launchChromium();
    endings.push(() => browser.close());
    const page = await browser.newPage({
      viewport: options.size ?? DEFAULT_SIZE,
      deviceScaleFactor: options.scale ?? 1,
    });
    page.setDefaultTimeout(WAIT_LIMIT_MS);
    await page.goto(server.windowUrl(windowContent(folder, options.extension)));
    await page.locator('.monaco-workbench .statusbar').waitFor();
    return { page, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function installExtension(folders: ServerFolders, extension: ExtensionSource): Promise<void> {
  await mkdir(folders.extensionsDir, { recursive: true });
  if (extension.kind === 'development') return;
  const code = await runToEnd(process.execPath, installArguments(folders, [extension.file]));
  if (code !== 0) throw new SetupProblem(`VS Code did not install ${extension.file} (exit code ${code}).`);
}

function windowContent(folder: string, extension: ExtensionSource) {
  const extensionDevelopmentPaths = extension.kind === 'development' ? [extension.folder] : [];
  return { open: folder, extensionDevelopmentPaths, extensionTestsPath: null };
}
