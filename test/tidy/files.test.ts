/** Files: each says what it is for, is short, and has a name that tells; types are never worked around. */

import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { suite, test } from 'node:test';
import type { Node } from '@babel/types';
import { placeOf, SOURCES, type Source } from './sources.ts';

/** Lines. Longer files hold more than one idea. */
const LONGEST_FILE = 300;

/** Names that say nothing of what is inside. */
const NO_NAME = /^(?:utils?|helpers?|managers?|misc|common|stuff)$/i;

suite('every file', () => {
  test('begins with a sentence that says what it is for', () => {
    const silent = SOURCES.filter(({ text, comments }) => {
      const [first] = comments;
      const before = text.slice(0, first?.start ?? text.length).replace(/^#!.*\n/, '');
      return before !== '' || first?.value.startsWith('*') !== true || !/\.$/.test(openingOf(first.value));
    });
    assert.deepEqual(
      silent.map(({ path }) => path),
      [],
    );
  });

  test('is short', () => {
    const long = SOURCES.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }));
    assert.deepEqual(
      long.filter(({ lines }) => lines > LONGEST_FILE),
      [],
    );
  });

  test('has a name that tells', () => {
    const named = SOURCES.filter(({ path }) =>
      [...path.split('/').slice(0, -1), basename(path).replace(/(?:\.test)?\.ts$/, '')].some((part) =>
        part.split(/-|(?=\p{Lu})/u).some((word) => NO_NAME.test(word)),
      ),
    );
    assert.deepEqual(
      named.map(({ path }) => path),
      [],
    );
  });
});

/** The first paragraph of a comment, without the stars of its lines. */
function openingOf(comment: string): string {
  const words = comment.replace(/^[ \t]*\*/gm, '').trim();
  return words.split(/\n\s*\n/)[0] ?? '';
}

suite('no type is worked around', () => {
  const found = SOURCES.flatMap(workarounds);
  for (const kind of ['any', 'a non-null assertion', 'a cast', 'a suppressed error'] as const)
    test(`by ${kind}`, () =>
      assert.deepEqual(
        found.filter((one) => one.kind === kind).map(({ place }) => place),
        [],
      ));
});

interface Workaround {
  readonly kind: 'any' | 'a non-null assertion' | 'a cast' | 'a suppressed error';
  readonly place: string;
}

function workarounds(source: Source): readonly Workaround[] {
  const suppressed = source.comments.filter(({ value }) =>
    /^[*\s]*(?:@ts-|biome-ignore (?!.*: \S))/.test(value),
  );
  return [
    ...suppressed.map(
      (comment) => ({ kind: 'a suppressed error', place: placeOf(source, comment) }) as const,
    ),
    ...source.nodes.flatMap((node) => {
      const kind = workaround(node, source);
      return kind === null ? [] : [{ kind, place: placeOf(source, node) }];
    }),
  ];
}

function workaround(node: Node, { text }: Source): Workaround['kind'] | null {
  switch (node.type) {
    case 'TSAnyKeyword':
      return 'any';
    case 'TSNonNullExpression':
      return 'a non-null assertion';
    case 'TSTypeAssertion':
      return 'a cast';
    case 'TSAsExpression':
      return text.slice(node.typeAnnotation.start ?? 0, node.typeAnnotation.end ?? 0) === 'const'
        ? null
        : 'a cast';
    default:
      return null;
  }
}
