/** Trips: how often an archive is asked for a change of a draft, and what comes with the answer. */

import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import * as z from 'zod';
import { type Archive, openArchive } from '../../../server/src/corpus/archive/archive.ts';
import { documentsOf } from '../../../server/src/corpus/archive/documents.ts';
import type { Query } from '../../../server/src/corpus/index/corpusIndex.ts';
import { addressOf } from '../../archive/backend.ts';
import { type Answer, type Asked, type FakeServer, fakeServer, hits } from './fakeServer.ts';
import { archiveOf, articleOf } from './smallArchive.ts';

const ARTICLE = articleOf('At least 750 troops were sent to Mill Valley. Nobody has counted the cows.');
const answerOf = archiveOf(ARTICLE);

/** The same archive, of which the one article has some words of every quote, and no word that is half typed. */
function withQuotes(asked: Asked): Answer {
  if (!asked.path.includes('_msearch')) return answerOf(asked);
  const told = z.object({ responses: z.array(z.unknown()) }).parse(answerOf(asked).body).responses;
  const searches = asked.lines.filter((_, at) => at % 2 === 1).map((search) => JSON.stringify(search));
  const responses = searches.map((search, at) => {
    if (/"term":{"words":"ha?"}/.test(search)) return hits([], 0);
    if (!search.includes('"constant_score"')) return told[at];
    if (!search.includes('"must_not"')) return hits([{ fields: { id: [ARTICLE.id] } }]);
    return hits(
      search.includes(JSON.stringify(ARTICLE.id)) ? [] : [{ _source: documentsOf(ARTICLE).article }],
    );
  });
  return { body: { responses } };
}

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

  test('after a key in a quote is one request, which brings the articles that are not known', async (t) => {
    const { server, archive } = await opened(t);
    server.answers(withQuotes);
    const quoted = (...words: readonly string[]) => ({ words, mode: 'near', limit: 3 }) as const;
    const before = await tripsOf(server, () =>
      archive.index.quotes.passages([quoted('nobodi', 'has', 'counted', 'the', 'cows')]),
    );
    assert.deepEqual(before, ['_msearch', '_msearch']);
    // Another revision, of which no article is known.
    server.answers((asked) => {
      const { body } = withQuotes(asked);
      return { body: JSON.parse(JSON.stringify(body).replace('"revision":3', '"revision":4')) };
    });
    await archive.index.look();
    const trips = await tripsOf(server, async () => {
      const [[passage] = []] = await archive.index.quotes.passages([
        quoted('nobodi', 'ha', 'counted', 'the', 'cows'),
      ]);
      assert.deepEqual(passage?.article.article, ARTICLE);
    });
    assert.deepEqual(trips, ['_msearch']);
    const again = await tripsOf(server, () =>
      archive.index.quotes.passages([quoted('nobodi', 'h', 'counted', 'the', 'cows')]),
    );
    assert.deepEqual(again, ['_msearch']);
    const searches = server.asked.at(-1)?.lines.map((line) => JSON.stringify(line)) ?? [];
    assert.ok(searches.some((search) => search.includes('"must_not":[{"terms":{"id":["a.txt"]}}]')));
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
