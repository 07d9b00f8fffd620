/** Mails that do not say how their characters are written: read as their bytes look, or told, and never lost. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import iconv from 'iconv-lite';
import type { Reading } from '../../../server/src/corpus/readers/reader.ts';
import { readBytes } from './readBytes.ts';

const GERMAN =
  'Der Bürgermeister von Königsau sagte am Montag, die Straße über die Brücke sei für Fußgänger wieder geöffnet.';
const RUSSIAN =
  'Мэр города сказал в понедельник, что мост через реку снова открыт для пешеходов, а поезда пойдут в среду.';

/** The mail of these lines in that table. */
const mail = (charset: string, ...lines: readonly string[]): Uint8Array =>
  iconv.encode(['From: a@b.example', ...lines].join('\r\n'), charset);

const textsOf = (readings: readonly Reading[]): readonly string[] =>
  readings.map((reading) => (reading.kind === 'read' ? reading.text.trim() : reading.kind));

suite('a part that names no character set', () => {
  for (const [charset, text] of [
    ['windows-1252', GERMAN],
    ['windows-1251', RUSSIAN],
    ['utf-8', GERMAN],
  ] as const)
    test(`in ${charset}`, async () => {
      for (const header of [
        [],
        ['Content-Type: text/plain'],
        ['Content-Type: text/plain;\r\n charset="utf-8"'],
      ])
        assert.deepEqual(textsOf(await readBytes('a.eml', mail(charset, ...header, '', text))), [text]);
    });

  test('in base64 and quoted-printable, beside one that names its own', async () => {
    const quoted = iconv
      .encode(GERMAN, 'windows-1252')
      .toString('latin1')
      .replace(/[^ -~]/g, (character) => `=${character.charCodeAt(0).toString(16).toUpperCase()}`);
    const readings = await readBytes(
      'a.eml',
      mail(
        'koi8-r',
        'Content-Type: multipart/mixed; boundary="a b"',
        '',
        '--a b',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        `${quoted.slice(0, 60)}=\r\n${quoted.slice(60)}`,
        '--a b',
        'Content-Type: text/plain; charset=koi8-r',
        '',
        RUSSIAN,
        '--a b',
        'Content-Type: text/plain',
        'Content-Transfer-Encoding: base64',
        '',
        iconv.encode(GERMAN, 'windows-1252').toString('base64'),
        '--a b--',
      ),
    );
    const [text = ''] = textsOf(readings);
    assert.deepEqual(text.split(/\n+/), [GERMAN, RUSSIAN, GERMAN]);
  });

  test('is a page that names it', async () => {
    const page = `<html><head><meta charset="windows-1250"></head><body><p>Příští úterý</p></body></html>`;
    assert.deepEqual(
      textsOf(await readBytes('a.eml', mail('windows-1250', 'Content-Type: text/html', '', page))),
      ['Příští úterý'],
    );
  });

  test('neither do the headers above it', async () => {
    const [reading] = await readBytes('a.eml', mail('windows-1252', 'Subject: Brücke geöffnet', '', GERMAN));
    assert.equal(reading?.kind === 'read' ? reading.stated.title : '', 'Brücke geöffnet');
  });

  test('and of which one character is damaged: the rest is read', async () => {
    const bytes = Buffer.concat([mail('utf-8', '', GERMAN), Buffer.from([0xc3]), Buffer.from(' Ende.')]);
    assert.deepEqual(textsOf(await readBytes('a.eml', bytes)), [`${GERMAN}\ufffd Ende.`]);
  });

  test('and whose bytes are none: told, and the attachments are read', async () => {
    const noise = Array.from({ length: 400 }, (_, index) => String.fromCharCode(0x80 + ((index * 37) % 32)));
    const head = 'From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n';
    const file = '--b\r\nContent-Disposition: attachment; filename=r.txt\r\n\r\nRain fell.\r\n--b--\r\n';
    const bytes = Buffer.from(`${head}${noise.join('')}\r\n${file}`, 'latin1');
    const [told, attachment, ...more] = await readBytes('a.eml', bytes);
    const reason = 'not UTF-8, and its encoding cannot be told';
    assert.deepEqual(told, { kind: 'unreadable', member: null, reason });
    assert.deepEqual([attachment?.kind === 'member' && attachment.name, more.length], ['r.txt', 0]);
  });
});
