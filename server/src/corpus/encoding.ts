/** Encodings: turns the bytes of a text file into text, or says why it cannot. */

import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { isPlausible } from './plausible.ts';

export type DecodedText = TextOfFile | { readonly kind: 'unreadable'; readonly reason: string };

interface TextOfFile {
  readonly kind: 'text';
  readonly text: string;
  readonly encoding: string;
}

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

/**
 * Confidence from which a guess is taken that leads by far: by this many times over the next. Bulgarian, Ukrainian and
 * Czech news get 33 to 48 for their own table and less than half of that for any other.
 */
const CLEAR_LEAD = { least: 30, times: 2 };

/** Bytes looked at for a guess, from the first that is not ASCII on. More does not change the guess. */
const SAMPLE_SIZE = 65_536;

/** The text of a file without its byte-order mark. Never throws; a file of bytes that are no text is `unreadable`. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const mark = MARKS.find((each) => each.bytes.every((byte, index) => bytes[index] === byte));
  if (mark !== undefined) return decodeMarked(bytes.subarray(mark.bytes.length), mark.encoding);
  if (bytes.includes(0)) return decodeUnmarked(bytes) ?? { kind: 'unreadable', reason: 'binary file' };
  const decoded = decodeUtf8(bytes);
  if (decoded === null) return decodeGuessed(bytes);
  return JAPANESE_ESCAPES.some((sequence) => decoded.text.includes(sequence)) ? UNTOLD : decoded;
}

function decodeMarked(bytes: Uint8Array, encoding: string): DecodedText {
  if (encoding === 'utf-8') return decodeUtf8(bytes) ?? { kind: 'unreadable', reason: damaged(bytes) };
  const text = iconv.decode(asBuffer(bytes), encoding, { stripBOM: false });
  if (text.includes('\0')) return { kind: 'unreadable', reason: 'binary file' };
  return { kind: 'text', text, encoding };
}

/** ISO-2022-JP, which is ASCII to look at: an escape goes before Japanese characters. No other text has it. */
const JAPANESE_ESCAPES = ['\u001b$B', '\u001b$@'];

/**
 * UTF-16 without a byte-order mark, as programs for Windows export text: of the two bytes of a character it is always the
 * same that names the alphabet. Null where the bytes are none, or are Chinese or Japanese, which have no alphabet.
 */
function decodeUnmarked(bytes: Uint8Array): DecodedText | null {
  const sample = bytes.subarray(0, SAMPLE_SIZE);
  const encoding = namesAlphabet(sample, 1) ? 'utf-16le' : namesAlphabet(sample, 0) ? 'utf-16be' : null;
  if (encoding === null || sample.length < SHORTEST_UNMARKED) return null;
  const text = iconv.decode(asBuffer(bytes), encoding, { stripBOM: false });
  // The piece of a longer text may end in the middle of a character.
  return NO_UTF16.test(text.replace(/[\ud800-\udbff\ufffd]$/, '')) ? null : { kind: 'text', text, encoding };
}

/** Bytes. Four characters may be anything; of random bytes as many as these are never taken for a text (0 of 20,000 files). */
const SHORTEST_UNMARKED = 16;

/** Of the characters of a text so many are of its alphabet or of ASCII; Russian with quotation marks and dashes has 99 %. */
const MOST_OF_ALPHABET = 0.9;

/** Of the characters so many are of ASCII: blanks, line ends, figures. Russian has 20 %. */
const LEAST_ASCII = 0.05;

/** Whether every second byte, from `first` on, is that of ASCII, which is nought, or of one alphabet. */
function namesAlphabet(bytes: Uint8Array, first: 0 | 1): boolean {
  const counts = new Map<number, number>();
  for (let index: number = first; index < bytes.length; index += 2) {
    const byte = bytes[index] ?? 0;
    counts.set(byte, (counts.get(byte) ?? 0) + 1);
  }
  const ascii = counts.get(0) ?? 0;
  counts.delete(0);
  const characters = Math.ceil((bytes.length - first) / 2);
  const alphabet = Math.max(0, ...counts.values());
  return ascii >= LEAST_ASCII * characters && ascii + alphabet >= MOST_OF_ALPHABET * characters;
}

/** What no text of UTF-16 holds: control characters, halves of characters, and what Unicode has not given away. */
const NO_UTF16 = /(?![\t\n\f\r])\p{Cc}|\ufffd|\p{Cn}|\p{Co}|\p{Cs}/u;

function decodeUtf8(bytes: Uint8Array): TextOfFile | null {
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
  const guesses = analyse(asBuffer(bytes.subarray(from, from + SAMPLE_SIZE)));
  const [guess, next] = guesses.filter(({ name }) => iconv.encodingExists(name));
  if (guess === undefined || !isTrusted(guess.confidence, next?.confidence ?? 0)) return UNTOLD;
  const encoding = WIDER.get(guess.name) ?? guess.name;
  const text = iconv.decode(asBuffer(bytes), encoding);
  if (!isPlausible(text)) return UNTOLD;
  return { kind: 'text', text, encoding };
}

const UNTOLD: DecodedText = { kind: 'unreadable', reason: 'not UTF-8, and its encoding cannot be told' };

function isTrusted(confidence: number, next: number): boolean {
  const { least, times } = CLEAR_LEAD;
  return confidence >= LEAST_CONFIDENCE || (confidence >= least && confidence >= times * next);
}

/** Tables that hold others: windows-1252 has the curly quotes as well, as browsers know, KOI8-U the letters of Ukrainian. */
const WIDER: ReadonlyMap<string, string> = new Map([
  ['ISO-8859-1', 'windows-1252'],
  ['KOI8-R', 'koi8-u'],
]);

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

function damaged(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes);
  const line = text.slice(0, text.indexOf('\ufffd')).split('\n').length;
  return `damaged UTF-8 in line ${line}`;
}

/** The same memory seen as the libraries want it. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
