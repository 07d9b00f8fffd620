/** Ingestion from a real disk: folders, files and globs, and every file that must be skipped with its reason. */

import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { after, before, suite, test } from 'node:test';
import iconv from 'iconv-lite';
import { readCorpus } from '../../../server/src/corpus/ingest.ts';

let root = '';

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'corroborate-ingest-'));
});

after(async () => {
  await rm(root, { recursive: true });
});

/** Writes files into a fresh folder and returns its path. */
async function folderOf(name: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = join(root, name);
  await mkdir(folder, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** Ids of the articles, and the reasons by path below the temporary folder. */
async function read(...entries: readonly string[]) {
  const { articles, skipped } = await readCorpus(entries);
  return {
    ids: articles.map(({ id }) => id),
    skipped: Object.fromEntries(skipped.map(({ path, reason }) => [relative(root, path), reason])),
  };
}

const STORY = 'Guards held the gate. Some 750 soldiers came.';

suite('folders', () => {
  test('every text and Markdown file below, in the order of their ids, no README, nothing hidden', async () => {
    const folder = await folderOf('plain', {
      'b.txt': STORY,
      'a/z.md': `---\ntitle: T\n---\n${STORY}`,
      'a/B.TXT': STORY,
      'README.md': STORY,
      'a/readme.txt': STORY,
      '.hidden/x.txt': STORY,
      '.x.txt': STORY,
      'node_modules/p/x.md': STORY,
      'picture.jpg': STORY,
    });
    assert.deepEqual(await read(folder), { ids: ['a/B.TXT', 'a/z.md', 'b.txt'], skipped: {} });
  });

  test('articles carry path, text, prose and metadata', async () => {
    const folder = await folderOf('whole', {
      '2020-01-01_gulf-wire.txt': ` date 2020-01-02 ${STORY}\n\nEditing by Al Roe`,
    });
    const { articles } = await readCorpus([folder]);
    const text = ` date 2020-01-02 ${STORY}\n\nEditing by Al Roe`;
    const [{ hash, ...article } = { hash: '' }, ...others] = articles;
    assert.match(hash ?? '', /^[0-9a-f]{64}$/);
    assert.deepEqual(
      [article, ...others],
      [
        {
          id: '2020-01-01_gulf-wire.txt',
          path: join(folder, '2020-01-01_gulf-wire.txt'),
          title: 'Guards held the gate.',
          outlet: 'Gulf Wire',
          author: null,
          published: '2020-01-02',
          url: null,
          text,
          prose: [{ start: 17, end: 17 + STORY.length, holes: [] }],
        },
      ],
    );
  });

  test('Markdown articles leave code, comments and the header out of their prose', async () => {
    const folder = await folderOf('marked', {
      'a.md': '---\ntitle: T\n---\n# Head\n\nSome **750** left.\n\n<!-- 12 -->\n\nEditing by Al Roe\n',
    });
    const [article] = (await readCorpus([folder])).articles;
    assert.deepEqual(
      article?.prose.map(({ start, end }) => article.text.slice(start, end)),
      ['Head', 'Some **750** left.'],
    );
    assert.equal(article?.prose[1]?.holes?.length, 2);
  });

  test('two folders with equal paths stay distinct, overlapping ones give each file once', async () => {
    const one = await folderOf('two/one', { 'x.txt': STORY });
    const other = await folderOf('two/other', { 'x.txt': STORY, 'deep/x.txt': STORY });
    const ids = ['one/x.txt', 'other/deep/x.txt', 'other/x.txt'];
    assert.deepEqual((await read(one, other)).ids, ids);
    assert.deepEqual((await read(one, other, one, join(other, 'deep'))).ids, ids);
    const twin = await folderOf('twin/one', { 'x.txt': STORY });
    assert.deepEqual((await read(one, twin)).ids, ['two/one/x.txt', 'twin/one/x.txt']);
  });

  test('equal folders give equal results, whatever the order of the disk', async () => {
    const names = Array.from({ length: 50 }, (_, index) => `${(index * 37) % 50}.txt`);
    const folder = await folderOf('many', Object.fromEntries(names.map((name) => [name, STORY])));
    const first = await read(folder);
    assert.deepEqual(first.ids, [...names].sort());
    assert.deepEqual(await read(folder), first);
  });
});

suite('files and globs', () => {
  test('a file, a glob, a glob of folders, brackets that are part of a name', async () => {
    const folder = await folderOf('globs', {
      '2019/a.txt': STORY,
      '2020/b.txt': STORY,
      '2020/c.md': STORY,
      '2020/deep/d.txt': STORY,
      '[x]/e.txt': STORY,
    });
    assert.deepEqual((await read(join(folder, '2019/a.txt'))).ids, ['a.txt']);
    assert.deepEqual((await read(join(folder, '**/*.txt'))).ids, [
      '2019/a.txt',
      '2020/b.txt',
      '2020/deep/d.txt',
      '[x]/e.txt',
    ]);
    assert.deepEqual((await read(join(folder, '2020/*'))).ids, ['b.txt', 'c.md', 'deep/d.txt']);
    assert.deepEqual((await read(join(folder, '20{19,20}'))).ids, [
      '2019/a.txt',
      '2020/b.txt',
      '2020/c.md',
      '2020/deep/d.txt',
    ]);
    assert.deepEqual((await read(join(folder, '[x]'))).ids, ['e.txt']);
    assert.deepEqual((await read(join(folder, '2021/*.txt'))).ids, []);
  });
});

suite('skipped with a reason', () => {
  test('files that hold no article', async () => {
    const folder = await folderOf('bad', {
      'binary.txt': Uint8Array.of(0x50, 0x4b, 0, 1),
      'broken.txt': Buffer.concat([Buffer.from('Café, café, café.\n'), Uint8Array.of(0xc3)]),
      'code.md': '```\n750\n```\n',
      'empty.txt': '',
      'paper.rtf': '{\\rtf',
      'spaces.md': ' \n\n',
      'good-1252.txt': iconv.encode('Officials said “some 750” had left the café by then.', 'windows-1252'),
      'good-16.txt': iconv.encode(STORY, 'utf-16le', { addBOM: true }),
      'good-crlf.txt': `${STORY}\r\n\r\n${STORY}\r\n`,
    });
    assert.deepEqual(await read(folder), {
      ids: ['good-1252.txt', 'good-16.txt', 'good-crlf.txt'],
      skipped: {
        'bad/binary.txt': 'binary file',
        'bad/broken.txt': 'damaged UTF-8 in line 2',
        'bad/code.md': 'no text besides front matter and markup',
        'bad/empty.txt': 'empty',
        'bad/paper.rtf': 'files of this format are not read',
        'bad/spaces.md': 'empty',
      },
    });
  });

  test('a missing folder and a missing file', async () => {
    assert.deepEqual((await read(join(root, 'none'))).skipped, { none: 'no such file or folder' });
  });

  test('links: inside they lead to what is read anyway, outside and to nothing they are named', async () => {
    await folderOf('elsewhere', { 'o.txt': STORY });
    const folder = await folderOf('links', { 'a.txt': STORY, 'deep/b.txt': STORY });
    await symlink(folder, join(folder, 'deep', 'loop'));
    await symlink('self', join(folder, 'self'));
    await symlink(join(folder, 'a.txt'), join(folder, 'same.txt'));
    await symlink(join(root, 'elsewhere'), join(folder, 'out'));
    await symlink(join(root, 'elsewhere', 'o.txt'), join(folder, 'out.txt'));
    await symlink(join(folder, 'gone.txt'), join(folder, 'dangling.txt'));
    assert.deepEqual(await read(folder), {
      ids: ['a.txt', 'deep/b.txt'],
      skipped: {
        'links/dangling.txt': 'a link: no such file or folder',
        'links/out': 'a link that leads out of the folder of articles',
        'links/out.txt': 'a link that leads out of the folder of articles',
        'links/self': 'a link: a loop of links',
      },
    });
  });

  test('links that are followed: each folder once, also those outside, none for ever', async () => {
    const out = await folderOf('apart', { 'o.txt': STORY });
    const folder = await folderOf('followed', { 'a.txt': STORY, 'deep/b.txt': STORY });
    await symlink(folder, join(folder, 'deep', 'loop'));
    await symlink('self', join(folder, 'self'));
    await symlink(out, join(folder, 'out'));
    await symlink(join(out, 'o.txt'), join(folder, 'out.txt'));
    const { articles, skipped } = await readCorpus([folder], { links: 'follow' });
    assert.deepEqual(
      articles.map(({ id }) => id),
      ['a.txt', 'deep/b.txt', 'out.txt', 'out/o.txt'],
    );
    assert.deepEqual(skipped, [{ path: join(folder, 'self'), reason: 'a link: a loop of links' }]);
  });

  test('a corpus folder that is itself a link is read', async () => {
    const folder = await folderOf('behind', { 'a.txt': STORY });
    await symlink(folder, join(root, 'front'));
    assert.deepEqual(await read(join(root, 'front')), { ids: ['a.txt'], skipped: {} });
  });

  test('entries that leave the folder they are written for by a link, whole or in part', async () => {
    await folderOf('private', { 'o.txt': STORY, 'deep/p.txt': STORY });
    const clone = await folderOf('clone', { 'real/a.txt': STORY, 'b.txt': STORY });
    const out = join(root, 'private');
    await symlink(out, join(clone, 'corpus'));
    await symlink(join(out, 'o.txt'), join(clone, 'o.txt'));
    await symlink(join(clone, 'real'), join(clone, 'inside'));
    // The folder itself is reached by a link, which leads nowhere that its owner did not choose.
    await symlink(clone, join(root, 'checkout'));
    for (const folder of [clone, join(root, 'checkout')]) {
      const reason = `a link that leads out of ${folder}`;
      const readWithin = async (...ways: readonly string[]) => {
        const entries = ways.map((way) => join(folder, way));
        const { articles, skipped } = await readCorpus(entries, { links: { within: [folder] } });
        return [articles.map(({ path }) => relative(folder, path)), skipped] as const;
      };
      for (const way of ['corpus', 'corpus/deep', 'o.txt'])
        assert.deepEqual(await readWithin(way, 'b.txt'), [['b.txt'], [{ path: join(folder, way), reason }]]);
      assert.deepEqual(await readWithin('corpus/*.txt'), [[], [{ path: join(folder, 'corpus'), reason }]]);
      assert.deepEqual(await readWithin('inside', '../private'), [
        ['inside/a.txt', '../private/deep/p.txt', '../private/o.txt'],
        [],
      ]);
    }
  });

  test('folders and files that may not be read', async (context) => {
    const folder = await folderOf('locked', { 'a.txt': STORY, 'b.txt': STORY, 'shut/c.txt': STORY });
    await chmod(root, 0o755);
    await chmod(join(folder, 'b.txt'), 0);
    await chmod(join(folder, 'shut'), 0);
    // Permissions do not bind the superuser; the test then goes on as nobody.
    const isRoot = process.getuid?.() === 0;
    if (process.platform === 'win32') return context.skip('permissions work otherwise there');
    if (isRoot) process.seteuid?.(65_534);
    try {
      assert.deepEqual(await read(folder), {
        ids: ['a.txt'],
        skipped: { 'locked/b.txt': 'permission denied', 'locked/shut': 'permission denied' },
      });
    } finally {
      if (isRoot) process.seteuid?.(0);
      await chmod(join(folder, 'shut'), 0o755);
    }
  });
});

suite('size and time', () => {
  test('a line of 9 MB is read', async () => {
    const long = 'Some 750 soldiers came to the gate. '.repeat(250_000);
    const folder = await folderOf('long', { 'a.txt': long, 'b.md': long });
    const { articles, skipped } = await readCorpus([folder]);
    assert.deepEqual(skipped, []);
    assert.deepEqual(
      articles.map(({ text }) => text.length),
      [long.length, long.length],
    );
    assert.equal(articles[0]?.title, 'Some 750 soldiers came to the gate.');
  });

  test('progress counts to the total, and an abort rejects with its reason', async () => {
    const folder = await folderOf(
      'progress',
      Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.txt`, STORY])),
    );
    const seen: (readonly [number, number])[] = [];
    await readCorpus([folder], { onProgress: (done, total) => seen.push([done, total]) });
    assert.deepEqual(seen, [
      [16, 40],
      [32, 40],
      [40, 40],
    ]);
    const abort = new AbortController();
    const stopped = readCorpus([folder], {
      signal: abort.signal,
      onProgress: () => abort.abort(new Error('enough')),
    });
    await assert.rejects(stopped, /enough/);
  });
});
