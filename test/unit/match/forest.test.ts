/** Forests give what a plain walk through their trees gives, and answer a threshold as they give probabilities. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Forest, probability, reaches, type Tree } from '../../../server/src/match/forest.ts';

const FEATURES = ['a', 'b', 'c'];

type Node =
  | { readonly leaf: number }
  | { readonly feature: number; readonly at: number; readonly parts: readonly [Node, Node] };

const value = fc.double({ min: -2, max: 2, noNaN: true });
const { node } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'tree' },
    fc.record({ leaf: value }),
    fc.record({
      feature: fc.nat(FEATURES.length - 1),
      at: value,
      parts: fc.tuple(tie('node'), tie('node')),
    }),
  ),
}));
const vector = fc.array(value, { minLength: FEATURES.length, maxLength: FEATURES.length });

/** The tree as the files of the models have it. */
function written(root: Node): Tree {
  const lists: Record<keyof Tree, number[]> = { feature: [], threshold: [], left: [], right: [], leaf: [] };
  const add = (one: Node): number => {
    if ('leaf' in one) return ~(lists.leaf.push(one.leaf) - 1);
    const at = lists.feature.push(one.feature) - 1;
    lists.threshold.push(one.at);
    lists.left.push(0);
    lists.right.push(0);
    lists.left[at] = add(one.parts[0]);
    lists.right[at] = add(one.parts[1]);
    return at;
  };
  add(root);
  return lists;
}

function walk(one: Node, values: readonly number[]): number {
  if ('leaf' in one) return one.leaf;
  return walk((values[one.feature] ?? 0) <= one.at ? one.parts[0] : one.parts[1], values);
}

function plainly(roots: readonly Node[], values: readonly number[]): number {
  return 1 / (1 + Math.exp(-roots.reduce((sum, root) => sum + walk(root, values), 0)));
}

test('a forest gives the sum of its leaves as a probability', () => {
  fc.assert(
    fc.property(fc.array(node, { maxLength: 6 }), vector, (roots, values) => {
      const forest: Forest = { features: FEATURES, trees: roots.map(written) };
      assert.equal(probability(forest, values), plainly(roots, values));
    }),
  );
});

test('a forest reaches a probability exactly where it gives that much', () => {
  const least = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  fc.assert(
    fc.property(fc.array(node, { maxLength: 6 }), vector, least, (roots, values, some) => {
      const forest: Forest = { features: FEATURES, trees: roots.map(written) };
      const own = probability(forest, values);
      for (const wanted of [some, own]) assert.equal(reaches(forest, values, wanted), own >= wanted);
    }),
  );
});
