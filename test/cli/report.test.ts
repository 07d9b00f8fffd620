/** `corroborate report` as people and programs run it: a packet in a file, or one line that says why there is none. */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { DRAFT, VALLEY } from '../unit/ledger/desk.ts';
import { type Workspace, workspaceOf } from './workspace.ts';

const FILES = { 'desk/draft.md': DRAFT, 'corpus/valley.md': VALLEY };
const CORPUS = ['--corpus', 'corpus'];

function read(workspace: Workspace, way: string): Promise<string> {
  return readFile(join(workspace.path, way), 'utf8');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

suite('report', () => {
  test('writes a page with the hashes of draft and sources and says so', async () => {
    await using workspace = await workspaceOf(FILES);
    const { code, stdout, stderr } = await workspace.run(
      'report',
      'desk/draft.md',
      '--output',
      'out.html',
      ...CORPUS,
    );
    assert.deepEqual([code, stdout, stderr], [0, 'out.html: 2 claims\n', '']);
    const page = await read(workspace, 'out.html');
    assert.match(page, /^<!doctype html><html lang="en">/);
    assert.ok(page.includes(sha256(DRAFT)) && page.includes(sha256(VALLEY)));
    assert.match(page, /<span class="path">\.\.\/corpus\/valley\.md<\/span>/);
    assert.ok(!page.includes(workspace.path), 'no path of this machine');
  });

  test('writes Markdown by the name of the output or when it is told to', async () => {
    await using workspace = await workspaceOf(FILES);
    await workspace.run('report', 'desk/draft.md', '--output', 'out.md', ...CORPUS);
    await workspace.run('report', 'desk/draft.md', '--output', 'out.txt', '--format', 'markdown', ...CORPUS);
    const text = await read(workspace, 'out.md');
    assert.match(text, /^# The flood: fact-check packet\n/);
    assert.equal(await read(workspace, 'out.txt'), text);
  });

  test('writes the same bytes again', async () => {
    await using workspace = await workspaceOf(FILES);
    for (const name of ['a.html', 'b.html'])
      await workspace.run('report', 'desk/draft.md', '--output', name, ...CORPUS);
    assert.equal(await read(workspace, 'a.html'), await read(workspace, 'b.html'));
  });

  test('cannot run without a draft, an output, articles, or a place to write to', async () => {
    await using workspace = await workspaceOf(FILES);
    const failures: readonly (readonly [RegExp, readonly string[]])[] = [
      [/no draft given/, ['--output', 'out.html', ...CORPUS]],
      [/--output/, ['desk/draft.md', ...CORPUS]],
      [/cannot read the articles in none/, ['desk/draft.md', '--output', 'out.html', '--corpus', 'none']],
      [/cannot write no\/such\/out\.html: /, ['desk/draft.md', '--output', 'no/such/out.html', ...CORPUS]],
      [/the output is the draft itself/, ['desk/draft.md', '--output', 'desk/draft.md', ...CORPUS]],
    ];
    for (const [reason, given] of failures) {
      const { code, stderr } = await workspace.run('report', ...given);
      assert.equal(code, 2);
      assert.match(stderr, reason);
      assert.equal(stderr.trimEnd().split('\n').length, 1, stderr);
    }
    assert.equal(await read(workspace, 'desk/draft.md'), DRAFT);
  });
});
