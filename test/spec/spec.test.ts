/** The product's specification: every Markdown file of this folder and every rule's example, one test a case. */

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { RULES } from '../../server/src/rules/index.ts';
import { differences } from './compare.ts';
import { parseSpec } from './parse.ts';
import { runCase } from './run.ts';

for (const file of globSync('*.md', { cwd: import.meta.dirname }).sort()) {
  if (file !== 'README.md') specify(file, readFileSync(join(import.meta.dirname, file), 'utf8'));
}
for (const { code, example } of RULES) specify(`rule ${code}`, example);

function specify(title: string, source: string): void {
  suite(title, () => {
    const cases = parseSpec(source, 'example');
    test('has cases', () => assert.notEqual(cases.length, 0));
    for (const each of cases) {
      test(each.name, async () => {
        const found = differences(each.draft, await runCase(each));
        if (found !== '') assert.fail(`\n${found}`);
      });
    }
  });
}
