/** Takes the picture of the packet for the documentation: `node test/page/screenshots.ts [FILE]`. */

import { pathToFileURL } from 'node:url';
import { launchChromium } from '../vscode/served/chromium.ts';
import { sampleDesk } from './desk.ts';

const [file = 'docs/images/packet.png'] = process.argv.slice(2);

await using desk = await sampleDesk();
await desk.verify('850');
const browser = await launchChromium();
try {
  const page = await browser.newPage({ viewport: { width: 860, height: 1080 }, deviceScaleFactor: 1.5 });
  await page.goto(pathToFileURL(await desk.page()).href);
  await page.screenshot({ path: file });
} finally {
  await browser.close();
}
