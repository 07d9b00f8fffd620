/** Encodings of large files: told by the first letters beyond ASCII, wherever these are. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import iconv from 'iconv-lite';
import { decodedStream } from '../../../server/src/corpus/readers/decodedStream.ts';
import type { Source } from '../../../server/src/corpus/readers/reader.ts';
import { memorySource } from '../../../server/src/corpus/readers/source.ts';

/** A source that comes in pieces of a size, as files do. */
function inPieces(bytes: Uint8Array, size: number): Source {
  return {
    ...memorySource('a.csv', bytes),
    async *stream() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
}

async function decoded(bytes: Uint8Array, size: number): Promise<readonly string[]> {
  const pieces: string[] = [];
  for await (const piece of decodedStream(inPieces(bytes, size))) pieces.push(piece);
  return pieces;
}

const PLAIN =
  'title;text\r\nDike;The council of the valley put off its decision on the dike until the autumn.\r\n';
const ACCENTED =
  'Fête;Le maire de la cité a été réélu à Orléans, où la fête a été décalée après la crue.\r\n';

/** The accents after so many characters of plain text. */
function after(length: number): string {
  return (
    PLAIN.repeat(Math.ceil(length / PLAIN.length)).slice(-length) + ACCENTED.repeat(20) + PLAIN.repeat(2000)
  );
}

const SIZES = [1_000, 65_536, 10_000_000];

suite('encodings of large files', () => {
  for (const length of [1_000, 262_100, 262_144, 300_000, 900_000]) {
    test(`accents after ${length} plain characters`, async () => {
      const text = after(length);
      for (const encoding of ['utf-8', 'windows-1252'])
        for (const size of SIZES)
          assert.ok(
            (await decoded(iconv.encode(text, encoding), size)).join('') === text,
            `${encoding} ${size}`,
          );
    });
  }

  test('plain text to the end, a byte-order mark, UTF-16 without one', async () => {
    const plain = PLAIN.repeat(9_000);
    for (const size of SIZES) {
      assert.ok((await decoded(Buffer.from(plain), size)).join('') === plain);
      assert.ok((await decoded(Buffer.from(`\ufeff${plain}é`), size)).join('') === `${plain}é`);
      assert.ok((await decoded(Buffer.from(plain, 'utf-16le'), size)).join('') === plain);
    }
  });

  test('the first piece holds the first line, whatever the size of pieces', async () => {
    for (const size of SIZES) {
      const [first] = await decoded(Buffer.from(PLAIN.repeat(9_000)), size);
      assert.ok(first?.startsWith(PLAIN), String(size));
    }
  });

  test('bytes that are no text after plain text cost their lines, not what stood before', async () => {
    const plain = PLAIN.repeat(4_000);
    const bytes = Buffer.concat([Buffer.from(plain), Uint8Array.of(0xff, 0, 0x81), Buffer.from('\nRain')]);
    assert.equal((await decoded(bytes, 65_536)).join(''), `${plain}\ufffd\0\ufffd\nRain`);
  });
});
