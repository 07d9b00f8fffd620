/**
 * Character sets of mails: parts that name none, or UTF-8 which they are not, get the one that their bytes look like.
 * The library takes every such part for UTF-8, and what is none is lost in it.
 */

import { isUtf8 } from 'node:buffer';
import { decodeText } from '../../encoding.ts';
import { decodePage } from '../charset.ts';

export interface MendedMail {
  readonly bytes: Uint8Array;
  /** Why a part is none that can be decoded; null where all can. */
  readonly problem: string | null;
}

/** The mail with the character sets of its parts written into their headers. Never throws. */
export function withCharsets(bytes: Uint8Array): MendedMail {
  // One character a byte: headers and boundaries are ASCII, and every byte comes out as it went in.
  const mail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const parts = partsOf(mail).map((part) => ({ ...part, ...charsetOf(mail, part) }));
  const common = parts.find(({ charset }) => charset !== null)?.charset ?? null;
  const pieces: string[] = [];
  let at = 0;
  for (const { start, body, charset, isGuess } of parts) {
    const header = mail.slice(start, body);
    const told = charset !== null && isGuess ? tell(header, charset) : header;
    pieces.push(mail.slice(at, start), inUtf8(told, charset ?? common));
    at = body;
  }
  pieces.push(mail.slice(at));
  const problem = parts.find((part) => part.problem !== null)?.problem ?? null;
  return { bytes: Buffer.from(pieces.join(''), 'latin1'), problem };
}

/** Offsets of a part: its headers from `start`, with the blank line, and its content from `body` to `end`. */
interface Part {
  readonly start: number;
  readonly body: number;
  readonly end: number;
}

/** The parts of a mail, itself the first, as they follow each other: that of others ends where their first begins. */
function partsOf(mail: string): readonly Part[] {
  const boundaries = new Set<string>();
  const parts: Part[] = [];
  /** Where the headers and the content began that the line is in. */
  let start: number | null = 0;
  let body: number | null = null;
  const close = (end: number): void => {
    if (start !== null) parts.push({ start, body: body ?? end, end });
    body = null;
  };
  for (let at = 0, next = 0; at < mail.length; at = next) {
    next = mail.indexOf('\n', at) + 1 || mail.length;
    const line = mail.slice(at, next).trimEnd();
    const isFirst = line.startsWith('--') && boundaries.has(line);
    if (isFirst || (line.startsWith('--') && line.endsWith('--') && boundaries.has(line.slice(0, -2)))) {
      close(at);
      start = isFirst ? next : null;
    } else if (line === '' && start !== null && body === null) {
      body = next;
      const boundary = boundaryOf(fieldOf(mail.slice(start, body)));
      if (boundary !== null) boundaries.add(`--${boundary}`);
    }
  }
  close(mail.length);
  return parts;
}

const CONTENT_TYPE = /^content-type:[^\n]*(?:\n[ \t][^\n]*)*/im;
const BOUNDARY = /\bboundary\s*=\s*(?:"([^"]*)"|([^\s;"]+))/i;
const CHARSET = /;\s*charset\s*=\s*"?([\w:.+-]*)"?/i;
const ATTACHED = /^content-disposition:\s*attachment/im;
const TRANSFER = /^content-transfer-encoding:\s*([\w-]+)/im;

function fieldOf(header: string): string {
  return CONTENT_TYPE.exec(header)?.[0] ?? '';
}

function boundaryOf(field: string): string | null {
  const [, quoted, bare] = BOUNDARY.exec(field) ?? [];
  return quoted ?? bare ?? null;
}

interface Charset {
  readonly charset: string | null;
  /** Whether the part does not say so itself. */
  readonly isGuess: boolean;
  readonly problem: string | null;
}

const NONE: Charset = { charset: null, isGuess: false, problem: null };

/** The character set of a part; null where it is UTF-8, no text, or cannot be told. */
function charsetOf(mail: string, { start, body, end }: Part): Charset {
  const header = mail.slice(start, body);
  const field = fieldOf(header);
  const type = field.slice('content-type:'.length).trim().toLowerCase();
  const isPage = type.startsWith('text/html');
  // Attachments are decoded as files are.
  if ((!isPage && type !== '' && !type.startsWith('text/plain')) || ATTACHED.test(header)) return NONE;
  const stated = CHARSET.exec(field)?.[1]?.toLowerCase() ?? '';
  if (stated !== '' && !/^utf-?8$/.test(stated))
    return isKnown(stated) ? { charset: stated, isGuess: false, problem: null } : NONE;
  const bytes = contentOf(mail.slice(body, end), TRANSFER.exec(header)?.[1]?.toLowerCase() ?? '');
  if (isUtf8(bytes)) return NONE;
  const decoded = isPage ? decodePage(bytes) : decodeText(bytes);
  if (decoded.kind === 'text' && isKnown(decoded.encoding))
    return { charset: decoded.encoding, isGuess: true, problem: null };
  const reason = decoded.kind === 'unreadable' ? decoded.reason : `in ${decoded.encoding}, which is not read`;
  // A text of which single characters are damaged is read without them.
  return reason.startsWith('damaged') ? NONE : { ...NONE, problem: reason };
}

/** Whether the library can decode it; it would take windows-1252 in its place. */
function isKnown(charset: string): boolean {
  try {
    return new TextDecoder(charset).encoding !== '';
  } catch {
    return false;
  }
}

function contentOf(body: string, transfer: string): Uint8Array {
  if (transfer === 'base64') return Buffer.from(body, 'base64');
  if (transfer !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const joined = body.replace(/=\r?\n/g, '');
  const decoded = joined.replace(/=([\da-f]{2})/gi, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return Buffer.from(decoded, 'latin1');
}

/** The headers with the character set in them: of two fields of a name the first counts. */
function tell(header: string, charset: string): string {
  if (!CONTENT_TYPE.test(header)) return `Content-Type: text/plain; charset=${charset}\n${header}`;
  return header.replace(
    CONTENT_TYPE,
    (field) => `${field.replace(CHARSET, '').trimEnd()}; charset=${charset}`,
  );
}

/** Headers as the library reads them: a subject is written in the character set of the text below. */
function inUtf8(header: string, charset: string | null): string {
  const bytes = Buffer.from(header, 'latin1');
  if (charset === null || isUtf8(bytes)) return header;
  return Buffer.from(new TextDecoder(charset).decode(bytes), 'utf8').toString('latin1');
}
