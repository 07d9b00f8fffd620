/** Whole texts: the decoded text of a source that is one article, unless it is longer than any that is read. */

import { decodeText } from '../encoding.ts';
import { tooLong } from './limits.ts';
import { type ReadLimits, type Source, Unreadable } from './reader.ts';

/** The text of the source. Rejects with `Unreadable`; a text that is too long is looked at no further, whatever is in it. */
export async function wholeText(source: Source, { articleLength }: ReadLimits): Promise<string> {
  const decoded = decodeText(await source.bytes());
  if (decoded.kind === 'unreadable') throw new Unreadable(decoded.reason);
  if (decoded.text.length > articleLength) throw new Unreadable(tooLong(articleLength));
  return decoded.text;
}
