/** The configuration file on the command line: found upward from the draft, weaker than options, refused where it errs. */

import assert from 'node:assert/strict';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { workspaceOf } from './workspace.ts';

const ARTICLE = `---
outlet: Lower Vale Gazette
date: 2021-03-04
---
The Ness dam cost £48 million to build.
`;
const WRONG = 'The Ness dam cost £84 million to build.\n';
const RIGHT = 'The Ness dam cost £48 million to build.\n';
const FILES = {
  'articles/dam.md': ARTICLE,
  'corroborate.config.json': '{ "corpus": "articles" }',
  'desk/a/wrong.md': WRONG,
};

suite('a configuration file', () => {
  test('above the draft says where the articles are, relative to itself', async () => {
    await using workspace = await workspaceOf(FILES);
    const { code, stdout } = await workspace.run('check', join('desk', 'a', 'wrong.md'));
    assert.match(stdout, /warning figure-mismatch/);
    assert.equal(code, 1);
  });

  test('that is nearer holds instead of one that is farther', async () => {
    await using workspace = await workspaceOf({
      ...FILES,
      'desk/corroborate.config.json': '{ "corpus": ["../other"], "severity": { "figure-mismatch": "hint" } }',
      'other/dam.md': ARTICLE,
    });
    const { code, stdout } = await workspace.run('check', join('desk', 'a', 'wrong.md'));
    assert.match(stdout, /hint figure-mismatch/);
    assert.equal(code, 0);
  });

  test('holds for its own drafts only, each with its own articles and threshold', async () => {
    await using workspace = await workspaceOf({
      ...FILES,
      'one/corroborate.config.json': '{ "corpus": "../articles", "failOn": "never" }',
      'one/wrong.md': WRONG,
      'two/corroborate.config.json': '{ "corpus": "news" }',
      'two/news/dam.md': ARTICLE.replace('48', '84'),
      'two/right.md': WRONG,
    });
    const { code, stdout } = await workspace.run(
      'check',
      join('one', 'wrong.md'),
      join('two', 'right.md'),
      '--format',
      'json',
    );
    assert.equal(code, 0);
    const { summary, corpus } = JSON.parse(stdout);
    assert.deepEqual([summary.supported, summary.refuted, corpus.articles], [1, 1, 2]);
  });

  test('gives way to options, and can be named or left out', async () => {
    await using workspace = await workspaceOf({
      ...FILES,
      'corroborate.config.json': '{ "corpus": "articles", "failOn": "never" }',
      'strict.json':
        '{ "corpus": "articles", "severity": { "figure-mismatch": "error" }, "failOn": "error" }',
      'right/dam.md': ARTICLE.replace('48', '84'),
    });
    const draft = join('desk', 'a', 'wrong.md');
    assert.equal((await workspace.run('check', draft)).code, 0);
    assert.equal((await workspace.run('check', draft, '--fail-on', 'warning')).code, 1);
    assert.equal((await workspace.run('check', draft, '--config', 'strict.json')).code, 1);
    const other = await workspace.run('check', draft, '--fail-on', 'warning', '--corpus', 'right');
    assert.equal(other.code, 0);
    const without = await workspace.run('check', draft, '--no-config');
    assert.deepEqual([without.code, without.stdout], [2, '']);
    assert.match(without.stderr, /cannot read the articles in corpus/);
  });

  test('names the language of an extension', async () => {
    const text = '```\nThe Ness dam cost £84 million to build.\n```\n';
    await using workspace = await workspaceOf({
      ...FILES,
      'draft.inc': text,
      'corroborate.config.json': '{ "corpus": "articles", "language": { "inc": "markdown" } }',
    });
    assert.match((await workspace.run('check', 'draft.inc')).stdout, /^0 claims/);
    assert.match(
      (await workspace.run('check', 'draft.inc', '--corpus', 'articles', '--no-config')).stdout,
      /1 refuted/,
    );
  });

  test('that errs is refused with file, line and key', async () => {
    await using workspace = await workspaceOf({
      'articles/dam.md': ARTICLE,
      'right.md': RIGHT,
      'corroborate.config.json': '{\n  "corpus": "articles",\n  "severity": { "speling": "off" }\n}\n',
    });
    const { code, stdout, stderr } = await workspace.run('check', 'right.md');
    assert.deepEqual([code, stdout], [2, '']);
    const path = join(await realpath(workspace.path), 'corroborate.config.json');
    assert.ok(stderr.startsWith(`corroborate: ${path}:3: severity.speling: `), stderr);
    assert.equal(stderr.trimEnd().split('\n').length, 1);
    const missing = await workspace.run('check', 'right.md', '--config', 'none.json');
    assert.equal(
      missing.stderr,
      'corroborate: cannot read the configuration none.json: no such file or folder\n',
    );
  });
});
