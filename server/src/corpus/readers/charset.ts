/** Character sets of pages: what the page declares counts where its bytes are not UTF-8. */

import iconv from 'iconv-lite';
import { type DecodedText, decodeText } from '../encoding.ts';

/** `<meta charset>` and its older form stand in the first 1,024 bytes, by the HTML standard; some pages need more. */
const HEAD = 4096;

const DECLARED = /<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?([\w:-]{2,40})/i;

/** The text of a page. Never throws. */
export function decodePage(bytes: Uint8Array): DecodedText {
  const decoded = decodeText(bytes);
  if (decoded.kind === 'text' && decoded.encoding.startsWith('utf-')) return decoded;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(HEAD, bytes.byteLength)).toString(
    'latin1',
  );
  const declared = DECLARED.exec(head)?.[1]?.toLowerCase();
  if (declared === undefined || declared.startsWith('utf') || !iconv.encodingExists(declared)) return decoded;
  // As browsers do: what calls itself Latin-1 is windows-1252, which has the curly quotes.
  const encoding = declared === 'iso-8859-1' ? 'windows-1252' : declared;
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
  return { kind: 'text', text, encoding };
}
