/** Loads that were not finished: the archive is not complete until each of them is, whatever else is loaded. */

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { openArchive } from '../../../server/src/corpus/archive/archive.ts';
import { type LoadReport, loadArchive } from '../../../server/src/corpus/archive/load.ts';
import { LAYOUT } from '../../../server/src/corpus/archive/mapping.ts';
import { type WrittenState, writtenState } from '../../../server/src/corpus/archive/state.ts';
import { addressOf } from '../../archive/backend.ts';
import { type Answer, type Asked, type FakeServer, fakeServer } from './fakeServer.ts';

/** More than a load may have that an archive is complete without. */
const MANY = 1_150;

/** A server that has this state and no articles, takes everything and notes the states that it is given. */
async function serverWith(
  t: TestContext,
  first: WrittenState | null,
): Promise<{ readonly server: FakeServer; readonly states: WrittenState[] }> {
  const states: WrittenState[] = [];
  const server = await fakeServer(t, (asked) => {
    if (asked.method === 'PUT' && asked.path.includes('/_doc/state')) {
      const [source] = asked.lines;
      assert.ok(source instanceof Object);
      states.push(writtenState({ source: { ...source } }));
      return { body: {} };
    }
    return asked.path.includes('_mget') ? stateOr(asked, states.at(-1) ?? first) : taken(asked);
  });
  return { server, states };
}

function stateOr({ lines }: Asked, state: WrittenState | null): Answer {
  const [body] = lines;
  const ids: readonly unknown[] =
    body instanceof Object && 'ids' in body && Array.isArray(body.ids) ? body.ids : [];
  const found = { found: true, _seq_no: 1, _primary_term: 1, _source: { state } };
  const docs = ids.map((_id) => ({ _id, ...(_id === 'state' && state !== null ? found : { found: false }) }));
  return { body: { docs } };
}

function taken({ path, lines }: Asked): Answer {
  const mappings = { _meta: { corroborate: { layout: LAYOUT } } };
  if (path.includes('_mapping')) return { body: { [path.split('/')[1] ?? '']: { mappings } } };
  const items = lines
    .filter((line) => line instanceof Object && 'index' in line)
    .map(() => ({ index: { status: 201 } }));
  return { body: { errors: false, items } };
}

/** Loads a folder of that name with so many articles. */
async function load(
  t: TestContext,
  { origin }: FakeServer,
  name: string,
  count: number,
): Promise<LoadReport> {
  const home = mkdtempSync(join(tmpdir(), 'corroborate-load-'));
  t.after(() => rmSync(home, { recursive: true }));
  const folder = join(home, name);
  mkdirSync(folder);
  for (let at = 0; at < count; at += 1) writeFileSync(join(folder, `${at}.txt`), `Story ${at} is short.\n`);
  const archive = openArchive(addressOf(`${origin}/news`), { kind: 'none' });
  t.after(() => archive.close());
  const { signal } = new AbortController();
  const request = { entries: [folder], links: 'refuse', spread: { shards: 1, replicas: 0 } } as const;
  // The clock stands still: nothing is made visible for the time alone.
  const listener = { signal, progress: () => {}, now: () => 0 };
  return loadArchive(archive.writer(signal), request, listener);
}

const COMPLETE: WrittenState = { revision: 7, unfinished: [], skipped: [] };

describe('a load that is not finished', { timeout: 60_000 }, () => {
  test('is not made up for by another, which names it', async (t) => {
    const broken: WrittenState = { ...COMPLETE, unfinished: [{ load: '2023', files: 12 }] };
    const { server, states } = await serverWith(t, broken);
    assert.deepEqual((await load(t, server, '2024', 3)).unfinished, ['2023']);
    assert.deepEqual(states.at(-1)?.unfinished, broken.unfinished);
    assert.deepEqual((await load(t, server, '2023', 3)).unfinished, []);
    assert.deepEqual(states.at(-1)?.unfinished, []);
  });

  test('is told of from the beginning in a new archive, and among others that go on', async (t) => {
    const { server, states } = await serverWith(t, null);
    await load(t, server, 'first', 3);
    assert.deepEqual(
      states.map(({ unfinished }) => unfinished),
      [[{ load: 'first', files: 3 }], []],
    );
  });

  test('is told of as soon as it is a large one, and a small one is not', async (t) => {
    const { server, states } = await serverWith(t, COMPLETE);
    await load(t, server, 'small', 3);
    assert.deepEqual(
      states.flatMap(({ unfinished }) => unfinished),
      [],
    );
    await load(t, server, 'large', MANY);
    const [told] = states.flatMap(({ unfinished }) => unfinished);
    assert.deepEqual([told?.load, states.at(-1)?.unfinished], ['large', []]);
    assert.ok((told?.files ?? 0) > 0);
  });
});
