/**
 * Takes the pictures of the README in real VS Code, driven the way a person does.
 *
 *     node test/vscode/screenshots.ts [vsix [FILE]] [--out docs/images] [--scale 1.25]
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
import { openFile, runCommand, screenshot, showProblems, useTheme } from './workbench/commands.ts';
import {
  hoverAt,
  placeCursorAt,
  showQuickFixes,
  waitForLenses,
  waitForSquiggles,
} from './workbench/editor.ts';
import { expandRow, moveBorder, rowsOf, showViews } from './workbench/sideBar.ts';
import { webviewContent } from './workbench/webview.ts';
import { openWorkbench } from './workbench/workbench.ts';
import { makeSampleWorkspace } from './workspace.ts';

/** Room for the text: the lines of the sample report fit beside the side bar. */
const SETTINGS = { 'editor.minimap.enabled': false, 'editor.fontSize': 13 };

/** A window as wide as twice its width in the README is in CSS pixels; that of the packet holds two pages. */
const SIZE = { width: 1400, height: 900 };
const SIZE_OF_TWO = { width: 1600, height: 1000 };

/** Where the packet begins beside a draft whose lines fit. */
const PACKET_FROM = 950;

/** The class by which VS Code tells a page of an extension the theme. */
const PAGE_CLASS = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  'high-contrast': 'vscode-high-contrast',
} as const;

await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string', default: 'docs/images' },
      scale: { type: 'string', default: '1.25' },
    },
  });
  await install();
  const extension = readExtensionSource(positionals);
  const workspace = await makeSampleWorkspace();
  const workbench = await openWorkbench(workspace.folder, {
    extension,
    settings: SETTINGS,
    size: SIZE,
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

type FileOf = (name: string) => string;

async function takePictures(page: Page, file: FileOf): Promise<void> {
  await openFile(page, 'report.md');
  await waitForSquiggles(page);
  await waitForLenses(page, 'supported');
  await takeHovers(page, file);
  await takeProblems(page, file);
  await takeViews(page, file);
  await takePackets(page, file);
  await page.setViewportSize(SIZE);
  await runCommand(page, 'View: Close All Editors');
  await runCommand(page, 'Corroborate: Get Started');
  await webviewContent(page).getByRole('heading').first().waitFor();
  await screenshot(page, file('walkthrough'));
}

/** What is said at a claim: the hover in three themes, that of a quote, and the quick fixes. Leaves the dark theme on. */
async function takeHovers(page: Page, file: FileOf): Promise<void> {
  for (const theme of ['light', 'high-contrast', 'dark'] as const) {
    await useTheme(page, theme);
    await hoverAt(page, '850', '750');
    await screenshot(page, file(theme === 'dark' ? 'hover' : `hover-${theme}`));
    await page.keyboard.press('Escape');
  }
  await hoverAt(page, 'necessary action', 'precautionary');
  await screenshot(page, file('hover-quote'));
  await page.keyboard.press('Escape');
  await showQuickFixes(page, '850', '750');
  await screenshot(page, file('quick-fixes'));
  await page.keyboard.press('Escape');
}

/** The list of problems, in the light theme. Leaves it closed. */
async function takeProblems(page: Page, file: FileOf): Promise<void> {
  await useTheme(page, 'light');
  await placeCursorAt(page, '850');
  await showProblems(page);
  await screenshot(page, file('problems'));
  await page.keyboard.press('Control+J');
}

/** Claims in the order of the draft, and by verdict with a passage open. Leaves the dark theme on. */
async function takeViews(page: Page, file: FileOf): Promise<void> {
  await useTheme(page, 'dark');
  await showViews(page);
  await moveBorder(page, '.part.sidebar', 480);
  await screenshot(page, file('claims'));
  await runCommand(page, 'Corroborate: Group Claims by Verdict');
  await rowsOf(page, 'Claims').filter({ hasText: 'Refuted' }).first().waitFor();
  await expandRow(page, 'about 850');
  await useTheme(page, 'light');
  await screenshot(page, file('claims-light'));
  await useTheme(page, 'high-contrast');
  await screenshot(page, file('claims-high-contrast'));
  await useTheme(page, 'dark');
}

/** The packet beside its draft. Leaves the dark theme on. */
async function takePackets(page: Page, file: FileOf): Promise<void> {
  await page.setViewportSize(SIZE_OF_TWO);
  await runCommand(page, 'View: Close Primary Side Bar');
  await runCommand(page, 'Corroborate: Open Fact-Check Packet');
  await webviewContent(page).getByRole('heading', { name: 'Coverage' }).waitFor();
  await moveBorder(page, '.editor-group-container', PACKET_FROM);
  // Its buttons are shown where it has the focus.
  await webviewContent(page).getByRole('heading', { name: 'Coverage' }).click();
  await page
    .getByRole('button', { name: /^Save Fact-Check Packet/ })
    .first()
    .waitFor();
  for (const theme of ['light', 'high-contrast', 'dark'] as const) {
    await useTheme(page, theme);
    await webviewContent(page).locator(`body.${PAGE_CLASS[theme]}`).waitFor();
    await screenshot(page, file(theme === 'dark' ? 'packet-panel' : `packet-panel-${theme}`));
  }
}
