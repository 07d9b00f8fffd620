/** Editor: what a person does in the text: finds words, points at them, asks for quick fixes. */

import type { Locator, Page } from 'playwright-core';

/** Resolves when the editor underlines at least one place as a warning or an error. */
export async function waitForSquiggles(page: Page): Promise<void> {
  await page
    .locator('.editor-instance .squiggly-warning, .editor-instance .squiggly-error')
    .first()
    .waitFor();
}

/** Resolves when a code lens of these words stands over a line. */
export async function waitForLenses(page: Page, words: string): Promise<void> {
  await page.locator('.editor-instance .codelens-decoration', { hasText: words }).first().waitFor();
}

/**
 * Puts the cursor before the first occurrence of `words`, the way a person does: with the find box, then one step
 * left. Resolves to the cursor.
 */
export async function placeCursorAt(page: Page, words: string): Promise<Locator> {
  await page
    .locator('.editor-instance .monaco-editor')
    .first()
    .click({ position: { x: 200, y: 8 } });
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+F');
  const find = page.locator('.find-widget.visible');
  const field = find.locator('.find-part textarea');
  // The box remembers the last search and searches only when its text changes.
  await field.clear();
  await field.fill(words);
  await find.locator('.matchesCount', { hasText: /^1 of/ }).waitFor();
  await page.keyboard.press('Escape');
  await find.waitFor({ state: 'hidden' });
  await page.keyboard.press('ArrowLeft');
  const cursor = page.locator('.editor-instance .monaco-editor.focused .cursor').first();
  await cursor.waitFor();
  return cursor;
}

/** Points at the start of `words` with the mouse. Resolves to the hover when it shows `expected`. */
export async function hoverAt(page: Page, words: string, expected: string | RegExp): Promise<Locator> {
  const cursor = await placeCursorAt(page, words);
  const box = await cursor.boundingBox();
  if (box === null) throw new Error(`The cursor at “${words}” is not drawn.`);
  // A few pixels into the first letter, with a movement before it: VS Code shows no hover under a mouse that rests.
  await page.mouse.move(box.x + 40, box.y + box.height / 2);
  await page.mouse.move(box.x + 4, box.y + box.height / 2, { steps: 5 });
  const hover = page.locator('.monaco-hover:visible', { hasText: expected }).first();
  await hover.waitFor();
  return hover;
}

/** Opens the quick fixes at `words`. Resolves to the menu when it offers `expected`. */
export async function showQuickFixes(page: Page, words: string, expected: string | RegExp): Promise<Locator> {
  await placeCursorAt(page, words);
  await page.keyboard.press('Control+.');
  const menu = page.locator('.action-widget:visible');
  await menu.locator('.monaco-list-row', { hasText: expected }).first().waitFor();
  return menu;
}
