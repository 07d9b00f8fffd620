/** Trips: how often an archive is asked for a change of a draft, and what comes with the answer. */

import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { type Archive, openArchive } from '../../../server/src/corpus/archive/archive.ts';
import type { Query } from '../../../server/src/corpus/index/corpusIndex.ts';
import { addressOf } from '../../archive/backend.ts';
import { type FakeServer, fakeServer } from './fakeServer.ts';
import { archiveOf, articleOf } from './smallArchive.ts';

const ARTICLE = articleOf('At least 750 troops were sent to Mill Valley. Nobody has counted the cows.');
const answerOf = archiveOf(ARTICLE);

async function opened(t: TestContext): Promise<{ readonly server: FakeServer; readonly archive: Archive }> {
  const server = await fakeServer(t, answerOf);
  const archive = openArchive(addressOf(`${server.origin}/news`), { kind: 'none' });
  t.after(() => archive.close());
  await archive.index.look();
  return { server, archive };
}

function query(...terms: readonly string[]): Query {
  return { terms: terms.map((term) => ({ term, weight: 1 })), limit: 5 };
}

/** The last parts of the paths of what is asked by `work`. */
async function tripsOf({ asked }: FakeServer, work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = asked.length;
  await work();
  return asked.slice(before).map(({ path }) => path.split('/').at(-1)?.split('?')[0] ?? '');
}

describe('a question', { timeout: 60_000 }, () => {
  test('after an edit is one request, which counts the new word and brings the article', async (t) => {
    const { server, archive } = await opened(t);
    await archive.index.retrieve([query('sent', 'mill')]);
    // Another revision, of which no article is known.
    server.answers((asked) => {
      const { body } = answerOf(asked);
      return { body: JSON.parse(JSON.stringify(body).replace('"revision":3', '"revision":4')) };
    });
    await archive.index.look();
    const trips = await tripsOf(server, async () => {
      const { candidates, frequencies } = await archive.index.retrieve([query('sent', 'mill', 'troop')]);
      const [first] = candidates[0] ?? [];
      assert.deepEqual(first?.article.article, ARTICLE);
      assert.equal(first?.sentence, 0);
      assert.equal(frequencies.get('troop'), 1);
    });
    assert.deepEqual(trips, ['_msearch']);
  });

  test('of a new draft fetches each article once', async (t) => {
    const { server, archive } = await opened(t);
    const words = Array.from({ length: 30 }, (_, number) => `word${number}`);
    const queries = words.map((word) => query(word));
    const trips = await tripsOf(server, () => archive.index.retrieve(queries));
    assert.deepEqual(trips, ['_mtermvectors', '_msearch', '_mget']);
    const searches = server.asked.flatMap(({ lines }) => lines.map((line) => JSON.stringify(line)));
    assert.ok(!searches.some((search) => search.includes('"packed"')));
  });
});
