/** Commands: what a person does with the workbench as a whole. Where not said otherwise, each resolves when its effect is seen. */

import type { Page } from 'playwright-core';

/** VS Code's own names of the themes and the class that each gives the workbench. */
const THEMES = {
  light: { title: 'Light Modern', className: 'vs' },
  dark: { title: 'Dark Modern', className: 'vs-dark' },
  'high-contrast': { title: 'Default High Contrast', className: 'hc-black' },
  'high-contrast-light': { title: 'Default High Contrast Light', className: 'hc-light' },
} as const;

export type Theme = keyof typeof THEMES;

/** Chooses a command by its title in the command palette, `Category: Title`. What it does may still be going on. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await chooseInQuickInput(page, /command/i, title);
}

/** Opens a file of the workspace by its name or relative path. Resolves when its text is drawn. */
export async function openFile(page: Page, path: string): Promise<void> {
  await page.keyboard.press('Control+P');
  await chooseInQuickInput(page, /search files/i, path);
  const name = path.split('/').at(-1) ?? path;
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await page.locator('.editor-instance .view-line').first().waitFor();
}

/** Changes the color theme. Resolves when the workbench is drawn in it. */
export async function useTheme(page: Page, theme: Theme): Promise<void> {
  const { title, className } = THEMES[theme];
  await runCommand(page, 'Preferences: Color Theme');
  await chooseInQuickInput(page, /color theme/i, title);
  await page.locator(`.monaco-workbench.${className}`).waitFor();
}

/** Shows the problems panel. Resolves when it lists at least one problem. */
export async function showProblems(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel .monaco-list-row').first().waitFor();
}

/** Opens the language status (the braces in the status bar). Resolves when it shows `expected`. */
export async function showLanguageStatus(page: Page, expected: string | RegExp): Promise<void> {
  await page.locator('[id="status.languageStatus"]').click();
  await page.locator('.hover-language-status:visible', { hasText: expected }).first().waitFor();
}

/** A part of the page in CSS pixels. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Writes a PNG of the page as it stands, or of a part of it. */
export async function screenshot(page: Page, file: string, part?: Part): Promise<void> {
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide', ...(part && { clip: part }) });
}

/** Types `words` into the quick input that asks for `placeholder` and chooses the first entry that has them. */
async function chooseInQuickInput(page: Page, placeholder: RegExp, words: string): Promise<void> {
  const input = page.locator('.quick-input-widget:visible');
  const field = input.getByPlaceholder(placeholder);
  // The field opens with a prefix (`>` for commands) that has to stay.
  await field.press('End');
  await field.pressSequentially(words);
  await input.locator('.monaco-list-row', { hasText: words }).first().click();
}
