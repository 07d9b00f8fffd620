/**
 * Takes the pictures of the README in real VS Code, driven the way a person does.
 *
 *     node test/vscode/screenshots.ts [vsix [FILE]] [--out docs/images] [--scale 2]
 *
 * Without `vsix` the extension is that of this checkout, and the window's title says so.
 */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { install } from './install.ts';
import { readExtensionSource } from './served/extensionSource.ts';
import { runMain } from './served/problem.ts';
import {
  openFile,
  runCommand,
  screenshot,
  showLanguageStatus,
  showProblems,
  useTheme,
} from './workbench/commands.ts';
import { hoverAt, placeCursorAt, showQuickFixes, waitForSquiggles } from './workbench/editor.ts';
import { expandRow, rowsOf, showViews, widenSideBar } from './workbench/sideBar.ts';
import { webviewContent } from './workbench/webview.ts';
import { openWorkbench } from './workbench/workbench.ts';
import { makeSampleWorkspace } from './workspace.ts';

/** Room for the text: no minimap beside it. */
const SETTINGS = { 'editor.minimap.enabled': false };

await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string', default: 'docs/images' },
      scale: { type: 'string', default: '1' },
    },
  });
  await install();
  const extension = readExtensionSource(positionals);
  const workspace = await makeSampleWorkspace();
  const workbench = await openWorkbench(workspace.folder, {
    extension,
    settings: SETTINGS,
    scale: Number(values.scale),
  });
  try {
    await mkdir(values.out, { recursive: true });
    await takePictures(workbench.page, (name) => join(values.out, `${name}.png`));
  } finally {
    await workbench.close();
    await workspace.remove();
  }
  return 0;
});

/** The side bar and a stretch of the draft beside it. */
const VIEWS = { x: 0, y: 35, width: 960, height: 750 };

/** Claims in the order of the draft, by verdict with a passage open, and in high contrast. Leaves the dark theme on. */
async function takeViews(page: Page, file: (name: string) => string): Promise<void> {
  await showViews(page);
  await widenSideBar(page, 480);
  await useTheme(page, 'dark');
  await screenshot(page, file('claims'), VIEWS);
  await runCommand(page, 'Corroborate: Group Claims by Verdict');
  await rowsOf(page, 'Claims').filter({ hasText: 'Refuted' }).first().waitFor();
  await expandRow(page, 'about 850');
  await useTheme(page, 'light');
  await screenshot(page, file('claims-light'), VIEWS);
  await useTheme(page, 'high-contrast');
  await screenshot(page, file('claims-high-contrast'), VIEWS);
  await useTheme(page, 'dark');
  await runCommand(page, 'View: Show Explorer');
}

async function takePictures(page: Page, file: (name: string) => string): Promise<void> {
  await openFile(page, 'report.md');
  await waitForSquiggles(page);
  await useTheme(page, 'dark');
  await hoverAt(page, '850', '750');
  await screenshot(page, file('hover'));
  await page.keyboard.press('Escape');
  await hoverAt(page, 'necessary action', 'precautionary');
  await screenshot(page, file('hover-quote'));
  await page.keyboard.press('Escape');
  await showQuickFixes(page, '850', '750');
  await screenshot(page, file('quick-fixes'));
  await page.keyboard.press('Escape');
  await useTheme(page, 'light');
  await placeCursorAt(page, '850');
  await showProblems(page);
  await screenshot(page, file('problems'));
  await useTheme(page, 'high-contrast');
  await screenshot(page, file('high-contrast'));
  await useTheme(page, 'dark');
  await page.keyboard.press('Control+J');
  await showLanguageStatus(page, 'claims');
  await screenshot(page, file('status'));
  await takeViews(page, file);
  await runCommand(page, 'Corroborate: Get Started');
  await webviewContent(page).getByRole('heading').first().waitFor();
  await screenshot(page, file('walkthrough'));
}
