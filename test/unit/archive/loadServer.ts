/** A server for loads: it has a state and no articles, and takes everything. */

import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { LAYOUT } from '../../../server/src/corpus/archive/mapping.ts';
import { type WrittenState, writtenState } from '../../../server/src/corpus/archive/state.ts';
import { type Answer, type Asked, type FakeServer, fakeServer } from './fakeServer.ts';

/** A server that has this state and no articles, takes everything and notes the states that it is given. */
export async function serverWith(
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
