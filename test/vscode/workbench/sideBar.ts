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

/** Makes the side bar `width` pixels wide by its border. */
export async function widenSideBar(page: Page, width: number): Promise<void> {
  const bar = await page.locator('.part.sidebar').boundingBox();
  if (bar === null) throw new Error('The side bar is not shown.');
  const y = bar.y + bar.height / 2;
  await page.mouse.move(bar.x + bar.width, y);
  await page.mouse.down();
  await page.mouse.move(bar.x + width, y, { steps: 8 });
  await page.mouse.up();
  // The border stays lit under the mouse.
  await page.mouse.move(bar.x + width + 300, y, { steps: 4 });
  await page.locator('.monaco-sash.hover').waitFor({ state: 'detached' });
}
