/** Decoded streams: the text of a file that is too large to hold, in pieces. */

import { isAscii } from 'node:buffer';
import iconv from 'iconv-lite';
import { decodeText } from '../encoding.ts';
import { type Source, Unreadable } from './reader.ts';

/** Bytes from which the encoding is told. A file of one language gives it away far earlier. */
const HEAD = 256 * 1024;

/** Bytes kept of a beginning that tells nothing: the words before the first letter beyond ASCII tell its language. */
const KEPT = 32 * 1024;

/** What stands for bytes that are none of the encoding. */
export const DAMAGED = '\ufffd';

/**
 * The text of a source in pieces, without its byte-order mark. Bytes that are no text in the encoding of its beginning
 * become `DAMAGED`; where the beginning is plain ASCII, that of the first bytes beyond it tells. Rejects with `Unreadable`
 * when the beginning is no text or the source cannot be read.
 */
export async function* decodedStream(source: Source): AsyncGenerator<string> {
  let pieces: Buffer[] = [];
  let held = 0;
  let part: Part = 'beginning';
  let decoder: Decoder | null = null;
  for await (const bytes of source.stream()) {
    const piece = asBuffer(bytes);
    if (decoder !== null) {
      yield decoder.write(piece);
      continue;
    }
    pieces.push(piece);
    held += piece.length;
    if (held < HEAD) continue;
    const head = Buffer.concat(pieces);
    if (part === 'beginning' ? isPlain(head) : isAscii(head)) {
      yield head.toString('latin1', 0, head.length - KEPT);
      part = 'later';
      pieces = [head.subarray(-KEPT)];
      held = KEPT;
      continue;
    }
    decoder = decoderFor(wholeCharacters(head), part);
    yield decoder.write(head);
    pieces = [];
  }
  decoder ??= decoderFor(Buffer.concat(pieces), part);
  yield decoder.write(Buffer.concat(pieces));
  yield decoder.end() ?? '';
}

/** Where the bytes stand that an encoding is told from: at the beginning of a source, or after nothing but ASCII. */
type Part = 'beginning' | 'later';

type Decoder = ReturnType<typeof iconv.getDecoder>;

function decoderFor(head: Buffer, part: Part): Decoder {
  const decoded = decodeText(head);
  // A text with a damaged character is read for the records that are whole, and so are those that stood before.
  if (decoded.kind === 'unreadable' && part === 'beginning' && !decoded.reason.startsWith('damaged'))
    throw new Unreadable(decoded.reason);
  return iconv.getDecoder(decoded.kind === 'text' ? decoded.encoding : 'utf-8');
}

/** Whether bytes are plain ASCII to `decodeText` too, for which a text with noughts or escapes may be something else. */
function isPlain(bytes: Buffer): boolean {
  if (!isAscii(bytes)) return false;
  const decoded = decodeText(bytes);
  return decoded.kind === 'text' && decoded.encoding === 'utf-8';
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
