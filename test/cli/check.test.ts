/** `corroborate check` as people and programs run it: the built file in a process of its own. */

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import iconv from 'iconv-lite';
import * as z from 'zod';
import packageJson from '../../package.json' with { type: 'json' };
import { DAM_ARTICLE } from './dam.ts';
import { type Run, workspaceOf } from './workspace.ts';

const WRONG = '# The dam\n\nThe Ness dam cost £84 million to build.\n';
const RIGHT = '# The dam\n\nThe Ness dam cost £48 million to build.\n';
const BASE = { 'corpus/dam.md': DAM_ARTICLE, 'wrong.md': WRONG, 'right.md': RIGHT };

const span = z.object({ start: z.number(), end: z.number() });
const reportSchema = z.strictObject({
  version: z.literal(1),
  corpus: z.strictObject({
    articles: z.number(),
    skipped: z.array(z.strictObject({ path: z.string(), reason: z.string() })),
  }),
  drafts: z.array(
    z.strictObject({
      path: z.string(),
      claims: z.array(
        z.strictObject({
          ...span.shape,
          kind: z.enum(['figure', 'date', 'quote', 'attribution', 'name']),
          line: z.number(),
          column: z.number(),
          text: z.string(),
          verdict: z.enum(['supported', 'refuted', 'conflicting-evidence', 'not-enough-evidence']),
          code: z.string().nullable(),
          severity: z.enum(['error', 'warning', 'information', 'hint']).nullable(),
          message: z.string(),
          evidence: z.array(
            z.strictObject({
              ...span.shape,
              article: z.string(),
              path: z.string(),
              title: z.string(),
              published: z.string().nullable(),
              text: z.string(),
              value: z.string().nullable(),
            }),
          ),
          fixes: z.array(
            z.strictObject({
              title: z.string(),
              edits: z.array(z.strictObject({ ...span.shape, newText: z.string() })),
            }),
          ),
        }),
      ),
    }),
  ),
  summary: z.strictObject({
    supported: z.number(),
    refuted: z.number(),
    'conflicting-evidence': z.number(),
    'not-enough-evidence': z.number(),
  }),
});

/** The JSON report of a run that printed nothing else. */
function reportOf({ stdout, stderr }: Run): z.infer<typeof reportSchema> {
  assert.equal(stderr, '');
  return reportSchema.parse(JSON.parse(stdout));
}

suite('a check', () => {
  test('prints a wrong figure with its line, the passage and the fix, and exits with 1', async () => {
    await using workspace = await workspaceOf(BASE);
    const { code, stdout, stderr } = await workspace.run('check', 'wrong.md');
    assert.equal(stderr, '');
    assert.match(stdout, /^wrong\.md:3:19 warning figure-mismatch\n/);
    assert.match(stdout, / 3 │ The Ness dam cost £84 million to build\.\n {4}│ {19}\^{11}\n/);
    assert.match(stdout, /Lower Vale Gazette, 4 March 2021: Dam opens early\n {2}corpus\/dam\.md:6\n/);
    assert.match(stdout, /\n {2}fix: .*£48 million\n/);
    assert.match(stdout, /\n1 claim: 1 refuted; checked against 1 article\n$/);
    assert.equal(code, 1);
  });

  test('of a right draft prints the summary only and exits with 0', async () => {
    await using workspace = await workspaceOf(BASE);
    const { code, stdout, stderr } = await workspace.run('check', 'right.md');
    assert.deepEqual(
      { code, stdout, stderr },
      {
        code: 0,
        stdout: '1 claim: 1 supported; checked against 1 article\n',
        stderr: '',
      },
    );
  });

  test('in JSON gives offsets of the file, evidence and an edit that puts the draft right', async () => {
    await using workspace = await workspaceOf(BASE);
    const run = await workspace.run('check', 'wrong.md', 'right.md', '--format', 'json');
    assert.equal(run.code, 1);
    const { drafts, corpus, summary } = reportOf(run);
    assert.deepEqual(corpus, { articles: 1, skipped: [] });
    assert.deepEqual(summary, {
      supported: 1,
      refuted: 1,
      'conflicting-evidence': 0,
      'not-enough-evidence': 0,
    });
    assert.deepEqual(
      drafts.map(({ path }) => path),
      ['wrong.md', 'right.md'],
    );
    const [claim] = drafts[0]?.claims ?? [];
    assert.ok(claim !== undefined);
    assert.equal(WRONG.slice(claim.start, claim.end), claim.text);
    assert.deepEqual([claim.line, claim.column, claim.code], [3, 19, 'figure-mismatch']);
    const [evidence] = claim.evidence;
    assert.equal(DAM_ARTICLE.slice(evidence?.start, evidence?.end), evidence?.text);
    assert.equal(evidence?.path, join('corpus', 'dam.md'));
    const [edit] = claim.fixes[0]?.edits ?? [];
    assert.ok(edit !== undefined);
    assert.equal(WRONG.slice(0, edit.start) + edit.newText + WRONG.slice(edit.end), RIGHT);
  });

  test('run twice prints the same', async () => {
    await using workspace = await workspaceOf(BASE);
    const [one, two] = await Promise.all([
      workspace.run('check', 'wrong.md', '--format', 'json'),
      workspace.run('check', 'wrong.md', '--format', 'json'),
    ]);
    assert.deepEqual(one, two);
  });

  test('takes several folders and globs, and drafts of plain text', async () => {
    await using workspace = await workspaceOf({
      ...BASE,
      'other/deep/news.txt': 'The Ness dam holds 12 million cubic metres of water.',
      'note.txt': 'The Ness dam holds 12 million cubic metres of water.\n',
    });
    const run = await workspace.run(
      'check',
      'note.txt',
      '--format',
      'json',
      '--corpus',
      'corpus',
      'other/**/*.txt',
    );
    assert.equal(run.code, 0);
    assert.equal(reportOf(run).corpus.articles, 2);
    assert.equal(reportOf(run).summary.refuted, 0);
    assert.ok(reportOf(run).summary.supported > 0);
  });

  test('does not let a draft inside the corpus support itself', async () => {
    await using workspace = await workspaceOf({ ...BASE, 'corpus/wrong.md': WRONG });
    const run = await workspace.run('check', join('corpus', 'wrong.md'), '--format', 'json');
    assert.equal(reportOf(run).corpus.articles, 1);
    assert.equal(run.code, 1);
  });

  test('offsets count UTF-16 code units and leave a byte-order mark out', async () => {
    const text = '😀 The Ness dam cost £84 million to build.\r\n';
    await using workspace = await workspaceOf({
      ...BASE,
      'marked.md': `\ufeff${text}`,
      'wide.md': iconv.encode(text, 'utf-16le', { addBOM: true }),
    });
    const run = await workspace.run('check', 'marked.md', 'wide.md', '--format', 'json');
    for (const { claims } of reportOf(run).drafts) {
      assert.deepEqual(
        claims.map(({ start, end }) => text.slice(start, end)),
        ['£84 million'],
      );
    }
  });

  test('names what could not be read and goes on', async () => {
    await using workspace = await workspaceOf({
      ...BASE,
      'corpus/binary.txt': Uint8Array.of(1, 0, 2),
      'corpus/empty.txt': '',
    });
    const { stdout, code } = await workspace.run('check', 'right.md');
    assert.match(
      stdout,
      /2 files could not be read:\n {2}corpus\/binary\.txt: binary file\n {2}corpus\/empty\.txt: empty\n/,
    );
    assert.equal(code, 0);
    const { corpus } = reportOf(await workspace.run('check', 'right.md', '--format', 'json'));
    assert.deepEqual(corpus.skipped, [
      { path: join('corpus', 'binary.txt'), reason: 'binary file' },
      { path: join('corpus', 'empty.txt'), reason: 'empty' },
    ]);
  });

  test('colours only when asked or on a terminal', async () => {
    await using workspace = await workspaceOf(BASE);
    const introducer = '\u001b[';
    assert.ok(!(await workspace.run('check', 'wrong.md')).stdout.includes(introducer));
    assert.ok(
      (await workspace.runWith({ FORCE_COLOR: '1' }, 'check', 'wrong.md')).stdout.includes(introducer),
    );
    const both = { FORCE_COLOR: '1', NO_COLOR: '1' };
    assert.ok(!(await workspace.runWith(both, 'check', 'wrong.md')).stdout.includes(introducer));
  });

  test('prints no escape sequence of an article', async () => {
    const outlet = 'Lower \u001b]0;owned\u0007\u001b[31mVale';
    await using workspace = await workspaceOf({
      ...BASE,
      'corpus/dam.md': DAM_ARTICLE.replace('Lower Vale Gazette', JSON.stringify(outlet)),
    });
    const { stdout } = await workspace.run('check', 'wrong.md');
    assert.match(stdout, /Lower ␛\]0;owned␇␛\[31mVale/);
    assert.doesNotMatch(stdout.replaceAll('\n', ''), /\p{Cc}/u);
  });
});

suite('--fail-on', () => {
  const codes = { error: 0, warning: 1, information: 1, hint: 1, never: 0 };
  for (const [severity, expected] of Object.entries(codes)) {
    test(`${severity} exits with ${expected} on a warning`, async () => {
      await using workspace = await workspaceOf(BASE);
      assert.equal((await workspace.run('check', 'wrong.md', '--fail-on', severity)).code, expected);
    });
  }
});

suite('help and version', () => {
  test('go to standard output with exit code 0', async () => {
    await using workspace = await workspaceOf({});
    assert.deepEqual(await workspace.run('--version'), {
      code: 0,
      stdout: `${packageJson.version}\n`,
      stderr: '',
    });
    for (const args of [['--help'], ['help'], ['check', '--help'], ['help', 'check']]) {
      const { code, stdout, stderr } = await workspace.run(...args);
      assert.match(stdout, /^Usage: corroborate /);
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    }
  });

  test('list no command that does not exist', async () => {
    await using workspace = await workspaceOf({});
    const { stdout } = await workspace.run('--help');
    const listed = [...stdout.matchAll(/^ {2}([a-z]+) .*$/gm)].map(([, name]) => name);
    assert.deepEqual(listed, ['check', 'report', 'index', 'lsp', 'mcp', 'help']);
    for (const name of listed.slice(0, -1)) {
      const { stdout: help } = await workspace.run(name, '--help');
      assert.match(help, new RegExp(`^Usage: corroborate ${name} `));
    }
  });
});
