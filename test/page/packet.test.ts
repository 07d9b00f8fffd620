/** The packet in a real browser: readable by everybody, complete on paper, and inert whatever draft and articles hold. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import * as z from 'zod';
import { launchChromium } from '../vscode/served/chromium.ts';
import { deskOf, sampleDesk } from './desk.ts';
import { HOSTILE_DESK } from './hostile.ts';

let browser: Browser;

before(async () => {
  browser = await launchChromium();
});
after(() => browser.close());

interface Opened extends AsyncDisposable {
  readonly page: Page;
  /** Addresses of all that the page asked for, itself included. */
  readonly requests: readonly string[];
  /** Of these what was answered; a request that the page’s policy stops is not. */
  readonly reached: readonly string[];
  /** Dialogs, console messages and errors: signs that something ran or was kept from running. */
  readonly signs: readonly string[];
}

async function open(file: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Opened> {
  const context = await browser.newContext({ colorScheme });
  const page = await context.newPage();
  const requests: string[] = [];
  const reached: string[] = [];
  const signs: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('requestfinished', (request) => reached.push(request.url()));
  page.on('dialog', (dialog) => {
    signs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('console', (message) => signs.push(message.text()));
  page.on('pageerror', (error) => signs.push(error.message));
  await page.goto(pathToFileURL(file).href, { waitUntil: 'networkidle' });
  return { page, requests, reached, signs, [Symbol.asyncDispose]: () => context.close() };
}

const violationsSchema = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

/** What axe finds wrong by WCAG 2.2 AA and its own best practices. */
async function violations(page: Page): Promise<readonly string[]> {
  const answer = await page.evaluate(`${axe.source}; axe.run(document)`);
  return violationsSchema
    .parse(answer)
    .violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

function hrefsOf(page: Page): Promise<readonly string[]> {
  return page.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}

/** The names of all attributes in the page that match. */
async function attributesLike(page: Page, pattern: RegExp): Promise<readonly string[]> {
  const names = await page
    .locator('*')
    .evaluateAll((each) => each.flatMap((element) => element.getAttributeNames()));
  return names.filter((name) => pattern.test(name));
}

suite('the packet in a browser', () => {
  for (const scheme of ['light', 'dark'] as const)
    test(`can be read by everybody, ${scheme}`, async () => {
      await using desk = await sampleDesk();
      await desk.verify('850');
      await using opened = await open(await desk.page(), scheme);
      assert.deepEqual(await violations(opened.page), []);
      assert.deepEqual(opened.signs, []);
    });

  test('has no colour that alone tells a verdict', async () => {
    await using desk = await sampleDesk();
    await using opened = await open(await desk.page());
    const references = await opened.page
      .locator('a.ref')
      .evaluateAll((links) => links.map((link) => [link.textContent, link.getAttribute('aria-label')]));
    assert.ok(references.length > 40);
    for (const [shown, said] of references) {
      assert.match(shown ?? '', /^\d+\u202f[✓≠⇄?✎]$/u);
      assert.match(
        said ?? '',
        /^Claim \d+, (?:Supported|Refuted|Articles disagree|Not found|Verified by hand)$/,
      );
    }
  });

  test('leads by the keyboard from the first key to the claims, and from a claim to the draft and back', async () => {
    await using desk = await sampleDesk();
    await using opened = await open(await desk.page());
    const { page } = opened;
    await page.keyboard.press('Tab');
    const skip = page.locator(':focus');
    assert.equal(await skip.textContent(), 'Skip to the claims');
    assert.ok((await skip.boundingBox())?.x ?? -1 >= 0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const number = page.locator(':focus');
    assert.equal(await number.getAttribute('aria-label'), 'Claim 1, back to the draft');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.match((await page.locator(':focus').getAttribute('aria-label')) ?? '', /^Claim 1, /);
  });

  test('has every place that a link of its own leads to', async () => {
    await using desk = await sampleDesk();
    await using opened = await open(await desk.page());
    const links = await hrefsOf(opened.page);
    const ids = await opened.page.locator('[id]').evaluateAll((each) => each.map(({ id }) => id));
    const lost = links.filter((href) => href.startsWith('#') && !ids.includes(href.slice(1)));
    assert.ok(links.length > 100);
    assert.deepEqual(lost, []);
  });

  test('is not wider than a telephone', async () => {
    await using desk = await sampleDesk();
    await using opened = await open(await desk.page());
    await opened.page.setViewportSize({ width: 360, height: 740 });
    const widths =
      'const { scrollWidth, clientWidth } = document.documentElement; [scrollWidth, clientWidth]';
    const [inner, shown] = z.array(z.number()).parse(await opened.page.evaluate(widths));
    assert.ok((inner ?? 0) <= (shown ?? 0), `${inner} in ${shown}`);
  });

  test('has every claim, passage and hash on paper', async () => {
    await using desk = await sampleDesk();
    await desk.verify('850');
    await using opened = await open(await desk.page(), 'dark');
    const { page } = opened;
    const sentences = await page.locator('.sentence').allTextContents();
    const hashes = await page.locator('.hash code').allTextContents();
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    const { text } = await extractText(pdf, { mergePages: true });
    const letters = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, '');
    const paper = letters(text);
    assert.ok(sentences.length > 40 && hashes.length > 5);
    assert.deepEqual(
      [...sentences, ...hashes].filter((words) => !paper.includes(letters(words))),
      [],
    );
    assert.ok(paper.includes(letters('Verified by hand by Ann Reyes on 4 January 2020')));
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    assert.equal(await page.evaluate('getComputedStyle(document.body).color'), 'rgb(29, 31, 35)');
  });

  test('is the same page for the same input', async () => {
    await using desk = await sampleDesk();
    const first = await readFile(await desk.page(), 'utf8');
    assert.equal(await readFile(await desk.page(), 'utf8'), first);
  });
});

suite('hostile drafts, articles and ledgers', () => {
  test('run nothing, ask for nothing and lead nowhere but to the web', async () => {
    await using desk = await deskOf(HOSTILE_DESK);
    await desk.verify('850');
    await using opened = await open(await desk.page());
    const { page, requests, signs } = opened;
    assert.equal(requests.length, 1, requests.join('\n'));
    assert.deepEqual(signs, []);
    assert.equal(await page.title(), '</title><script>alert(1)</script> The flood: fact-check packet');
    const active = 'script, img, iframe, object, embed, form, base, link, video, audio';
    assert.equal(await page.locator(active).count(), 0);
    assert.deepEqual(await attributesLike(page, /^on|^style$/), []);
    const text = await page.locator('body').innerText();
    const outside = (await hrefsOf(page)).filter((href) => !href.startsWith('#'));
    assert.deepEqual([...new Set(outside)], ['https://news.example/valley?a=1&b=%22']);
    assert.ok(text.includes('<img src=https://beacon.example/x.png onerror=alert(2)>'), text);
    assert.doesNotMatch(text, /[\u202a-\u202e\u2066-\u2069]/u);
    assert.deepEqual(await violations(page), []);
  });

  test('are kept from running by the page’s own policy, were there anything to run', async () => {
    await using desk = await deskOf(HOSTILE_DESK);
    await using opened = await open(await desk.page());
    const { page, reached } = opened;
    // What a mistake of ours would let in, put in by hand.
    await page.evaluate(`
      const image = document.createElement('img');
      image.src = 'https://beacon.example/let-in.png';
      const script = document.createElement('script');
      script.textContent = 'document.title = "ran"';
      const style = document.createElement('style');
      style.textContent = 'body { display: none }';
      document.body.append(image, script, style);
    `);
    await page.waitForLoadState('networkidle');
    assert.match(await page.title(), /fact-check packet$/);
    assert.notEqual(await page.evaluate('getComputedStyle(document.body).display'), 'none');
    assert.deepEqual(reached, [pathToFileURL(desk.at('packet.html')).href]);
  });
});
