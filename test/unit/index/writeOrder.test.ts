/** The order of writing: what an index tells must not depend on the order in which threads wrote the articles. */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Article } from '../../../server/src/corpus/article.ts';
import { openDatabase } from '../../../server/src/corpus/disk/database.ts';
import { createDiskIndex } from '../../../server/src/corpus/disk/diskIndex.ts';
import { IndexWriter } from '../../../server/src/corpus/disk/indexWriter.ts';
import type { CorpusIndex } from '../../../server/src/corpus/index/corpusIndex.ts';
import type { PassageQuery } from '../../../server/src/corpus/index/quoteCorpus.ts';
import { normalWords } from '../../../server/src/text/normalise.ts';
import { spellingKey } from '../../../server/src/text/spelling.ts';
import { contentOf, pathOf } from './backends.ts';

/** Papers that print one agency's report: more than any part of the index keeps apart at a time. */
const PAPERS = 700;
const REPORT =
  'At least 750 troops reached Mill Valley, Governor Tom Varga said. “We will not leave anybody behind in these hills,” he told reporters.';

/** Each paper has a sentence of its own too, so that articles differ in length and places. */
const ARTICLES: readonly Article[] = Array.from({ length: PAPERS }, (_, number) => {
  const text = `${'It rained again. '.repeat(number % 5)}${REPORT} Edition ${number}.`;
  const id = `paper-${String((number * 7919) % PAPERS).padStart(3, '0')}.txt`;
  return {
    id,
    path: pathOf(id),
    title: id,
    outlet: null,
    author: null,
    published: '2020-01-04',
    url: null,
    hash: id,
    text,
    prose: [{ start: 0, end: text.length }],
  };
});

const PHRASE = 'We will not leave anybody behind';
const ALTERED = 'We will never leave a single person behind in those hills';
const LIMIT = 20;

test('what is told of equal passages depends on the articles alone', async (t) => {
  const byId = ARTICLES.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const [first, ...others] = await Promise.all([
    toldOf(indexOf(t, byId, PAPERS)),
    toldOf(indexOf(t, byId.toReversed(), PAPERS)),
    toldOf(indexOf(t, ARTICLES, 90)),
    toldOf(indexOf(t, ARTICLES.toReversed(), 33)),
  ]);
  assert.ok(first !== undefined);
  assert.deepEqual([first.candidates.length, first.phrase.length], [LIMIT, LIMIT]);
  assert.ok(first.near.length > 0);
  assert.ok(first.named.length > 0);
  for (const other of others) assert.deepEqual(other, first);
});

/** An index into which the articles are written in this order, `batch` in a segment. */
function indexOf(t: TestContext, articles: readonly Article[], batch: number): CorpusIndex {
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-order-'));
  const database = openDatabase(join(folder, 'index.sqlite'), 'create');
  t.after(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });
  const writer = new IndexWriter(database);
  for (let at = 0; at < articles.length; at += batch)
    writer.replace(articles.slice(at, at + batch).map(contentOf));
  return createDiskIndex(database);
}

async function toldOf(index: CorpusIndex) {
  const terms = ['troop', 'valley', 'mill'].map((term) => ({ term, weight: 1 }));
  const { candidates } = await index.retrieve([{ terms, limit: LIMIT }]);
  const passages = await index.quotes.passages([asking(PHRASE, 'phrase'), asking(ALTERED, 'near')]);
  const [phrase = [], near = []] = passages.map((found) =>
    found.map(({ article, start, end }) => `${article.article.id} ${article.article.text.slice(start, end)}`),
  );
  const [known] = await index.names.names([['tom', 'varga']]);
  return {
    candidates: (candidates[0] ?? []).map(
      ({ article, sentence, score }) => `${article.article.id} ${sentence} ${score}`,
    ),
    phrase,
    near,
    named: (known?.known ?? []).flatMap(({ first, articles }) => [first, ...articles]),
  };
}

function asking(text: string, mode: PassageQuery['mode']): PassageQuery {
  return { words: normalWords(text).map(({ norm }) => spellingKey(norm)), mode, limit: LIMIT };
}
