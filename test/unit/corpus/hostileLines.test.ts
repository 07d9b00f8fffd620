/** Lines without end: a file of next to nothing but line ends takes no more memory than its text. */

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { testFolder } from './folder.ts';

/** Bytes of line ends, somewhat less than a file of JSON may have. A list of that many lines takes 800 MB. */
const MANY = 99 * 1024 * 1024;

/** Reads `path` by `module` and posts ids and reasons. */
const READ = `
const { parentPort, workerData } = require('node:worker_threads');
(async () => {
  const { readArticles } = await import(workerData.module);
  const found = [];
  for await (const item of readArticles({ path: workerData.path, id: 'lines.json' }))
    found.push(item.kind === 'article' ? item.article.id : item.skipped.reason);
  parentPort.postMessage(found);
})();`;

test('99 MB of empty lines in a file of JSON are read as far as lines are', { timeout: 60_000 }, async () => {
  await using folder = await testFolder();
  const story = `${JSON.stringify({ text: 'Some 750 guards came.' })}\n`;
  const path = await folder.write('lines.json', story + story + '\n'.repeat(MANY));
  const module = new URL('../../../server/src/corpus/readArticles.ts', import.meta.url).href;
  const resourceLimits = { maxOldGenerationSizeMb: 300 };
  const worker = new Worker(READ, { eval: true, workerData: { module, path }, resourceLimits });
  const [found] = await once(worker, 'message');
  const reason = 'holds more than 4 million lines; the rest is not read';
  assert.deepEqual(found, ['lines.json/1', 'lines.json/2', reason]);
});
