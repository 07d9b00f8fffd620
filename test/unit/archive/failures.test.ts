/** Failures of an archive: whatever is missing from an answer makes it none, and no word is said of a claim. */

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, type TestContext, test } from 'node:test';
import { NEVER } from '../../../server/src/check/cancellation.ts';
import { checkDraft } from '../../../server/src/check/checkDraft.ts';
import { readArchiveAddress } from '../../../server/src/corpus/archive/address.ts';
import { type Archive, openArchive } from '../../../server/src/corpus/archive/archive.ts';
import type { ArchiveFailure } from '../../../server/src/corpus/archive/archiveError.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { createArchiveCorpus } from '../../../server/src/lsp/archiveCorpus.ts';
import { type Answer, type Asked, dictionary, fakeServer, hits, toSearches } from './fakeServer.ts';

const STATE = { _id: 'state', _source: { state: { revision: 3, unfinished: [], skipped: [] } } };

/** Knows its state, and finds nothing. */
function empty(asked: Asked): Answer {
  if (asked.path.includes('_mget')) return { body: { docs: [] } };
  if (asked.path.includes('_mtermvectors')) return dictionary(asked, ALL);
  return toSearches(asked, (search) =>
    JSON.stringify(search).includes('"ids"')
      ? hits([STATE])
      : { ...Object(hits([], 7)), aggregations: { words: { value: 90 } } },
  );
}

/** Documents of each kind that there are. */
const ALL = 7;

function addressOf(origin: string) {
  const reading = readArchiveAddress(`${origin}/news`);
  if (reading.kind === 'problem') throw new Error(reading.problem);
  return reading.address;
}

function archiveAt(t: TestContext, origin: string): Archive {
  const archive = openArchive(addressOf(origin), { kind: 'password', user: 'ann', password: 'secret' });
  t.after(() => archive.close());
  return archive;
}

async function check({ index }: Archive): Promise<readonly string[]> {
  const text =
    'At least 750 troops were sent to Mill Valley. “We will not leave anybody behind,” Tom Varga said.';
  const options = { severities: {}, today: '2020-01-31' };
  const findings = await checkDraft(readDraft('draft.md', 'markdown', text), index, options, NEVER);
  return findings.map(({ verdict }) => verdict);
}

const PARTIAL = { total: 3, failed: 1 };

const BROKEN: readonly (readonly [string, ArchiveFailure, (asked: Asked) => Answer])[] = [
  ['a shard that fails', 'unreachable', (asked) => toSearches(asked, () => hits([], 0, PARTIAL))],
  [
    'one search of many that fails',
    'unreachable',
    (asked) => {
      let count = 0;
      const error = { type: 'search_phase_execution_exception', reason: 'all shards failed', root_cause: [] };
      return toSearches(asked, () => (++count === 2 ? { status: 503, error } : hits([])));
    },
  ],
  [
    'a search that runs out of time',
    'unreachable',
    (asked) => toSearches(asked, () => ({ ...Object(hits([])), timed_out: true })),
  ],
  ['fewer answers than searches', 'unreachable', () => ({ body: { responses: [] } })],
  ['an answer of another program', 'unreachable', () => ({ body: { hello: 'world' } })],
  [
    'a busy server',
    'unreachable',
    () => ({ status: 429, body: { error: { type: 'rejected', reason: 'queue is full' }, status: 429 } }),
  ],
  [
    'a refusal',
    'refused',
    () => ({ status: 401, body: { error: { type: 'security_exception', reason: 'no' }, status: 401 } }),
  ],
  [
    'a right that is missing',
    'refused',
    () => ({ status: 403, body: { error: { type: 'security_exception', reason: 'no' }, status: 403 } }),
  ],
  [
    'no such archive',
    'missing',
    () => ({
      status: 404,
      body: { error: { type: 'index_not_found_exception', reason: 'no such index' }, status: 404 },
    }),
  ],
];

describe('an archive', { timeout: 60_000 }, () => {
  test('that answers is asked who asks, and for a draft once', async (t) => {
    const server = await fakeServer(t, empty);
    const archive = archiveAt(t, server.origin);
    await archive.index.look();
    assert.deepEqual([archive.index.revision, archive.index.size, archive.index.pending], [3, 7, 0]);
    const before = server.asked.length;
    assert.deepEqual(new Set(await check(archive)), new Set(['not-enough-evidence']));
    const paths = server.asked.slice(before).map(({ path }) => path);
    // Names, phrases and how common each word is; then the sentences that have the rarer words.
    assert.deepEqual(paths, ['/news-v2/_msearch', '/news-v2/_msearch']);
    const basic = `Basic ${Buffer.from('ann:secret').toString('base64')}`;
    assert.deepEqual(new Set(server.asked.map(({ authorization }) => authorization)), new Set([basic]));
    await check(archive);
    assert.equal(server.asked.length, before + paths.length);
  });

  test('whose dictionary counts what was replaced is counted by searches', async (t) => {
    const server = await fakeServer(t, (asked) =>
      asked.path.includes('_mtermvectors') ? dictionary(asked, ALL + 1) : empty(asked),
    );
    const archive = archiveAt(t, server.origin);
    await archive.index.look();
    const { frequencies } = await archive.index.retrieve([
      { terms: [{ term: 'troop', weight: 1 }], limit: 5 },
    ]);
    assert.equal(frequencies.get('troop'), ALL);
  });

  for (const [what, failure, answer] of BROKEN) {
    test(`with ${what} says nothing of a draft`, async (t) => {
      const server = await fakeServer(t, empty);
      const archive = archiveAt(t, server.origin);
      await archive.index.look();
      server.answers(answer);
      await assert.rejects(check(archive), { name: 'ArchiveError', failure });
      server.answers(empty);
      assert.ok((await check(archive)).length > 0);
    });
  }

  test('whose articles cannot be fetched says nothing of a draft', async (t) => {
    const error = { type: 'no_shard_available_action_exception', reason: 'no copy of the shard' };
    const server = await fakeServer(t, (asked) => {
      if (asked.path.includes('_mget')) return { body: { docs: [{ _id: 'x', error }] } };
      const sentence = { fields: { article: ['a.txt'], at: [0], 'keys.told': ['troop', 'sent'] } };
      return toSearches(asked, (search) =>
        JSON.stringify(search).includes('"keys":{"value"') ? hits([sentence]) : hits([], 5),
      );
    });
    const archive = archiveAt(t, server.origin);
    await assert.rejects(check(archive), { name: 'ArchiveError', failure: 'unreachable' });
  });

  test('that is closed breaks off what it asks', async (t) => {
    const server = await fakeServer(t, () => ({ body: undefined }));
    const archive = archiveAt(t, server.origin);
    const look = archive.index.look();
    look.catch(() => {});
    while (server.asked.length === 0) await new Promise((done) => setImmediate(done));
    await archive.close();
    await assert.rejects(look, { name: 'ArchiveError', failure: 'unreachable' });
  });
});

/** The corpus of the archive at an origin, which is looked at every so many milliseconds and tells `changes` of it. */
async function openedCorpus(t: TestContext, origin: string, changes: EventTarget, every: number) {
  const corpus = createArchiveCorpus(
    addressOf(origin),
    { kind: 'none' },
    {
      log: { info() {}, warn() {}, error() {} },
      changed: () => changes.dispatchEvent(new Event('changed')),
    },
    every,
  );
  t.after(() => corpus.close());
  await corpus.ready();
  return corpus;
}

describe('the corpus of an archive', { timeout: 60_000 }, () => {
  test('has a problem while the archive does not answer, and none once it does', async (t) => {
    const server = await fakeServer(t, () => ({
      status: 503,
      body: { error: { type: 'busy', reason: 'red' }, status: 503 },
    }));
    const changes = new EventTarget();
    const corpus = await openedCorpus(t, server.origin, changes, 20);
    assert.match(corpus.problem ?? '', /^archive not reachable: red/);
    const changed = once(changes, 'changed');
    server.answers(empty);
    await changed;
    assert.deepEqual([corpus.problem, corpus.index.size], [null, 7]);
  });

  test('learns of a failure from a check as well', async (t) => {
    const server = await fakeServer(t, empty);
    const changes = new EventTarget();
    const corpus = await openedCorpus(t, server.origin, changes, 3_600_000);
    assert.equal(corpus.problem, null);
    server.answers((asked) => toSearches(asked, () => hits([], 0, PARTIAL)));
    const changed = once(changes, 'changed');
    await assert.rejects(corpus.index.inFile('/a.txt'));
    await changed;
    assert.match(corpus.problem ?? '', /1 of its 3 shards did not answer/);
  });
});
