/** What cannot run: one clear line on standard error and the exit code 2, whatever was wrong. */

import assert from 'node:assert/strict';
import { chmod, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { workspaceOf } from './workspace.ts';

const RIGHT = '# The dam\n\nThe Ness dam cost £48 million to build.\n';
const BASE = { 'corpus/dam.md': 'The Ness dam cost £48 million to build.\n', 'right.md': RIGHT };

/** Loaded before the command line, makes this process look like one of Node.js 20. */
const OLD_NODE = `data:text/javascript,${encodeURIComponent(`
import module from 'node:module';
Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.9.0' } });
delete module.enableCompileCache;
`)}`;

suite('what cannot run is one line on standard error and the exit code 2', () => {
  const cases: Readonly<Record<string, readonly [args: readonly string[], line: RegExp]>> = {
    'no command': [[], /no command given; corroborate --help lists them/],
    'an unknown command': [['chek'], /unknown command 'chek' \(Did you mean check\?\)/],
    'an unknown option': [
      ['check', 'right.md', '--formt', 'json'],
      /unknown option '--formt' \(Did you mean --format\?\)/,
    ],
    'an unknown format': [
      ['check', 'right.md', '--format', 'xml'],
      /'xml' is invalid\. Allowed choices are pretty, json/,
    ],
    'an unknown severity': [['check', 'right.md', '--fail-on', 'loud'], /'loud' is invalid/],
    'no draft': [['check'], /no draft given/],
    'drafts after --corpus': [
      ['check', '--corpus', 'corpus', 'right.md'],
      /no draft given; drafts come before --corpus/,
    ],
    'a missing draft': [['check', 'none.md'], /cannot read the draft none\.md: no such file or folder/],
    'a folder as a draft': [['check', 'corpus'], /cannot read the draft corpus: a folder, not a file/],
    'a Word document as a draft': [
      ['check', 'story.docx'],
      /cannot read the draft story\.docx: a Word document; save it as Markdown or plain text/,
    ],
    'a draft in rich text': [
      ['check', 'story.rtf'],
      /cannot read the draft story\.rtf: a document in rich text/,
    ],
    'a packet as PDF': [
      ['report', 'right.md', '--output', 'out/packet.pdf'],
      /a packet is HTML or Markdown, not \.pdf; name it packet\.html, or say --format/,
    ],
    'no claim': [['sign-off', '--reason', 'Interview'], /no claim given; .*story\.md:3:24/],
    'no folder to index': [['index'], /no folder of articles given/],
    'a missing folder to index': [
      ['index', 'corpus', 'gone'],
      /cannot read the articles in gone: no such file or folder/,
    ],
    'an empty folder to index': [['index', 'void'], /no articles in void/],
    'a binary draft': [['check', 'binary.md'], /cannot read the draft binary\.md: binary file/],
    'a missing corpus': [
      ['check', 'right.md', '--corpus', 'gone'],
      /cannot read the articles in gone: no such file or folder/,
    ],
    'one missing of two': [
      ['check', 'right.md', '--corpus', 'corpus', 'gone'],
      /cannot read the articles in gone: /,
    ],
    'an empty corpus': [['check', 'right.md', '--corpus', 'void'], /no articles in void/],
    'a corpus of bad files': [
      ['check', 'right.md', '--corpus', 'bad'],
      /no articles in bad \(1 skipped, .*binary file\)/,
    ],
    'a glob without articles': [
      ['check', 'right.md', '--corpus', 'corpus/*.txt'],
      /no articles in corpus\/\*\.txt/,
    ],
  };
  for (const [name, [args, line]] of Object.entries(cases)) {
    test(name, async () => {
      await using workspace = await workspaceOf({
        ...BASE,
        'binary.md': Uint8Array.of(1, 0),
        'story.docx': 'PK',
        'story.rtf': '{\\rtf1 The Ness dam cost \\u163?48 million.}',
        'bad/x.txt': Uint8Array.of(1, 0),
        'void/picture.jpg': '',
      });
      const env = { CORROBORATE_INDEX_DIR: join(workspace.path, 'index') };
      const { code, stdout, stderr } = await workspace.runWith(env, ...args);
      assert.equal(stdout, '');
      assert.match(stderr, line);
      assert.match(stderr, /^corroborate: [^\n]+\n$/);
      assert.equal(code, 2);
    });
  }

  test('a Node.js that is too old', async () => {
    await using workspace = await workspaceOf({ 'right.md': RIGHT });
    const run = await workspace.runWith({ NODE_OPTIONS: `--import=${OLD_NODE}` }, 'check', 'right.md');
    assert.deepEqual(run, {
      code: 2,
      stdout: '',
      stderr: 'corroborate: Node.js 22.15 or later is needed; this is 20.9.0\n',
    });
  });

  test('a default corpus that is not there', async () => {
    await using workspace = await workspaceOf({ 'right.md': RIGHT });
    const { code, stderr } = await workspace.run('check', 'right.md');
    assert.match(
      stderr,
      /cannot read the articles in corpus: no such .*; name the folder of articles with --corpus\n$/,
    );
    assert.equal(code, 2);
  });

  test('a corpus that is a loop of links', async () => {
    await using workspace = await workspaceOf({ 'right.md': RIGHT });
    await symlink('loop', join(workspace.path, 'loop'));
    const { code, stderr } = await workspace.run('check', 'right.md', '--corpus', 'loop');
    assert.match(stderr, /cannot read the articles in loop: a loop of links/);
    assert.equal(code, 2);
  });

  test('a corpus that may not be read', async (context) => {
    // Permissions do not bind the superuser.
    if (process.getuid?.() === 0) return context.skip('runs as the superuser');
    await using workspace = await workspaceOf(BASE);
    await chmod(join(workspace.path, 'corpus'), 0);
    const { code, stderr } = await workspace.run('check', 'right.md');
    await chmod(join(workspace.path, 'corpus'), 0o755);
    assert.match(stderr, /cannot read the articles in corpus: permission denied/);
    assert.equal(code, 2);
  });
});
