/** Word documents and mails: paragraphs, metadata, attachments, and what is refused. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Reading, Text } from '../../../../server/src/corpus/readers/reader.ts';
import { makeDocx } from '../makeDocx.ts';
import { readBytes } from '../readBytes.ts';

function asText(reading: Reading | undefined): Text {
  assert.ok(reading?.kind === 'read', JSON.stringify(reading));
  return reading;
}

suite('Word documents', () => {
  test('paragraphs, title and author', async () => {
    const bytes = makeDocx({
      paragraphs: ['Gate held', 'Some 750 guards came.', ' ', 'A & B < C'],
      title: 'Gate & harbour',
      author: 'Al Roe',
    });
    const { text, stated, origin, prose } = asText((await readBytes('a.docx', bytes))[0]);
    assert.equal(text, 'Gate held\n\nSome 750 guards came.\n\nA & B < C');
    assert.equal(stated.title, 'Gate & harbour');
    assert.equal(stated.author, 'Al Roe');
    assert.equal(stated.published, null);
    assert.deepEqual([origin?.part, origin?.starts], ['paragraph', [0, 11, 34]]);
    assert.equal(prose.length, 3);
  });

  test('cells are paragraphs, deleted words of tracked changes are gone', async () => {
    const body =
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Elwin</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>750</w:t></w:r></w:p></w:tc></w:tr></w:tbl>' +
      '<w:p><w:r><w:t>Some </w:t></w:r><w:del><w:r><w:delText>900</w:delText></w:r></w:del><w:ins><w:r><w:t>750</w:t></w:r></w:ins></w:p>';
    const { text } = asText((await readBytes('a.docx', makeDocx({ paragraphs: ['Gate'], body })))[0]);
    assert.equal(text, 'Gate\n\nElwin\n\n750\n\nSome 750');
  });

  const run = (words: string, properties = ''): string =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
  const RAISED = '<w:vertAlign w:val="superscript"/>';
  const LOWERED = '<w:vertAlign w:val="subscript"/>';

  test('a line break ends a line: what stands before it and behind it are two statements', async () => {
    const body =
      `<w:p>${run('Barns flooded in Wexcombe: 217')}<w:r><w:br/></w:r>${run('34 cows were lost.')}</w:p>` +
      `<w:p>${run('The mill of Wexcombe')}<w:r><w:br/></w:r>${run('was shut.')}<w:r><w:tab/></w:r>${run('12')}</w:p>`;
    const { text, prose, origin } = asText(
      (await readBytes('a.docx', makeDocx({ paragraphs: [], body })))[0],
    );
    assert.equal(
      text,
      'Barns flooded in Wexcombe: 217\n34 cows were lost.\n\nThe mill of Wexcombe\nwas shut.\t12',
    );
    assert.deepEqual(
      prose.map(({ start, end }) => text.slice(start, end)),
      ['Barns flooded in Wexcombe: 217', '34 cows were lost.', 'The mill of Wexcombe\nwas shut.\t12'],
    );
    assert.deepEqual(
      origin?.starts.map((start) => text.slice(start, start + 5)),
      ['Barns', 'The m'],
    );
  });

  test('raised figures are not part of what they stand on, powers and lowered ones stay', async () => {
    const body =
      `<w:p>${run('Lisko shipped 618')}${run('7', RAISED)}${run(' crates, 40 m')}${run('2', RAISED)}${run(' of wood')}` +
      `${run('8,9', RAISED)}${run(' and CO')}${run('2', LOWERED)}${run(' on the 1')}${run('st', RAISED)}${run(' day.')}</w:p>`;
    const { text } = asText((await readBytes('a.docx', makeDocx({ paragraphs: [], body })))[0]);
    assert.equal(text, 'Lisko shipped 618⁷ crates, 40 m² of wood⁸,⁹ and CO2 on the 1st day.');
  });

  test('footnotes follow the text in the order of their marks', async () => {
    const mark = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const note = (id: number, words: string): string =>
      `<w:footnote w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r>${run(words)}</w:p></w:footnote>`;
    const body =
      `<w:p>${run('Ferries were full')}${mark(3)}${run(' in June')}${mark(2)}${run('.')}</w:p>` +
      `<w:p>${run('Nobody was hurt.')}${mark(3)}${mark(9)}</w:p>`;
    const footnotes = note(2, ' Some 4,100 came.') + note(3, ' The crew had 36 hands.') + note(4, ' Unused.');
    const { text, prose } = asText(
      (await readBytes('a.docx', makeDocx({ paragraphs: [], body, footnotes })))[0],
    );
    assert.equal(
      text,
      'Ferries were full in June.\n\nNobody was hurt.\n\nThe crew had 36 hands.\n\nSome 4,100 came.',
    );
    assert.equal(prose.map(({ start, end }) => text.slice(start, end)).join('\n\n'), text);
  });

  test('a password or the old format, damage', async () => {
    const compound = Buffer.concat([
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      Buffer.alloc(600),
    ]);
    assert.deepEqual(await readBytes('a.docx', compound), [
      {
        kind: 'unreadable',
        member: null,
        reason: 'encrypted, or a Word document in the format of before 2007',
      },
    ]);
    const [damaged] = await readBytes('a.docx', makeDocx({ paragraphs: ['Gate'] }).slice(0, 500));
    assert.match(damaged?.kind === 'unreadable' ? damaged.reason : '', /^damaged, or not what its name says/);
  });
});

suite('mails', () => {
  const mail = (...lines: readonly string[]) => Buffer.from(lines.join('\r\n'));
  const HEAD = [
    'From: =?utf-8?Q?Press_Office_=C3=89lwin?= <press@elwin.example>',
    'Subject: =?utf-8?B?R2F0ZSDigJxoZWxk4oCd?=',
    'Date: Wed, 01 Jan 2020 23:30:00 -0500',
    'MIME-Version: 1.0',
  ];

  test('text, sender, subject and the day in the sender’s own zone', async () => {
    const { text, stated } = asText(
      (
        await readBytes(
          'a.eml',
          mail(
            ...HEAD,
            'Content-Type: text/plain; charset=iso-8859-1',
            'Content-Transfer-Encoding: quoted-printable',
            '',
            'Some 750 guards held the caf=E9.',
            '',
            'Rain fell.',
          ),
        )
      )[0],
    );
    assert.equal(text.trim(), 'Some 750 guards held the café.\n\nRain fell.');
    assert.deepEqual(stated, {
      title: 'Gate “held”',
      outlet: null,
      author: 'Press Office Élwin',
      published: '2020-01-01',
      url: null,
    });
  });

  test('a mail that is only markup', async () => {
    const { text } = asText(
      (
        await readBytes(
          'a.eml',
          mail(
            ...HEAD,
            'Content-Type: text/html',
            '',
            '<style>p{}</style><p>Some <b>750</b> guards.</p><p>Rain fell.</p>',
          ),
        )
      )[0],
    );
    assert.equal(text, 'Some 750 guards.\n\nRain fell.');
  });

  const ALTERNATIVES = (plain: string, markup: string): readonly string[] => [
    'Content-Type: multipart/alternative; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    plain,
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    markup,
    '--b--',
    '',
  ];

  test('a newsletter whose plain text only leads to the page: the markup is read', async () => {
    const story =
      '<h1>Gate held</h1><p>Some 750 guards held the gate of Elwin, its keeper said on Monday.</p>';
    for (const stub of [
      'View this mail in your browser: https://news.example/2020/01/01/a-long-address?of=this&mail=1234567890',
      'Your mail program shows no HTML.',
    ]) {
      const { text } = asText((await readBytes('a.eml', mail(...HEAD, ...ALTERNATIVES(stub, story))))[0]);
      assert.equal(text, 'Gate held\n\nSome 750 guards held the gate of Elwin, its keeper said on Monday.');
    }
  });

  test('plain text that says what the markup says is read as it was written', async () => {
    const plain = 'Some 750 guards held the gate of Elwin, its keeper said on Monday.';
    const rest = '<p>News of Elwin, 1 Gate Street.</p>';
    const style = `<style>${'p { color: red }'.repeat(50)}</style>`;
    const markup = `${style}<p>${plain}</p>${rest}`;
    const { text } = asText((await readBytes('a.eml', mail(...HEAD, ...ALTERNATIVES(plain, markup))))[0]);
    assert.equal(text.trim(), plain);
  });

  test('attachments are files of their own, under a name that leads nowhere', async () => {
    const readings = await readBytes(
      'a.eml',
      mail(
        ...HEAD,
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'See the attached.',
        '--b',
        'Content-Type: text/plain; name="../../etc/release.txt"',
        'Content-Disposition: attachment; filename="../../etc/release.txt"',
        '',
        'Some 750 guards came.',
        '--b--',
        '',
      ),
    );
    assert.deepEqual(
      readings.map((reading) => (reading.kind === 'member' ? reading.name : reading.kind)),
      ['read', 'release.txt'],
    );
    const [, attachment] = readings;
    assert.ok(attachment?.kind === 'member');
    assert.equal(
      Buffer.from(await attachment.source.bytes())
        .toString()
        .trim(),
      'Some 750 guards came.',
    );
  });

  test('attachments of one name are told apart, and the names that senders gave stay', async () => {
    const names = ['release.txt', 'release (2).txt', 'release.txt', 'notes', 'release.txt', 'notes'];
    const parts = names.flatMap((name, index) => [
      '--b',
      'Content-Type: text/plain',
      `Content-Disposition: attachment; filename="${name}"`,
      '',
      `Some ${750 + index} guards came.`,
    ]);
    const readings = await readBytes(
      'a.eml',
      mail(...HEAD, 'Content-Type: multipart/mixed; boundary=b', '', ...parts, '--b--', ''),
    );
    const members = readings.flatMap((reading) => (reading.kind === 'member' ? [reading] : []));
    assert.deepEqual(
      members.map(({ name }) => name),
      ['release.txt', 'release (2).txt', 'release (3).txt', 'notes', 'release (4).txt', 'notes (2)'],
    );
    const [, , third] = members;
    assert.equal(
      Buffer.from((await third?.source.bytes()) ?? [])
        .toString()
        .trim(),
      'Some 752 guards came.',
    );
  });

  test('nothing to read, parts within parts without end', async () => {
    const [empty] = await readBytes('a.eml', mail(...HEAD, '', ''));
    assert.deepEqual(empty, { kind: 'unreadable', member: null, reason: 'a mail without text' });
    const nested = Array.from(
      { length: 400 },
      (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}`,
    );
    const [deep] = await readBytes('a.eml', mail(...HEAD, nested.join('\r\n')));
    assert.match(deep?.kind === 'unreadable' ? deep.reason : '', /^not a mail that can be read/);
  });
});
