/** Rules and words: every code has its rule, page, example and setting, and no sentence of ours calls a thing false. */

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { suite, test } from 'node:test';
import type { Node } from '@babel/types';
import * as z from 'zod';
import { writtenProperties } from '../../scripts/severitySetting.ts';
import { manifestWords } from '../../scripts/strings.ts';
import { CODES } from '../../server/src/rules/codes.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { parseSpec } from '../spec/parse.ts';
import { placeOf, sourcesIn } from './sources.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const codes = [...CODES].sort();

suite('every code', () => {
  test('has one rule, in a file of its name', () => {
    assert.deepEqual(RULES.map(({ code }) => code).sort(), codes);
    const files = globSync('server/src/rules/*.ts', { cwd: ROOT }).map((path) => path.replaceAll('\\', '/'));
    assert.deepEqual(
      codes.filter((code) => !files.includes(`server/src/rules/${code}.ts`)),
      [],
    );
  });

  test('has a page that shows its example', () => {
    for (const { code, example } of RULES)
      assert.ok(readFileSync(resolve(ROOT, `docs/rules/${code}.md`), 'utf8').includes(example), code);
  });

  test('has an example in which it is found', () => {
    for (const { code, severity, example } of RULES) {
      const labels = parseSpec(example, code).flatMap(({ draft }) =>
        draft.expectations.map(({ label }) => label),
      );
      const verdicts = ['not-enough-evidence', 'supported'];
      assert.ok(
        labels.some((label) => (severity === null ? verdicts.includes(label) : label === code)),
        code,
      );
    }
  });

  test('has a setting of its loudness', () => {
    const properties = z.record(z.string(), z.unknown()).parse(writtenProperties());
    assert.deepEqual(Object.keys(properties).sort(), codes);
  });
});

suite('Corroborate says what the articles say, and calls nothing false', () => {
  const word = /\bfalse(?:ly|hood)?\b/i;

  test('in the words of its source', () => {
    const said = sourcesIn('server/src/', 'client/src/').flatMap((source) =>
      source.nodes.filter((node) => word.test(wordsOf(node))).map((node) => placeOf(source, node)),
    );
    assert.deepEqual(said, []);
  });

  test('on its pages and in the words of its manifest', () => {
    const pages = globSync('docs/{rules,walkthrough}/*.md', { cwd: ROOT });
    assert.ok(pages.length > CODES.length);
    assert.deepEqual(
      pages.filter((page) => word.test(readFileSync(resolve(ROOT, page), 'utf8'))),
      [],
    );
    assert.doesNotMatch(JSON.stringify(manifestWords(null)), word);
  });
});

function wordsOf(node: Node): string {
  switch (node.type) {
    case 'StringLiteral':
    case 'DirectiveLiteral':
      return node.value;
    case 'TemplateElement':
      return node.value.raw;
    default:
      return '';
  }
}
