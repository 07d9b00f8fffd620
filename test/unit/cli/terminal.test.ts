/** Colours follow the conventions of NO_COLOR and FORCE_COLOR, then the terminal. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { colourFor, type Terminal } from '../../../server/src/cli/terminal.ts';

const base = { cwd: '/', columns: 80, now: () => new Date(0), write: async () => {}, complain: () => {} };

/** What `colourFor` says on a terminal and in a stream. */
function colours(env: Terminal['env']): readonly string[] {
  return [colourFor({ ...base, env, output: 'terminal' }), colourFor({ ...base, env, output: 'stream' })];
}

test('the terminal decides unless the environment does', () => {
  assert.deepEqual(colours({}), ['on', 'off']);
  assert.deepEqual(colours({ TERM: 'dumb' }), ['off', 'off']);
  assert.deepEqual(colours({ NO_COLOR: '1' }), ['off', 'off']);
  assert.deepEqual(colours({ NO_COLOR: '' }), ['on', 'off']);
  assert.deepEqual(colours({ FORCE_COLOR: '1' }), ['on', 'on']);
  assert.deepEqual(colours({ FORCE_COLOR: '0' }), ['off', 'off']);
  assert.deepEqual(colours({ FORCE_COLOR: '1', NO_COLOR: '1' }), ['off', 'off']);
});
