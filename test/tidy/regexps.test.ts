/** Regular expressions: their time grows with the length of the text, not with its square or worse. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { CallExpression, NewExpression, Node, RegExpLiteral } from '@babel/types';
import { analyse, type Report } from 'scslre';
import { placeOf, type Source, sourcesIn } from './sources.ts';

/**
 * Files whose expressions are tried at each place of a text and read on to its end, which takes the square of its
 * length, on texts that cannot be long; with what these are.
 */
const ON_SHORT_TEXTS: ReadonlyMap<string, string> = new Map([
  ['server/src/cli/program.ts', 'the message of an error'],
  ['server/src/corpus/furniture.ts', 'ten characters before a credit'],
  ['server/src/corpus/metadata.ts', 'the name of a file'],
  ['server/src/quantity/numerals/numeral.ts', 'fifteen digits'],
  ['server/src/quantity/write/figures.ts', 'a figure as written'],
]);

interface Pattern {
  readonly path: string;
  readonly place: string;
  readonly source: string;
  readonly reports: readonly Report[];
}

const sources = sourcesIn('server/src/', 'client/src/');
const patterns = sources.flatMap((source) =>
  source.nodes.filter((node) => node.type === 'RegExpLiteral').map((node) => readPattern(source, node)),
);

function readPattern(source: Source, node: RegExpLiteral): Pattern {
  const { pattern, flags } = node;
  const { reports } = analyse({ source: pattern, flags });
  return { path: source.path, place: placeOf(source, node), source: `/${pattern}/${flags}`, reports };
}

/** Where a source builds an expression otherwise than from one that stands in it. */
function builtLater(source: Source): readonly string[] {
  const named = new Set(source.nodes.flatMap(namedPattern));
  return source.nodes
    .filter((node) => node.type === 'NewExpression' || node.type === 'CallExpression')
    .filter((node) => node.callee.type === 'Identifier' && node.callee.name === 'RegExp')
    .filter((node) => !copies(node, named))
    .map((node) => placeOf(source, node));
}

function namedPattern(node: Node): readonly string[] {
  if (node.type !== 'VariableDeclarator' || node.init?.type !== 'RegExpLiteral') return [];
  return node.id.type === 'Identifier' ? [node.id.name] : [];
}

/** `new RegExp(MARKS)`: a copy of one that stands in the file, with a place of its own to go on from. */
function copies({ arguments: given }: NewExpression | CallExpression, named: ReadonlySet<string>): boolean {
  const [first] = given;
  return given.length === 1 && first?.type === 'Identifier' && named.has(first.name);
}

function shown(found: readonly Pattern[]): readonly string[] {
  return found.map(({ place, source }) => `${place} ${source}`);
}

suite('regular expressions', () => {
  test('stand in the source, where they can be looked at', () => {
    assert.ok(patterns.length > 100);
    assert.deepEqual(sources.flatMap(builtLater), []);
  });

  test('hold no two repetitions that share a text between them', () => {
    const isShared = ({ type, exponential }: Report): boolean => type !== 'Move' || exponential;
    assert.deepEqual(shown(patterns.filter(({ reports }) => reports.some(isShared))), []);
  });

  test('read on from each place of a text only where it is short', () => {
    const restless = patterns.filter(({ reports }) => reports.length > 0);
    assert.deepEqual(shown(restless.filter(({ path }) => !ON_SHORT_TEXTS.has(path))), []);
    const needless = [...ON_SHORT_TEXTS.keys()].filter((path) => !restless.some((one) => one.path === path));
    assert.deepEqual(needless, []);
  });
});
