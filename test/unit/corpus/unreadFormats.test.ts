/** Formats that are not read: each file is listed with the reason, save what is never an article. */

import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import type { SkippedFile } from '../../../server/src/corpus/article.ts';
import { listPaths } from '../../../server/src/corpus/files.ts';
import { readCorpus } from '../../../server/src/corpus/ingest.ts';
import { type TestFolder, testFolder } from './folder.ts';

const STORY = 'Some 750 guards came.';
const FORMAT = 'files of this format are not read';

const LISTED = {
  ...Object.fromEntries(
    [
      ...[
        'doc',
        'odt',
        'rtf',
        'docm',
        'ods',
        'wpd',
        'mobi',
        'xml',
        'log',
        'tex',
        'vtt',
        'srt',
        'mbox',
        'xlsx',
      ],
      ...['never-seen'],
    ].map((ending) => [`notes.${ending}`, FORMAT]),
  ),
  interview: 'its name has no ending that tells its format',
};

const READ = ['a.rst', 'b.adoc', 'c.asciidoc', 'd.text', 'e.txt', 'piece_files/f.txt', 'saved.html'];

const PASSED_OVER = [
  ...['photo.JPG', 'tape.mp3', 'film.mp4', 'font.woff2', 'page.css', 'script.js', 'tool.py', 'build.yml'],
  ...[
    'LICENSE',
    'Makefile',
    'package.json',
    'corroborate.config.json',
    'sources.bib',
    'Thumbs.db',
    'desktop.ini',
  ],
  ...[
    '~$draft.docx',
    'readme',
    'README.txt',
    '.hidden.xml',
    '.corroborate/ledger.jsonl',
    'node_modules/a/b.xml',
  ],
  ...['saved_files/frame.html', 'saved_files/analytics', 'saved_files/deep/load.php'],
];

const FILES = Object.fromEntries(
  [...Object.keys(LISTED), ...READ, ...PASSED_OVER].map((name) => [
    name,
    name.endsWith('.html') ? `<p>${STORY}</p>` : STORY,
  ]),
);

let folder: TestFolder;
before(async () => {
  folder = await testFolder();
  for (const [name, text] of Object.entries(FILES)) await folder.write(`all/${name}`, text);
  const members = Object.entries(FILES).map(([name, text]) => [name, strToU8(text)] as const);
  // `node_modules` is a matter of folders: nobody packs it.
  const packed = members.filter(([name]) => !name.startsWith('node_modules'));
  await folder.write('packed.zip', zipSync(Object.fromEntries(packed)));
});
after(() => folder[Symbol.asyncDispose]());

function reasons(skipped: readonly SkippedFile[], nameOf: (file: SkippedFile) => string) {
  return Object.fromEntries(skipped.map((file) => [nameOf(file), file.reason]));
}

suite('formats that are not read', () => {
  test('in a folder', async () => {
    const all = join(folder.path, 'all');
    const { articles, skipped } = await readCorpus([all]);
    assert.deepEqual(
      articles.map(({ id }) => id),
      READ,
    );
    assert.deepEqual(
      reasons(skipped, ({ path }) => relative(all, path)),
      LISTED,
    );
  });

  test('in an archive', async () => {
    const { articles, skipped } = await readCorpus([join(folder.path, 'packed.zip')]);
    assert.deepEqual(
      articles.map(({ id }) => id).sort(),
      READ.map((name) => `packed.zip/${name}`),
    );
    assert.deepEqual(
      reasons(skipped, ({ member = '' }) => member),
      LISTED,
    );
  });

  test('one by one, as they change', async () => {
    const all = join(folder.path, 'all');
    const entries = await readdir(all, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    const listed: string[] = [];
    const skipped: SkippedFile[] = [];
    for await (const each of listPaths([all], paths)) {
      if (each.kind === 'file') listed.push(each.file.id);
      else skipped.push(each.skipped);
    }
    assert.deepEqual(listed.sort(), READ);
    assert.deepEqual(
      reasons(skipped, ({ path }) => relative(all, path)),
      LISTED,
    );
  });
});
