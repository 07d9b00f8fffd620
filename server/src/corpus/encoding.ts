/** Encodings: turns the bytes of a text file into text, or says why it cannot. */

import { analyse } from 'chardet';
import iconv from 'iconv-lite';

export type DecodedText =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: string }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Byte-order marks, the longer ones first because UTF-32's begins with UTF-16's. */
const MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xff, 0xfe, 0x00, 0x00], encoding: 'utf-32le' },
  { bytes: [0x00, 0x00, 0xfe, 0xff], encoding: 'utf-32be' },
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/**
 * Confidence from which a guess of the encoding is taken, of 100. English and French news in windows-1252 gets 55 to
 * 93, random bytes get 34 at most.
 */
const LEAST_CONFIDENCE = 50;

/** Bytes looked at for a guess, from the first that is not ASCII on. More does not change the guess. */
const SAMPLE_SIZE = 65_536;

/** The text of a file without its byte-order mark. Never throws; a file of bytes that are no text is `unreadable`. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const mark = MARKS.find((each) => each.bytes.every((byte, index) => bytes[index] === byte));
  if (mark !== undefined) return decodeMarked(bytes.subarray(mark.bytes.length), mark.encoding);
  if (bytes.includes(0)) return { kind: 'unreadable', reason: 'binary file' };
  return decodeUtf8(bytes) ?? decodeGuessed(bytes);
}

function decodeMarked(bytes: Uint8Array, encoding: string): DecodedText {
  if (encoding === 'utf-8') return decodeUtf8(bytes) ?? { kind: 'unreadable', reason: damaged(bytes) };
  const text = iconv.decode(asBuffer(bytes), encoding, { stripBOM: false });
  if (text.includes('\0')) return { kind: 'unreadable', reason: 'binary file' };
  return { kind: 'text', text, encoding };
}

function decodeUtf8(bytes: Uint8Array): DecodedText | null {
  try {
    // A byte-order mark inside a text is a character like others; the one at the start is gone already.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { kind: 'text', text, encoding: 'utf-8' };
  } catch {
    return null;
  }
}

/** Decodes bytes that are not UTF-8 by what their letters suggest, when that leaves little doubt. */
function decodeGuessed(bytes: Uint8Array): DecodedText {
  if (isMostlyUtf8(bytes)) return { kind: 'unreadable', reason: damaged(bytes) };
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const from = Math.max(0, first - SAMPLE_SIZE / 2);
  const guess = analyse(asBuffer(bytes.subarray(from, from + SAMPLE_SIZE))).find(({ name }) =>
    iconv.encodingExists(name),
  );
  if (guess === undefined || guess.confidence < LEAST_CONFIDENCE) {
    return { kind: 'unreadable', reason: 'not UTF-8, and its encoding cannot be told' };
  }
  // As browsers do: what calls itself Latin-1 is windows-1252, which has the curly quotes.
  const encoding = guess.name === 'ISO-8859-1' ? 'windows-1252' : guess.name;
  const text = iconv.decode(asBuffer(bytes), encoding);
  if (!isPlausible(text)) return { kind: 'unreadable', reason: 'not UTF-8, and its encoding cannot be told' };
  return { kind: 'text', text, encoding };
}

/** Whether most bytes beyond ASCII form UTF-8, so that the file is a damaged one and not in another encoding. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  let good = 0;
  let bad = 0;
  for (const character of text) {
    if (character === '\ufffd') bad++;
    else if (character > '\u007f') good++;
  }
  return good > bad;
}

/**
 * Whether decoded text looks like text: no control characters, no capital with an accent after a small letter
 * (`donÕt` is Mac Roman's `don’t`) and no low mark inside a word (`caf‚` is DOS's `café`).
 */
function isPlausible(text: string): boolean {
  return !/[\u0080-\u009f\ufffd]|\p{Ll}[À-ÖØ-Þ]|\p{L}[‚ƒ„†‡]/u.test(text);
}

function damaged(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes);
  const line = text.slice(0, text.indexOf('\ufffd')).split('\n').length;
  return `damaged UTF-8 in line ${line}`;
}

/** The same memory seen as the libraries want it. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
