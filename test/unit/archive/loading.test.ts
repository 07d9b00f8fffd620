/** Loading an archive: what is sent, in which order, and what becomes of what the server does not take. */

import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { openArchive } from '../../../server/src/corpus/archive/archive.ts';
import { documentId } from '../../../server/src/corpus/archive/documents.ts';
import { indexBody } from '../../../server/src/corpus/archive/mapping.ts';
import type { ArchiveWriter } from '../../../server/src/corpus/archive/writer.ts';
import type { Article } from '../../../server/src/corpus/article.ts';
import { addressOf } from '../../archive/backend.ts';
import { type Answer, type Asked, type FakeServer, fakeServer } from './fakeServer.ts';

const TEXT = 'At least 750 troops were sent to Mill Valley. Governor Tom Varga said so on Monday.';

const ARTICLE: Article = {
  ...{ id: 'a.txt', path: '/news/a.txt', title: 'Floods', outlet: null, author: null },
  ...{ published: '2020-01-04', url: null, text: TEXT, hash: 'one' },
  prose: [{ start: 0, end: TEXT.length }],
};

/** Has this in stock, and takes everything. */
function stocked(stock: Readonly<Record<string, unknown>> | null): (asked: Asked) => Answer {
  return (asked) => {
    const [body] = asked.lines;
    const ids = body instanceof Object && 'ids' in body && Array.isArray(body.ids) ? body.ids : [];
    if (asked.path.includes('_mget'))
      return {
        body: {
          docs: ids.map((_id: unknown) =>
            stock === null ? { _id, found: false } : { _id, found: true, _source: stock },
          ),
        },
      };
    return taken(asked, () => ({ status: 201 }));
  };
}

function taken({ lines }: Asked, item: (at: number) => unknown): Answer {
  const operations = lines.filter((line) => line instanceof Object && ('index' in line || 'delete' in line));
  const items = operations.map((_, at) => ({ index: item(at) }));
  return { body: { errors: items.some(({ index }) => JSON.stringify(index).includes('error')), items } };
}

function writerAt(t: TestContext, { origin }: FakeServer): ArchiveWriter {
  const archive = openArchive(addressOf(`${origin}/news`), { kind: 'none' });
  t.after(() => archive.close());
  return archive.writer(new AbortController().signal);
}

/** The operations of each bulk request, by the ends of their ids: `0` and `1` for sentences, `whole` for the article. */
function sent({ asked }: FakeServer): string[][] {
  const bulks = asked.filter(({ path }) => path.includes('_bulk'));
  return bulks.map(({ lines }) => lines.flatMap((line) => operationIn(JSON.stringify(line))));
}

function operationIn(line: string): string[] {
  const [, kind = '', id = ''] = /^\{"(index|delete)":\{"_id":"([^"]+)"/.exec(line) ?? [];
  if (kind === '') return [];
  return [`${kind} ${id.split('.')[1] ?? 'whole'}`];
}

describe('a load', { timeout: 60_000 }, () => {
  test('sends the sentences of an article before the article', async (t) => {
    const server = await fakeServer(t, stocked(null));
    const replaced = await writerAt(t, server).replace([ARTICLE]);
    assert.deepEqual(replaced, { sent: 1, unchanged: 0, refused: [] });
    assert.deepEqual(sent(server), [['index 0', 'index 1'], ['index whole']]);
    const [, first] = server.asked.find(({ path }) => path.includes('_bulk'))?.lines ?? [];
    assert.ok(first instanceof Object && 'keys' in first);
    assert.ok(Array.isArray(first.keys) && first.keys.includes('troop'));
    assert.match(first.keys.join(' '), /(^| )#\w+:750( |$)/);
  });

  test('sends nothing of an article that is there in the same words', async (t) => {
    const server = await fakeServer(
      t,
      stocked({ entry: { path: '/news/a.txt' }, stock: { hash: 'one', sentences: 2 } }),
    );
    assert.deepEqual(await writerAt(t, server).replace([ARTICLE]), { sent: 0, unchanged: 1, refused: [] });
    assert.deepEqual(sent(server), []);
  });

  test('removes sentences that an article has no more', async (t) => {
    const server = await fakeServer(
      t,
      stocked({ entry: { path: '/news/a.txt' }, stock: { hash: 'old', sentences: 4 } }),
    );
    await writerAt(t, server).replace([ARTICLE]);
    assert.deepEqual(sent(server), [
      ['index 0', 'index 1'],
      ['delete 2', 'delete 3', 'index whole'],
    ]);
  });

  test('does not put one article in the place of another file’s', async (t) => {
    const server = await fakeServer(
      t,
      stocked({ entry: { path: '/other/a.txt' }, stock: { hash: 'old', sentences: 4 } }),
    );
    const { sent: count, refused } = await writerAt(t, server).replace([ARTICLE]);
    assert.deepEqual([count, sent(server)], [0, []]);
    assert.deepEqual(refused, [
      { path: '/news/a.txt', reason: 'another article is called a.txt, that of /other/a.txt' },
    ]);
  });

  test('names the file whose sentence is not taken, and leaves its article out', async (t) => {
    const server = await fakeServer(t, (asked) => {
      if (!asked.path.includes('_bulk')) return stocked(null)(asked);
      return taken(asked, (at) =>
        at === 1
          ? { status: 400, error: { type: 'mapper_parsing_exception', reason: 'too long' } }
          : { status: 201 },
      );
    });
    const { sent: count, refused } = await writerAt(t, server).replace([ARTICLE]);
    assert.equal(count, 0);
    assert.deepEqual(refused, [{ path: '/news/a.txt', reason: 'the archive does not take it: too long' }]);
    assert.deepEqual(sent(server), [['index 0', 'index 1']]);
  });

  test('sends again what a busy server put off', async (t) => {
    let count = 0;
    const server = await fakeServer(t, (asked) => {
      if (!asked.path.includes('_bulk')) return stocked(null)(asked);
      count += 1;
      const busy = { status: 429, error: { type: 'rejected_execution_exception', reason: 'queue is full' } };
      return taken(asked, (at) => (count === 1 && at === 1 ? busy : { status: 201 }));
    });
    assert.equal((await writerAt(t, server).replace([ARTICLE])).sent, 1);
    assert.deepEqual(sent(server), [['index 0', 'index 1'], ['index 1'], ['index whole']]);
  });

  test('counts the revision on when another loader was first', async (t) => {
    let puts = 0;
    const state = { revision: 4, unfinished: [], skipped: [] };
    const server = await fakeServer(t, ({ method, path }) => {
      if (path.includes('_mget'))
        return {
          body: { docs: [{ _id: 'state', found: true, _seq_no: 9, _primary_term: 1, _source: { state } }] },
        };
      if (method !== 'PUT') return { body: {} };
      puts += 1;
      const conflict = { type: 'version_conflict_engine_exception', reason: 'conflict' };
      return puts === 1 ? { status: 409, body: { error: conflict, status: 409 } } : { body: {} };
    });
    const written = await writerAt(t, server).publish((before) => ({
      ...before,
      unfinished: [{ load: 'news', files: 3 }],
    }));
    assert.deepEqual([written.revision, written.unfinished.length, puts], [5, 1, 2]);
    assert.match(
      server.asked.find(({ method }) => method === 'PUT')?.path ?? '',
      /if_seq_no=9&if_primary_term=1/,
    );
  });

  test('does not write into an index that is none of ours', async (t) => {
    const server = await fakeServer(t, () => ({ body: { 'news-v2': { mappings: { properties: {} } } } }));
    await assert.rejects(
      writerAt(t, server).prepare({ shards: 1, replicas: 0 }),
      /was not made by this program/,
    );
  });
});

describe('the mapping', () => {
  test('says what every field is, and takes no other', () => {
    const { settings, mappings } = JSON.parse(JSON.stringify(indexBody({ shards: 2, replicas: 1 })));
    assert.deepEqual([settings.index.number_of_shards, settings.index.number_of_replicas], [2, 1]);
    assert.equal(mappings.dynamic, 'strict');
    assert.equal(mappings.properties.keys.analyzer, 'whitespace');
  });

  test('names documents by the ids of articles, however long', () => {
    assert.match(documentId('a/'.repeat(5_000)), /^[0-9a-f]{40}$/);
    assert.notEqual(documentId('a.txt'), documentId('b.txt'));
  });
});
