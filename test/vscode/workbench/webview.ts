/** Webview: the inside of the panels and pages that extensions draw themselves. */

import type { FrameLocator, Page } from 'playwright-core';

/** The document in the shown webview. VS Code puts it into a frame within a frame. */
export function webviewContent(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}
