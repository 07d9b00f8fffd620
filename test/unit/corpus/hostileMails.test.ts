/** Hostile mails, and markup in mails and records: parsed where it can be ended, and in time with their length. */

import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { readAll, readBoth, readShort, type TestFolder, testFolder } from './folder.ts';

const STORY = 'Some 750 guards came.';
const MB = 1024 * 1024;

let folder: TestFolder;
before(async () => {
  folder = await testFolder();
});
after(() => folder[Symbol.asyncDispose]());

suite('mails', () => {
  const mail = (type: string, body: string): string =>
    `Subject: Rain\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n${body}`;
  const part = (number: number): string =>
    `--b\r\nContent-Type: text/plain; name="${number}.txt"\r\nContent-Disposition: attachment\r\n\r\n${STORY}\r\n`;
  let good = '';
  before(async () => {
    good = await folder.write('good.eml', mail('text/plain', STORY));
  });

  test('thousands of attachments', async () => {
    const ofParts = (count: number): string => {
      const parts = Array.from({ length: count }, (_, number) => part(number)).join('');
      return mail('multipart/mixed; boundary=b', `${parts}--b--`);
    };
    const most = await folder.write('most.eml', ofParts(1e5));
    assert.match(await readBoth(most, good), /^not a mail that can be read: .*header size/);
    const path = await folder.write('parts.eml', ofParts(1e4));
    const { ids, skipped } = await readShort(path, { limits: { members: 10 } });
    assert.deepEqual([ids.length, ids[9]], [10, 'parts.eml/9.txt']);
    assert.deepEqual(skipped, { '': 'holds more than 10 files; the rest is not read' });
    assert.equal(await readBoth(path, good, { parseTime: 20 }), 'takes longer than 20 ms to read');
  });

  test('a million elements inside each other: read in proportion to their number, by a thread that can be ended', async () => {
    const deep = `${'<div>'.repeat(1e6)}${STORY}`;
    const path = await folder.write('deep.eml', mail('text/html', deep));
    const limits = { parseTime: 15_000 };
    const { articles } = await readAll(path, { limits });
    assert.deepEqual(
      articles.map(({ text }) => text.trim()),
      [STORY],
    );
    assert.equal(await readBoth(path, good, { parseTime: 20 }), 'takes longer than 20 ms to read');
    const page = await folder.write('deep.mhtml', mail('text/html', deep));
    assert.deepEqual((await readShort(page, { limits: { parseTime: 20 } })).skipped, {
      '': 'takes longer than 20 ms to read',
    });
  });

  test('90 MB of text, and more memory than there is for it', async () => {
    const path = await folder.write('large.eml', mail('text/plain', `${STORY}\r\n`.repeat((90 * MB) / 23)));
    const memory = { parseMemory: 100 * MB };
    assert.equal(await readBoth(path, good, memory), 'takes more than 100 MB of memory to read');
  });
});

test('the markup of a record is read in proportion to its length', async () => {
  const record = JSON.stringify({ title: 'Rain', text: `${'<div>'.repeat(1e6)}${STORY}</div>` });
  const path = await folder.write('deep.jsonl', record);
  const started = performance.now();
  assert.equal((await readShort(path)).ids.length, 1);
  // With the square of their number it took minutes: 6 s for a tenth of these elements.
  assert.ok(performance.now() - started < 30_000);
});
