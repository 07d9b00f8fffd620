/** Packed articles: what a sentence carries of its article, so that finding one brings the other. */

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { ArchiveError } from './archiveError.ts';

/**
 * Characters of a packed article that each of its sentences carries: some 2,500 words. The sentences of a longer one would
 * take room with the square of its length; it is fetched when it is found.
 */
const LONGEST_PACKED = 10_000;

/** Bytes that one may have when it is unpacked: a hundred times as many as one that we packed. */
const LARGEST_UNPACKED = 4_000_000;

/** An article's `entry` and `body` in few characters; null where these are too many. */
export function pack(article: Readonly<Record<string, unknown>>): string | null {
  const packed = deflateRawSync(JSON.stringify(article)).toString('base64');
  return packed.length <= LONGEST_PACKED ? packed : null;
}

/** What `pack` packed. Throws `ArchiveError` where it did not. */
export function unpack(packed: string): unknown {
  try {
    const bytes = inflateRawSync(Buffer.from(packed, 'base64'), { maxOutputLength: LARGEST_UNPACKED });
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new ArchiveError('unreachable', 'it answers in a way that is not understood', { cause: error });
  }
}
