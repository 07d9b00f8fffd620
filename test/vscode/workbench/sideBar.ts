/** Side bar: what a person does in the views of claims and sources. */

import type { Locator, Page } from 'playwright-core';
import { runCommand } from './commands.ts';

/** Shows our views. Resolves when the tree of claims lists something. */
export async function showViews(page: Page): Promise<void> {
  await runCommand(page, 'View: Show Corroborate');
  await rowsOf(page, 'Claims').first().waitFor();
}

/** The rows of a view as they are drawn. */
export function rowsOf(page: Page, view: 'Claims' | 'Sources'): Locator {
  return page
    .locator('.pane', { has: page.locator('.pane-header', { hasText: view }) })
    .locator('.monaco-list-row');
}

/** Opens what lies below the row that has `words`. Resolves when another row is drawn below it. */
export async function expandRow(page: Page, words: string): Promise<void> {
  const row = rowsOf(page, 'Claims').filter({ hasText: words }).first();
  await row.locator('.monaco-tl-twistie').click();
  await row.and(page.locator('[aria-expanded="true"]')).waitFor();
}

/** Moves the right border of the first such part of the workbench to `x`, as a person does with the mouse. */
export async function moveBorder(page: Page, part: string, x: number): Promise<void> {
  const box = await page.locator(part).first().boundingBox();
  if (box === null) throw new Error(`There is no ${part} on the screen.`);
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width, y);
  await page.mouse.down();
  await page.mouse.move(x, y, { steps: 8 });
  await page.mouse.up();
  // The border stays lit under the mouse.
  await page.mouse.move(x + 100, y, { steps: 4 });
  await page.locator('.monaco-sash.hover').waitFor({ state: 'detached' });
}
