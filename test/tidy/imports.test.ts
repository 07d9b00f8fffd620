/** Imports: pure folders stay pure, nothing flows backward, and package.json lists what is imported and no more. */

import assert from 'node:assert/strict';
import { isBuiltin } from 'node:module';
import { suite, test } from 'node:test';
import type { Node } from '@babel/types';
import packageJson from '../../package.json' with { type: 'json' };
import { APART, LAYERS, layerOf, PURE, SURFACES } from './layers.ts';
import { placeOf, SOURCES, type Source, sourcesIn } from './sources.ts';

/** Every import of `sources` that `isWrong`, as `from → what`. */
function wrongImports(
  sources: readonly Source[],
  isWrong: (from: string, name: string, path: string | null) => boolean,
): readonly string[] {
  return sources.flatMap((source) =>
    source.imports
      .filter(({ name, path }) => isWrong(source.path, name, path))
      .map(({ name }) => `${source.path} → ${name}`),
  );
}

suite('pure folders', () => {
  test('import no editor, no part of Node.js, no database', () => {
    const impure = /^(?:vscode|node:|better-sqlite3|sqlite3?$)/;
    assert.deepEqual(
      wrongImports(sourcesIn(...PURE), (_, name) => impure.test(name) || isBuiltin(name)),
      [],
    );
  });

  test('import nothing of ours that is not pure', () => {
    const isPure = (path: string): boolean =>
      path.startsWith('server/data/') || PURE.some((place) => path.startsWith(place));
    assert.deepEqual(
      wrongImports(sourcesIn(...PURE), (_from, _name, path) => path !== null && !isPure(path)),
      [],
    );
  });

  test('ask for no time, no chance and nothing of the process', () => {
    const asked = sourcesIn(...PURE).flatMap((source) =>
      source.nodes.filter((node) => asksTheWorld(node, source)).map((node) => placeOf(source, node)),
    );
    assert.deepEqual(asked, []);
  });
});

const WORLD = new Set(
  'process performance console fetch require setTimeout setInterval setImmediate queueMicrotask'.split(' '),
);

function asksTheWorld(node: Node, { text }: Source): boolean {
  if (node.type === 'Identifier') return WORLD.has(node.name);
  const written = text.slice(node.start ?? 0, node.end ?? 0);
  if (node.type === 'MemberExpression') return written === 'Math.random' || written === 'Date.now';
  return node.type === 'NewExpression' && written === 'new Date()';
}

suite('nothing flows backward', () => {
  test('every file has a layer, and every layer files', () => {
    const layers = new Set(sourcesIn('server/src/', 'client/src/').map(({ path }) => layerOf(path)));
    assert.ok(!layers.has(-1));
    const empty = LAYERS.filter((layer, index) => layer.includes('/src/') && !layers.has(index));
    assert.deepEqual(empty, []);
  });

  test('a layer imports those before it', () => {
    const isBackward = (from: string, _name: string, path: string | null): boolean =>
      path !== null && layerOf(path) > layerOf(from);
    assert.deepEqual(wrongImports(sourcesIn('server/src/', 'client/src/'), isBackward), []);
  });

  test('surfaces know as little of each other as they can', () => {
    for (const [surface, known] of SURFACES) {
      const isForeign = (_from: string, _name: string, path: string | null): boolean =>
        path !== null && !known.some((place) => path.startsWith(place));
      assert.deepEqual(wrongImports(sourcesIn(surface), isForeign), []);
    }
    for (const [from, to] of APART)
      assert.deepEqual(
        wrongImports(sourcesIn(from), (_from, _name, path) => path?.startsWith(to) === true),
        [],
      );
  });
});

suite('package.json', () => {
  /** Used by name on the command line, or as types and a runtime of the rest. */
  const TOOLS: ReadonlySet<string> = new Set(['@biomejs/biome', 'typescript', 'node']);
  const listed = Object.keys(packageJson.devDependencies);
  const imported = new Set(
    SOURCES.flatMap(({ imports }) => imports)
      .filter(({ name, path }) => path === null && !isBuiltin(name) && name !== 'vscode')
      .map(({ name }) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name),
  );

  test('lists every package that is imported', () => {
    const typesOf = (name: string): string => `@types/${name}`;
    const missing = [...imported].filter((name) => !listed.includes(name) && !listed.includes(typesOf(name)));
    assert.deepEqual(missing, []);
  });

  test('lists no package that nothing imports', () => {
    const isUsed = (name: string): boolean => {
      const typed = /^@types\/(.*)$/.exec(name)?.[1];
      if (typed !== undefined) return typed === 'node' || typed === 'vscode' || imported.has(typed);
      return TOOLS.has(name) || imported.has(name);
    };
    assert.deepEqual(
      listed.filter((name) => !isUsed(name)),
      [],
    );
  });
});
