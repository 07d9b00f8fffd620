/** Trust: nothing that the client shows may run a script, read HTML or run a command but one of our own. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Node } from '@babel/types';
import { placeOf, sourcesIn } from './sources.ts';

/** Options of VS Code by which text becomes more than text, whether given in an object or set. */
const OPENING: ReadonlySet<string> = new Set([
  'isTrusted',
  'supportHtml',
  'enableScripts',
  'enableForms',
  'enableCommandUris',
]);

/** The one list of commands that may be opened: of the packet’s links, which our server writes. */
const OURS = '[OPEN_SOURCE_COMMAND]';

suite('the client', () => {
  test('opens nothing that it shows to scripts, HTML or foreign commands', () => {
    const opened = sourcesIn('client/src/').flatMap((source) =>
      source.nodes.filter((node) => opens(node, source.text)).map((node) => placeOf(source, node)),
    );
    assert.deepEqual(opened, []);
  });

  test('closes what it can', () => {
    const closed = sourcesIn('client/src/').flatMap(({ nodes }) =>
      nodes.filter((node) => nameSetIn(node) !== null),
    );
    assert.ok(closed.length >= 4);
  });
});

function opens(node: Node, text: string): boolean {
  const name = nameSetIn(node);
  if (name === null) return false;
  const value =
    node.type === 'ObjectProperty' ? node.value : node.type === 'AssignmentExpression' ? node.right : null;
  const written = text.slice(value?.start ?? 0, value?.end ?? 0);
  return written !== 'false' && written !== OURS;
}

/** The option that a node sets; null where it sets none. */
function nameSetIn(node: Node): string | null {
  const key =
    node.type === 'ObjectProperty'
      ? node.key
      : node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression'
        ? node.left.property
        : null;
  return key?.type === 'Identifier' && OPENING.has(key.name) ? key.name : null;
}
