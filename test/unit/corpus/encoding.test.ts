/** Encodings: what is read, as what, and what is refused with which reason. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import iconv from 'iconv-lite';
import { decodeText } from '../../../server/src/corpus/encoding.ts';

const NEWS =
  'The minister said “we don’t know” how many – some 750 – had left the café by Tuesday, officials said.';

suite('read', () => {
  const cases: Readonly<Record<string, readonly [bytes: Uint8Array, text: string, encoding: string]>> = {
    'UTF-8': [Buffer.from(NEWS), NEWS, 'utf-8'],
    'UTF-8 with a mark': [Buffer.from(`\ufeff${NEWS}`), NEWS, 'utf-8'],
    'UTF-8 with a mark inside': [Buffer.from('a\ufeffb'), 'a\ufeffb', 'utf-8'],
    'UTF-16 little-endian': [iconv.encode(NEWS, 'utf-16le', { addBOM: true }), NEWS, 'utf-16le'],
    'UTF-16 big-endian': [iconv.encode(NEWS, 'utf-16be', { addBOM: true }), NEWS, 'utf-16be'],
    'UTF-32': [iconv.encode(NEWS, 'utf-32le', { addBOM: true }), NEWS, 'utf-32le'],
    'windows-1252': [iconv.encode(NEWS, 'windows-1252'), NEWS, 'windows-1252'],
    'Latin-1': [
      iconv.encode('Dozens met in the café on Tuesday.', 'latin1'),
      'Dozens met in the café on Tuesday.',
      'windows-1252',
    ],
    'German quotation marks, typed as commas': [
      iconv.encode('Die Bürgermeisterin sagte: ,,Die Fähre fährt am Abend“, und ging.', 'windows-1252'),
      'Die Bürgermeisterin sagte: ,,Die Fähre fährt am Abend“, und ging.',
      'windows-1252',
    ],
    'line breaks of Windows': [Buffer.from('a\r\nb'), 'a\r\nb', 'utf-8'],
    nothing: [new Uint8Array(), '', 'utf-8'],
  };
  for (const [name, [bytes, text, encoding]] of Object.entries(cases)) {
    test(name, () => assert.deepEqual(decodeText(bytes), { kind: 'text', text, encoding }));
  }
});

suite('refused', () => {
  const noise = Uint8Array.from(
    { length: 4_000 },
    (_, index) => 1 + ((index * 7_919 + (index >> 3) * 104_729) % 255),
  );
  const cases: Readonly<Record<string, readonly [bytes: Uint8Array, reason: string]>> = {
    'a NUL byte': [Buffer.from('PK\u0003\u0004\0\0text'), 'binary file'],
    'UTF-16 without a mark, cut by other bytes': [
      Buffer.concat([
        iconv.encode(NEWS, 'utf-16le'),
        Buffer.from([1, 0, 0, 0]),
        iconv.encode(NEWS, 'utf-16le'),
      ]),
      'binary file',
    ],
    'NUL in UTF-16': [iconv.encode('a\0b', 'utf-16le', { addBOM: true }), 'binary file'],
    'damaged UTF-8': [
      Buffer.concat([Buffer.from(`${NEWS}\n${NEWS}`), Buffer.from([0xc3, 0x28])]),
      'damaged UTF-8 in line 2',
    ],
    'damaged UTF-8 with a mark': [Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0xff), 'damaged UTF-8 in line 1'],
    'Mac Roman': [iconv.encode(NEWS, 'macroman'), 'not UTF-8, and its encoding cannot be told'],
    noise: [noise, 'not UTF-8, and its encoding cannot be told'],
  };
  for (const [name, [bytes, reason]] of Object.entries(cases)) {
    test(name, () => assert.deepEqual(decodeText(bytes), { kind: 'unreadable', reason }));
  }
});
