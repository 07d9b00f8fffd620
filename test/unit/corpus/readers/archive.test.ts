/** Archives: what is in them is read, and what is built to do harm is told and leaves the rest readable. */

import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { crc32 } from 'node:zlib';
import { strToU8, Zip, ZipDeflate, type Zippable, zipSync } from 'fflate';
import { readAll, readShort, type TestFolder, testFolder } from '../folder.ts';
import { makeDocx } from '../makeDocx.ts';
import { makePdf } from '../makePdf.ts';
import { encrypted, renamed, withBytes, withoutFlag, withSize } from '../zipBytes.ts';

const STORY = 'Some 750 guards came.';

let folder: TestFolder;
before(async () => {
  folder = await testFolder();
});
after(() => folder[Symbol.asyncDispose]());

async function zip(name: string, files: Zippable): Promise<string> {
  return folder.write(name, zipSync(files));
}

test('every format within, each under its own name', async () => {
  const path = await zip('all.zip', {
    'a.txt': strToU8(STORY),
    '2020/b.md': strToU8(`---\ndate: 2020-01-02\n---\n${STORY}`),
    '2020/c.html': strToU8(`<p>${STORY}</p>`),
    '2020/d.pdf': await makePdf({ pages: [[[50, 700, STORY]]] }),
    'e.docx': makeDocx({ paragraphs: [STORY] }),
    'f.jsonl': strToU8(`${JSON.stringify({ text: STORY })}\nx\n${JSON.stringify({ text: STORY })}`),
    'g.csv': strToU8(`text\n${STORY}`),
    'h.eml': strToU8(`Subject: x\r\n\r\n${STORY}`),
    'picture.jpg': strToU8('x'),
    'README.md': strToU8(STORY),
    '__MACOSX/._a.txt': strToU8('x'),
    '.hidden/a.txt': strToU8(STORY),
    'old.doc': strToU8('x'),
  });
  const { articles, skipped } = await readAll(path);
  assert.deepEqual(
    articles.map(({ id, origin }) => [id, origin?.format, origin?.member, origin?.record]),
    [
      ['all.zip/a.txt', 'text', 'a.txt', null],
      ['all.zip/2020/b.md', 'markdown', '2020/b.md', null],
      ['all.zip/2020/c.html', 'html', '2020/c.html', null],
      ['all.zip/2020/d.pdf', 'pdf', '2020/d.pdf', null],
      ['all.zip/e.docx', 'docx', 'e.docx', null],
      ['all.zip/f.jsonl/1', 'json', 'f.jsonl', 1],
      ['all.zip/f.jsonl/3', 'json', 'f.jsonl', 3],
      ['all.zip/g.csv/1', 'csv', 'g.csv', 1],
      ['all.zip/h.eml', 'email', 'h.eml', null],
    ],
  );
  for (const article of articles)
    assert.ok(article.text.includes(STORY) && article.path === path, article.id);
  assert.equal(articles[1]?.published, '2020-01-02');
  assert.deepEqual(skipped, [
    { path, member: 'f.jsonl/line 2', reason: 'JSON that is cut off' },
    { path, member: 'old.doc', reason: 'files of this format are not read' },
  ]);
});

test('an attachment of a mail in an archive', async () => {
  const mail = `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=r.txt\r\n\r\n${STORY}\r\n--b--\r\n`;
  assert.deepEqual((await readShort(await zip('mail.zip', { 'm.eml': strToU8(mail) }))).ids, [
    'mail.zip/m.eml/r.txt',
  ]);
});

test('of two files of one name the last counts, as programs unpack them; the other is told', async () => {
  const path = await folder.write(
    'twice.zip',
    renamed(
      zipSync({
        'a.txt': strToU8('Some 75 guards came.'),
        'b.txt': strToU8(STORY),
        'p.jpg': strToU8('x'),
        'q.jpg': strToU8('y'),
        'z.txt': strToU8('Rain fell.'),
      }),
      { 'b.txt': 'a.txt', 'q.jpg': 'p.jpg' },
    ),
  );
  const { articles, skipped } = await readAll(path);
  assert.deepEqual(
    articles.map(({ id, text }) => [id, text]),
    [
      ['twice.zip/a.txt', STORY],
      ['twice.zip/z.txt', 'Rain fell.'],
    ],
  );
  assert.deepEqual(skipped, [{ path, member: 'a.txt', reason: 'a later file of this name takes its place' }]);
});

suite('names that do not say that they are in UTF-8', () => {
  const rain = (name: string, more = {}) => zipSync({ [name]: [strToU8(STORY), more] });
  const idsOf = async (file: string, bytes: Uint8Array) =>
    (await readShort(await folder.write(file, withoutFlag(bytes)))).ids;

  test('are in it where their bytes are', async () => {
    assert.deepEqual(await idsOf('a.zip', rain('2020/ü – naïve.txt')), ['a.zip/2020/ü – naïve.txt']);
  });

  test('are of the old table otherwise', async () => {
    const bytes = withBytes(
      rain('b\u0080x.txt'),
      Buffer.from('b\u0080x.txt'),
      Buffer.from('b\x81\x9ax.txt', 'latin1'),
    );
    assert.deepEqual(await idsOf('b.zip', bytes), ['b.zip/büÜx.txt']);
  });

  test('give way to the name in the field for it', async () => {
    const plain = Buffer.from('ä.txt');
    const field = Buffer.alloc(5);
    field.writeUInt8(1);
    field.writeUInt32LE(crc32(plain), 1);
    const extra = { 28789: Buffer.concat([field, Buffer.from('ö.txt')]) };
    assert.deepEqual(await idsOf('c.zip', rain('ä.txt', { extra })), ['c.zip/ö.txt']);
  });

  test('lead nowhere', async () => {
    const reason = 'its path leads out of the archive';
    for (const name of ['../ä.txt', '/ä.txt', 'C:/ä.txt', 'a\\..\\..\\ä.txt']) {
      const path = await folder.write('d.zip', withoutFlag(rain(name)));
      assert.deepEqual(await readShort(path), { ids: [], skipped: { [name.replaceAll('\\', '/')]: reason } });
    }
  });
});

suite('hostile', () => {
  test('paths that lead out', async () => {
    const path = await zip('slip.zip', {
      '../../etc/a.txt': strToU8(STORY),
      '/etc/b.txt': strToU8(STORY),
      'c/../../d.txt': strToU8(STORY),
      'e.txt': strToU8(STORY),
    });
    const reason = 'its path leads out of the archive';
    assert.deepEqual(await readShort(path), {
      ids: ['slip.zip/e.txt'],
      skipped: { '../../etc/a.txt': reason, '/etc/b.txt': reason, 'c/../../d.txt': reason },
    });
  });

  test('archives within archives, and the same by a mail', async () => {
    const inner = zipSync({ 'a.txt': strToU8(STORY) });
    const mail = `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Disposition: attachment; filename=b.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(inner).toString('base64')}\r\n--b--\r\n`;
    const path = await zip('nested.zip', { 'a.zip': inner, 'm.eml': strToU8(mail), 'z.txt': strToU8(STORY) });
    const reason = 'an archive within an archive is not read';
    assert.deepEqual(await readShort(path), {
      ids: ['nested.zip/z.txt'],
      skipped: { 'a.zip': reason, 'm.eml/b.zip': reason },
    });
  });

  test('a member that unpacks to too much, declared and not declared', async () => {
    const large = new Uint8Array(3 * 1024 * 1024).fill(0x20);
    const files = { 'a.txt': strToU8(STORY), 'large.txt': large, 'z.txt': strToU8(STORY) };
    const limits = { wholeBytes: 1024 * 1024 };
    const honest = await zip('bomb.zip', files);
    assert.deepEqual(await readShort(honest, { limits }), {
      ids: ['bomb.zip/a.txt', 'bomb.zip/z.txt'],
      skipped: { 'large.txt': 'larger than 1 MB' },
    });
    const lying = await folder.write('lying.zip', withSize(zipSync(files), large.length, 1000));
    const { ids, skipped } = await readShort(lying, { limits });
    assert.deepEqual(ids, ['lying.zip/a.txt', 'lying.zip/z.txt']);
    assert.match(skipped['large.txt'] ?? '', /^damaged archive \(too many bytes/);
  });

  test('an archive that unpacks to too much in all: what was read before stands', async () => {
    const large = new Uint8Array(700 * 1024).fill(0x20);
    const path = await zip('sum.zip', {
      'a.txt': strToU8(STORY),
      'b.txt': large,
      'c.txt': large,
      'd.txt': large,
    });
    const { ids, skipped } = await readShort(path, { limits: { unpackedBytes: 1024 * 1024 } });
    assert.deepEqual(ids, ['sum.zip/a.txt']);
    const reason = 'the archive unpacks to more than 1 MB';
    assert.deepEqual(skipped, { 'b.txt': 'empty', 'c.txt': reason, 'd.txt': reason });
  });

  test('too many members', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`${index}.txt`, strToU8(STORY)]),
    );
    const { ids, skipped } = await readShort(await zip('many.zip', files), { limits: { members: 20 } });
    assert.equal(ids.length, 20);
    assert.deepEqual(skipped, { '': 'holds more than 20 files; the rest is not read' });
  });

  test('members deeper than folders are, in no more time than their names are long', async () => {
    const deep = `${'a/'.repeat(32_700)}x.txt`;
    const pieces = `${'a_files/'.repeat(8_000)}x.txt`;
    const most = `${'a/'.repeat(100)}x.txt`;
    const hidden = `.a/${'a/'.repeat(200)}x.txt`;
    const names = [deep, pieces, most, hidden, 'z.txt'];
    const path = await zip('deep.zip', Object.fromEntries(names.map((name) => [name, strToU8(STORY)])));
    const start = performance.now();
    const { ids, skipped } = await readShort(path);
    // With the square of the folders it takes more than ten seconds.
    assert.ok(performance.now() - start < 2_000, `${performance.now() - start} ms`);
    assert.deepEqual(ids, [`deep.zip/${most}`, 'deep.zip/z.txt']);
    const reason = 'lies in more than 100 folders, one in the other';
    assert.deepEqual(skipped, { [deep]: reason, [pieces]: reason });
  });

  test('pieces of a page in a folder of the archive, and folders that are called so', async () => {
    const files = ['a/story.html', 'a/story_files/b/x.txt', 'b/story_files/x.txt', 'story_files/x.txt'];
    const story = strToU8(`<p>${STORY}</p>`);
    const path = await zip('pieces.zip', Object.fromEntries(files.map((name) => [name, story])));
    assert.deepEqual((await readShort(path)).ids, [
      'pieces.zip/a/story.html',
      'pieces.zip/b/story_files/x.txt',
      'pieces.zip/story_files/x.txt',
    ]);
  });

  test('encrypted members, none at all', async () => {
    const path = await folder.write('locked.zip', encrypted(zipSync({ 'a.txt': strToU8(STORY) })));
    assert.deepEqual(await readShort(path), { ids: [], skipped: { 'a.txt': 'encrypted' } });
    assert.deepEqual(await readShort(await zip('none.zip', {})), {
      ids: [],
      skipped: { '': 'holds no article' },
    });
  });

  test('cut in half, noise, damage inside', async () => {
    const files = { 'a.txt': strToU8(STORY.repeat(50)), 'b.txt': strToU8(`${STORY} Rain fell.`.repeat(50)) };
    const whole = zipSync(files);
    const half = await folder.write('half.zip', whole.slice(0, whole.length / 2));
    assert.match((await readShort(half)).skipped[''] ?? '', /^damaged archive \(/);
    const noise = await folder.write('noise.zip', 'PK\x03\x04 nothing of the kind');
    assert.match((await readShort(noise)).skipped[''] ?? '', /^damaged archive \(/);
    const damaged = Uint8Array.from(whole);
    // Within the packed bytes of the first member.
    damaged.fill(0xff, 40, 60);
    const { ids, skipped } = await readShort(await folder.write('inside.zip', damaged));
    assert.deepEqual(ids, ['inside.zip/b.txt']);
    assert.match(skipped['a.txt'] ?? '', /^damaged archive \(/);
  });

  test('a member that is not what was packed is no evidence, a part of it as little as the whole', async () => {
    const rows = JSON.stringify({ text: STORY });
    const whole = zipSync({
      'a.txt': [strToU8(STORY), { level: 0 }],
      'b.jsonl': [strToU8(`${rows}\n${rows.replace('guards', 'nurses')}`), { level: 0 }],
      'c.txt': strToU8(STORY),
    });
    const damaged = renamed(whole, { '750 guards': '250 guards', nurses: 'curses' });
    const reason = 'damaged archive (the checksum of this file is wrong)';
    assert.deepEqual(await readShort(await folder.write('sums.zip', damaged)), {
      ids: ['sums.zip/c.txt'],
      skipped: { 'a.txt': reason, 'b.jsonl': reason },
    });
  });

  test('members without a checksum, and with one that stands behind them', async () => {
    const bytes = zipSync({ 'a.txt': strToU8(STORY) });
    const sum = Buffer.alloc(4);
    sum.writeUInt32LE(crc32(STORY));
    const none = withBytes(bytes, sum, Buffer.alloc(4));
    assert.deepEqual((await readShort(await folder.write('none.zip', none))).ids, ['none.zip/a.txt']);
    const pieces: Uint8Array[] = [];
    const streamed = new Zip((_error, piece) => pieces.push(piece));
    const member = new ZipDeflate('a.txt');
    streamed.add(member);
    member.push(strToU8(STORY), true);
    streamed.end();
    const path = await folder.write('streamed.zip', Buffer.concat(pieces));
    assert.deepEqual((await readShort(path)).ids, ['streamed.zip/a.txt']);
  });

  test('what is read as a stream counts once for what an archive unpacks to', async () => {
    const path = await zip('once.zip', {
      'a.jsonl': strToU8(JSON.stringify({ text: STORY.repeat(30_000) })),
      'b.txt': strToU8(STORY),
    });
    assert.deepEqual(await readShort(path, { limits: { unpackedBytes: 1024 * 1024 } }), {
      ids: ['once.zip/a.jsonl/1', 'once.zip/b.txt'],
      skipped: {},
    });
  });

  test('names with line breaks and characters beyond the basic plane', async () => {
    const path = await zip('names.zip', { 'ä\nb.txt': strToU8(STORY), '😀/𝔸.txt': strToU8(STORY) });
    assert.deepEqual((await readShort(path)).ids, ['names.zip/ä\nb.txt', 'names.zip/😀/𝔸.txt']);
  });
});
