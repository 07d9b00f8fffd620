/** Lazy loading: a folder pays for the formats in it, and for no others. */

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { promisify } from 'node:util';
import { zipSync } from 'fflate';
import * as z from 'zod';
import { type TestFolder, testFolder } from './folder.ts';

const STORY = 'Some 750 guards came.';

/** What only some formats need. */
const HEAVY = [
  ...['unpdf', 'mammoth', 'linkedom', '@mozilla/readability', 'htmlparser2', 'jszip', '@xmldom/xmldom'],
  ...['csv-parse', 'postal-mime', 'yauzl'],
];

const answerSchema = z.object({
  articles: z.number(),
  threads: z.array(z.string()),
  packages: z.array(z.string()),
});

/** The threads and the packages of `HEAVY` that reading a folder of these files takes in the process that reads. */
async function loadedFor(files: Readonly<Record<string, string | Uint8Array>>) {
  await using folder: TestFolder = await testFolder();
  for (const [name, content] of Object.entries(files)) await folder.write(name, content);
  const script = join(import.meta.dirname, 'loadedPackages.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, folder.path]);
  const { articles, threads, packages } = answerSchema.parse(JSON.parse(stdout));
  assert.equal(articles, Object.keys(files).length);
  return { threads, packages: packages.filter((name) => HEAVY.includes(name)) };
}

suite('what is loaded', () => {
  test('for text, Markdown and JSON: nothing', async () => {
    const json = JSON.stringify({ text: STORY });
    const files = { 'a.txt': STORY, 'b.md': STORY, 'c.json': json, 'd.jsonl': json };
    assert.deepEqual(await loadedFor(files), { threads: [], packages: [] });
  });

  test('for tables and archives: their own parser', async () => {
    const own = async (name: string, content: string | Uint8Array) =>
      (await loadedFor({ [name]: content })).packages;
    assert.deepEqual(await own('a.csv', `text\n${STORY}`), ['csv-parse']);
    assert.deepEqual(await own('a.zip', zipSync({ 'a.txt': Buffer.from(STORY) })), ['yauzl']);
  });

  test('for a page or a mail: one thread, and its libraries in that thread only', async () => {
    const mail = `Subject: x\r\n\r\n${STORY}`;
    assert.deepEqual(await loadedFor({ 'a.eml': mail }), { threads: ['email'], packages: [] });
    assert.deepEqual(await loadedFor({ 'a.html': `<p>${STORY}</p>` }), { threads: ['html'], packages: [] });
  });
});
