/** Hostile files: whatever a file holds or becomes while it is read, the process lives, says what happened and reads on. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, rm, symlink, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { deflateSync } from 'node:zlib';
import { strToU8 } from 'fflate';
import { readArticles } from '../../../server/src/corpus/readArticles.ts';
import { READ_LIMITS } from '../../../server/src/corpus/readers/limits.ts';
import { parseApart, parserThreads } from '../../../server/src/corpus/readers/parserThread.ts';
import { fileSource } from '../../../server/src/corpus/readers/source.ts';
import { readAll, readBoth, readShort, type TestFolder, testFolder } from './folder.ts';
import { makeDocx } from './makeDocx.ts';
import { makePdf } from './makePdf.ts';

const STORY = 'Some 750 guards came.';
const MB = 1024 * 1024;

let folder: TestFolder;
before(async () => {
  folder = await testFolder();
});
after(() => folder[Symbol.asyncDispose]());

suite('pages', () => {
  const story = `<html><body><article><p>${`${STORY} Rain fell on the harbour all day, the council said. `.repeat(5)}</p></article>`;

  test('10 MB of script', async () => {
    const path = await folder.write(
      'script.html',
      `<script>${'var a = "<p>750</p>";\n'.repeat((10 * MB) / 22)}</script>${story}`,
    );
    const { articles } = await readAll(path);
    assert.match(articles[0]?.text ?? '', /^Some 750 guards came\. Rain/);
    assert.doesNotMatch(articles[0]?.text ?? '', /var a/);
  });

  test('200,000 elements inside each other, and next to each other', async () => {
    const good = await folder.write('good.html', story);
    const deep = await folder.write('deep.html', '<div>'.repeat(2e5) + STORY);
    assert.match(
      await readBoth(deep, good, { parseTime: 4000 }),
      /^(?:read|nested too deeply|takes longer than 4 seconds to read)$/,
    );
    const wide = await folder.write('wide.html', `<table>${'<tr><td>7<td><b>5</b>'.repeat(2e5)}`);
    assert.match(
      await readBoth(wide, good, { parseTime: 2000 }),
      /^(?:read|takes longer than 2 seconds to read)$/,
    );
  });

  test('an end of time, an end of memory', async () => {
    const good = await folder.write('good2.html', story);
    const large = await folder.write('large.html', `<p>${STORY}</p>`.repeat(2e5));
    assert.equal(await readBoth(large, good, { parseTime: 50 }), 'takes longer than 50 ms to read');
    assert.equal(
      await readBoth(large, good, { parseMemory: 40 * MB }),
      'takes more than 40 MB of memory to read',
    );
  });

  test('aborting ends the thread at once', async () => {
    const abort = new AbortController();
    const bytes = async (): Promise<Uint8Array> => {
      // The timer runs when the thread has been asked, which follows without a pause.
      setTimeout(() => abort.abort(new Error('enough')), 0);
      return Buffer.from(`<p>${STORY}</p>`.repeat(2e5));
    };
    const context = { signal: abort.signal, limits: READ_LIMITS };
    await assert.rejects(parseApart('html', { bytes }, context), { message: 'enough' });
    assert.ok(!parserThreads().includes('html'));
  });
});

suite('PDF', () => {
  let good = '';
  before(async () => {
    good = await folder.write('good.pdf', await makePdf({ pages: [[[50, 700, STORY]]] }));
  });

  test('a million objects', async () => {
    const bad = await folder.write(
      'objects.pdf',
      pdfOf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [] /Count 0 >>',
        ...Array<string>(1e6).fill('[750]'),
      ]),
    );
    assert.match(await readBoth(bad, good, { parseTime: 20_000 }), /^(?:no text layer|damaged|takes longer)/);
  });

  test('pages that hold themselves', async () => {
    const bad = await folder.write(
      'loop.pdf',
      pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 9 >>']),
    );
    assert.match(await readBoth(bad, good, { parseTime: 5000 }), /^(?:no text layer|damaged|takes longer)/);
  });

  test('a stream that unpacks to 300 MB', async () => {
    const packed = Buffer.from(deflateSync(Buffer.alloc(300 * MB, ' '))).toString('latin1');
    const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>';
    const stream = `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`;
    const bad = await folder.write(
      'bomb.pdf',
      Buffer.from(
        pdfOf([
          '<< /Type /Catalog /Pages 2 0 R >>',
          '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
          page,
          stream,
        ]),
        'latin1',
      ),
    );
    assert.match(
      await readBoth(bad, good, { parseTime: 5000, parseMemory: 200 * MB }),
      /^(?:takes more than 200 MB of memory|takes longer than 5 seconds) to read$/,
    );
  });
});

suite('Word documents', () => {
  test('a bomb of 600 MB, elements inside each other', async () => {
    const good = await folder.write('good.docx', makeDocx({ paragraphs: [STORY] }));
    const document = makeDocx({ paragraphs: [STORY] });
    const bomb = await folder.write('bomb.docx', withDeclaredSize(document, 'word/document.xml', 600 * MB));
    assert.equal(await readBoth(bomb, good), 'unpacks to more than 500 MB');
    const deep = await folder.write(
      'deep.docx',
      makeDocx({ paragraphs: [], body: '<w:smartTag>'.repeat(2e5) + '</w:smartTag>'.repeat(2e5) }),
    );
    assert.match(
      await readBoth(deep, good, { parseTime: 10_000 }),
      /^(?:empty|nested too deeply|damaged|takes longer)/,
    );
  });
});

suite('files that change', () => {
  test('gone, a folder, a pipe, a loop of links', async () => {
    assert.deepEqual((await readShort(join(folder.path, 'gone.txt'))).skipped, {
      '': 'no such file or folder',
    });
    await folder.write('folder.txt/a.jpg', '');
    assert.deepEqual((await readShort(join(folder.path, 'folder.txt'))).skipped, {
      '': 'not a regular file',
    });
    if (process.platform === 'win32') return;
    execFileSync('mkfifo', [join(folder.path, 'pipe.txt'), join(folder.path, 'pipe.jsonl')]);
    for (const pipe of ['pipe.txt', 'pipe.jsonl'])
      assert.deepEqual((await readShort(join(folder.path, pipe))).skipped, { '': 'not a regular file' });
    await symlink('loop.txt', join(folder.path, 'loop.txt'));
    assert.deepEqual((await readShort(join(folder.path, 'loop.txt'))).skipped, { '': 'a loop of links' });
  });

  test('records added while they are read are for the next time', async () => {
    const line = `${JSON.stringify({ text: STORY })}\n`;
    const path = await folder.write('grows.jsonl', line.repeat(3));
    const ids: string[] = [];
    for await (const item of readArticles({ path, id: 'grows.jsonl' })) {
      if (item.kind === 'article') ids.push(item.article.id);
      await appendFile(path, line);
      assert.ok(ids.length < 10);
    }
    assert.deepEqual(ids, ['grows.jsonl/1', 'grows.jsonl/2', 'grows.jsonl/3']);
  });

  test('a file that is cut or removed while it is read keeps what was read', async () => {
    const line = `${JSON.stringify({ text: STORY })}\n`;
    for (const change of [truncate, rm]) {
      const path = await folder.write('shrinks.jsonl', line.repeat(20_000));
      let articles = 0;
      for await (const item of readArticles({ path, id: 'shrinks.jsonl' })) {
        if (item.kind === 'article') articles += 1;
        if (articles === 1) await change(path);
      }
      assert.ok(articles > 100, String(articles));
    }
  });

  test('a file that never stands still is told', async () => {
    const path = await folder.write('restless.txt', STORY.repeat(2e5));
    const append =
      "const fs = require('node:fs'); for (;;) fs.appendFileSync(require('node:worker_threads').workerData, '.');";
    await using writer = {
      worker: new Worker(append, { eval: true, workerData: path }),
      async [Symbol.asyncDispose]() {
        await this.worker.terminate();
      },
    };
    await once(writer.worker, 'online');
    let outcome = '';
    for (let attempt = 0; attempt < 100 && outcome !== 'changed while it was read'; attempt++) {
      const read = fileSource(path, READ_LIMITS).bytes();
      outcome = await read.then(
        () => 'read',
        (error: Error) => error.message,
      );
    }
    assert.equal(outcome, 'changed while it was read');
  });
});

test('sizes: each limit is named in the reason', async () => {
  const path = await folder.write('large.txt', STORY.repeat(1000));
  assert.deepEqual((await readShort(path, { limits: { wholeBytes: 1024 } })).skipped, {
    '': 'larger than 1 kB',
  });
  const lines = await folder.write('large.jsonl', STORY.repeat(1000));
  assert.deepEqual((await readShort(lines, { limits: { streamBytes: 1024 } })).skipped, {
    '': 'larger than 1 kB',
  });
});

test('lengths: an article that is longer than any is named, and those beside it are read', async () => {
  const limits = { articleLength: 1_000 };
  const long = STORY.repeat(100);
  for (const name of ['long.txt', 'long.md']) {
    const path = await folder.write(name, long);
    assert.deepEqual((await readShort(path, { limits })).skipped, { '': 'longer than 1,000 characters' });
  }
  const records = [long, STORY, long].map((text) => JSON.stringify({ text })).join('\n');
  const path = await folder.write('long.jsonl', records);
  const { ids, skipped } = await readShort(path, { limits });
  assert.deepEqual(ids, ['long.jsonl/2']);
  assert.deepEqual(Object.values(skipped), Array(2).fill('longer than 1,000 characters'));
});

test('an article of 10 million characters is read, one of more is not', async () => {
  const whole = await folder.write('whole.txt', STORY.padEnd(READ_LIMITS.articleLength, '.\n'));
  assert.equal((await readShort(whole)).ids.length, 1);
  const longer = await folder.write('longer.txt', STORY.padEnd(READ_LIMITS.articleLength + 1, '.\n'));
  assert.deepEqual((await readShort(longer)).skipped, { '': 'longer than 10 million characters' });
});

test('JSON of nothing but values is not taken apart, and marks in its strings do not count', async () => {
  const empty = await folder.write('empty.json', `[${'[],'.repeat(READ_LIMITS.jsonValues)}[]]`);
  assert.deepEqual((await readShort(empty)).skipped, { '': 'holds more than 4 million values' });
  const listing = await folder.write(
    'listing.json',
    JSON.stringify([{ text: `${STORY}\\"${',[{'.repeat(900)}` }]),
  );
  assert.equal((await readShort(listing, { limits: { jsonValues: 3 } })).ids.length, 1);
});

test('thousands of bad records are counted, not listed', async () => {
  const path = await folder.write('bad.jsonl', 'x\n'.repeat(5000));
  const { skipped } = await readAll(path);
  assert.equal(skipped.length, 101);
  assert.deepEqual(skipped.at(-1), { path, reason: '4900 more parts of it cannot be read' });
});

test('names with line breaks and characters beyond the basic plane', async () => {
  const path = await folder.write('a\n😀.txt', strToU8(STORY));
  assert.deepEqual((await readShort(path)).ids, ['a\n😀.txt']);
});

/** A PDF of these objects, numbered from 1; the first is the catalogue. */
function pdfOf(objects: readonly string[]): string {
  const parts = ['%PDF-1.4\n'];
  const rows = ['0000000000 65535 f \n'];
  let at = 9;
  for (const [index, body] of objects.entries()) {
    const object = `${index + 1} 0 obj\n${body}\nendobj\n`;
    rows.push(`${String(at).padStart(10, '0')} 00000 n \n`);
    parts.push(object);
    at += object.length;
  }
  return `${parts.join('')}xref\n0 ${rows.length}\n${rows.join('')}trailer\n<< /Size ${rows.length} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF`;
}

/** The archive with another size declared for one of its parts. */
function withDeclaredSize(archive: Uint8Array, part: string, size: number): Uint8Array {
  const bytes = Buffer.from(archive);
  // The last time the name is written is in the directory at the end; the size stands 22 bytes before it.
  bytes.writeUInt32LE(size, bytes.lastIndexOf(part) - 22);
  return bytes;
}
