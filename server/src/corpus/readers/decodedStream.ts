/** Decoded streams: the text of a file that is too large to hold, in pieces. */

import iconv from 'iconv-lite';
import { decodeText } from '../encoding.ts';
import { type Source, Unreadable } from './reader.ts';

/** Bytes from which the encoding is told. A file of one language gives it away far earlier. */
const HEAD = 256 * 1024;

/** What stands for bytes that are none of the encoding. */
export const DAMAGED = '\ufffd';

/**
 * The text of a source in pieces, without its byte-order mark. Bytes that are no text in the encoding of its beginning
 * become `DAMAGED`. Rejects with `Unreadable` when the beginning is no text or the source cannot be read.
 */
export async function* decodedStream(source: Source): AsyncGenerator<string> {
  const pieces: Uint8Array[] = [];
  let held = 0;
  let decoder: { write(bytes: Buffer): string; end(): string | undefined } | null = null;
  for await (const piece of source.stream()) {
    if (decoder !== null) {
      yield decoder.write(asBuffer(piece));
      continue;
    }
    pieces.push(piece);
    held += piece.length;
    if (held < HEAD) continue;
    decoder = decoderFor(Buffer.concat(pieces), 'more follows');
    yield decoder.write(Buffer.concat(pieces));
    pieces.length = 0;
  }
  decoder ??= decoderFor(Buffer.concat(pieces), 'whole');
  yield decoder.write(Buffer.concat(pieces));
  yield decoder.end() ?? '';
}

function decoderFor(head: Buffer, extent: 'whole' | 'more follows'): ReturnType<typeof iconv.getDecoder> {
  const decoded = decodeText(extent === 'whole' ? head : wholeCharacters(head));
  // A text with a damaged character is read for the records that are whole.
  if (decoded.kind === 'unreadable' && !decoded.reason.startsWith('damaged'))
    throw new Unreadable(decoded.reason);
  return iconv.getDecoder(decoded.kind === 'text' ? decoded.encoding : 'utf-8');
}

/** The head without what may be the first part of a character at its end: UTF-8 has up to four bytes, UTF-32 four. */
function wholeCharacters(head: Buffer): Buffer {
  const even = head.subarray(0, head.length - (head.length % 4));
  for (let back = 1; back <= 4; back++) {
    const byte = even[even.length - back] ?? 0;
    if (byte >= 0xc0) return even.subarray(0, even.length - back);
    if (byte < 0x80) break;
  }
  return even;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
