/** Names that very many sentences have: what is told of them, and what is kept. */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import type { Article } from '../../../server/src/corpus/article.ts';
import { type Database, openDatabase } from '../../../server/src/corpus/disk/database.ts';
import { createDiskIndex } from '../../../server/src/corpus/disk/diskIndex.ts';
import { IndexWriter } from '../../../server/src/corpus/disk/indexWriter.ts';
import { ROW } from '../../../server/src/corpus/disk/nameRecord.ts';
import { MOST_KEPT, sampleOf } from '../../../server/src/corpus/disk/nameSample.ts';
import { KIND } from '../../../server/src/corpus/disk/schema.ts';
import { createMemoryIndex } from '../../../server/src/corpus/index/memoryIndex.ts';
import { mentionOrder } from '../../../server/src/corpus/index/nameCorpus.ts';
import { contentOf, pathOf } from './backends.ts';

/** Mentions of one article. */
const EACH = 40;
const IDS = Array.from({ length: (2 * MOST_KEPT) / EACH }, (_, number) => `story-${number}.txt`);
/** The article whose mentions come last, so that they are kept for their title alone. */
const LAST = IDS.toSorted((a, b) => mentionOrder(b) - mentionOrder(a))[0];
/** Articles that together have twice as many mentions as are kept. */
const ARTICLES: readonly Article[] = IDS.map((id) => {
  const text = `${id === LAST ? 'Governor ' : ''}Ada Brook spoke. ${'Then Ada Brook left. '.repeat(EACH - 1)}`;
  const prose = [{ start: 0, end: text.length }];
  const facts = { title: id, outlet: null, author: null, published: null, url: null, hash: id };
  return { id, path: pathOf(id), ...facts, text, prose };
});
const MENTIONS = ARTICLES.length * EACH;

test('what is told of a common name is the same in every layout, and that of all mentions', async (t) => {
  const memory = createMemoryIndex();
  for (const article of ARTICLES) memory.put(article);
  const expected = await memory.names.names([['ada', 'brook']]);
  assert.deepEqual(
    expected[0]?.known.map(({ count, offices }) => ({ count, offices: offices.map(({ office }) => office) })),
    [{ count: MENTIONS, offices: ['governor'] }],
  );
  for (const batch of [ARTICLES.length, 30, 7]) {
    const database = filled(t, batch);
    assert.deepEqual(await createDiskIndex(database).names.names([['ada', 'brook']]), expected);
    const number = database.prepare('SELECT number FROM terms WHERE term = ?').get(`${KIND.name}ada brook`);
    const rows = database
      .prepare(
        'SELECT sum(count) AS count, max(length(list)) AS longest FROM postings WHERE id % 4294967296 = ?',
      )
      .get(Number(number?.number));
    assert.equal(rows?.count, MENTIONS);
    // All of them would take eleven bytes each and more.
    assert.ok(Number(rows?.longest) < 12 * MOST_KEPT, `${rows?.longest} bytes`);
  }
});

function filled(t: TestContext, batch: number): Database {
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-names-'));
  const database = openDatabase(join(folder, 'index.sqlite'), 'create');
  t.after(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });
  const writer = new IndexWriter(database);
  for (let at = 0; at < ARTICLES.length; at += batch)
    writer.replace(ARTICLES.slice(at, at + batch).map(contentOf));
  return database;
}

test('a name that few articles have is known beside hundreds that share its last word', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-names-'));
  const database = openDatabase(join(folder, 'index.sqlite'), 'create');
  t.after(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });
  const letters = [...'abcdefghijklmnopqrst'];
  const others = letters.flatMap((one) => letters.map((two) => `D${one}l${two} Brook left. `.repeat(2)));
  const text = `${others.join('')}Later Mayor Eva Brook spoke.`;
  const prose = [{ start: 0, end: text.length }];
  const facts = { title: 'Brooks', outlet: null, author: null, published: null, url: null };
  new IndexWriter(database).replace([
    contentOf({ id: 'brooks.txt', path: pathOf('brooks.txt'), ...facts, text, prose }),
  ]);
  const [answer] = await createDiskIndex(database).names.names([['eva', 'brook']]);
  const eva = answer?.known.find((known) => known.words.join(' ') === 'eva brook');
  assert.deepEqual(
    eva?.offices.map(({ office, count }) => [office, count]),
    [['mayor', 1]],
  );
  assert.equal(answer?.known.length, 1);
});

test('a sample of samples is the sample of all', () => {
  const rare = MOST_KEPT * 3;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4_000 }), fc.integer({ min: 0, max: rare }), (articles, cut) => {
      // Rows have their own number as their sentence; mentions of one article share an order.
      const rows = new Uint32Array(rare * ROW);
      for (let row = 0; row < rare; row += 1) {
        const article = Math.floor((row * articles) / rare);
        rows.set(
          [row, Math.imul(article + 1, 0x9e3779b1) >>> 0, 0, 0, 0, row % 1_000 === 0 ? 7 : 0],
          row * ROW,
        );
      }
      const parts = [rows.subarray(0, cut * ROW), rows.subarray(cut * ROW)];
      const sampled = parts.flatMap((part) => [...taken(part)]);
      assert.deepEqual(sentences(taken(Uint32Array.from(sampled))), sentences(taken(rows)));
    }),
    { numRuns: 20 },
  );
});

function taken(rows: Uint32Array): Uint32Array {
  const kept = sampleOf(rows, rows.length / ROW);
  return Uint32Array.from([...kept].flatMap((row) => [...rows.subarray(row * ROW, (row + 1) * ROW)]));
}

function sentences(rows: Uint32Array): number[] {
  return [...rows].filter((_, at) => at % ROW === 0);
}
