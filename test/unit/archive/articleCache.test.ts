/** The article cache: articles are fetched once while there is room, and those of a check whatever the room. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ArticleCache } from '../../../server/src/corpus/archive/articleCache.ts';
import { documentId } from '../../../server/src/corpus/archive/documents.ts';
import { articleOf } from './smallArchive.ts';

/** UTF-16 units: two of these articles fill the cache. */
const LONG = 1_600_000;

const IDS = ['a.txt', 'b.txt', 'c.txt', 'd.txt'];

/** A cache of long articles, and the ids that were fetched, request by request. */
function longArticles() {
  const documents = new Map(
    IDS.map((id) => {
      const { text, ...entry } = { ...articleOf(' '.repeat(LONG)), id };
      return [documentId(id), { id, source: { entry, body: { text, prose: [] } } }] as const;
    }),
  );
  const fetched: string[][] = [];
  const cache = new ArticleCache({
    async documents(names) {
      const found = names.flatMap((name) => [documents.get(name)].filter((each) => each !== undefined));
      fetched.push(found.map(({ id }) => id));
      return new Map(found.map(({ id, source }) => [id, source]));
    },
  });
  return { cache, fetched };
}

test('articles that were used longest ago make room for others', async () => {
  const { cache, fetched } = longArticles();
  for (const id of ['a.txt', 'a.txt', 'b.txt', 'a.txt']) await cache.load([id]);
  assert.deepEqual(fetched, [['a.txt'], ['b.txt'], ['a.txt']]);
});

test('articles that are pinned are kept together, until others are or the archive changes', async () => {
  const { cache, fetched } = longArticles();
  await cache.pin(IDS);
  for (const id of IDS) assert.equal((await cache.load([id])).get(id)?.article.id, id);
  assert.deepEqual(fetched, [IDS]);
  await cache.pin(['d.txt']);
  await cache.load(['a.txt']);
  cache.clear();
  await cache.load(['d.txt']);
  assert.deepEqual(fetched, [IDS, ['a.txt'], ['d.txt']]);
});

test('articles that are not there are none', async () => {
  const { cache } = longArticles();
  assert.equal((await cache.load(['nothing.txt'])).size, 0);
});
