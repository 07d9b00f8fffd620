/** Node.js versions: which are too old, and that the package asks for the same. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import packageJson from '../../../package.json' with { type: 'json' };
import { OLDEST_NODE, outdatedNode } from '../../../server/src/cli/nodeVersion.ts';

suite('the version of Node.js', () => {
  for (const version of ['22.15.0', '22.20.1', '24.0.0', '25.0.0-nightly20260101abc'])
    test(`${version} will do`, () => assert.equal(outdatedNode(version), null));

  for (const version of ['20.20.2', '22.14.9', '18.0.0', '0.12.18'])
    test(`${version} is too old`, () =>
      assert.equal(outdatedNode(version), `Node.js 22.15 or later is needed; this is ${version}`));

  test('is the one the package asks for', () =>
    assert.equal(packageJson.engines.node, `>=${OLDEST_NODE.join('.')}`));
});
