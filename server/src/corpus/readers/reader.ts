/** Readers: what turns the bytes of one file format into text and prose. Each format is one file in this folder. */

import type { Stretch } from '../../text/sentences.ts';
import type { Origin } from '../article.ts';
import type { StatedMetadata } from '../stated.ts';

/**
 * Bytes to read: a file on disk, or one member of an archive or a mail. A reader asks once, either for all bytes or for
 * the stream. Both reject with `Unreadable` when the bytes cannot be had or are more than is read.
 */
export interface Source {
  /** File name with its extension, without folders. */
  readonly name: string;
  /** Absolute path where the source is a file on disk; null for a member, which exists only in its container. */
  readonly path: string | null;
  /** All bytes. Those of a file that changes meanwhile are read again. */
  bytes(): Promise<Uint8Array>;
  /** The bytes in pieces, never more than were there at the start. */
  stream(): AsyncIterable<Uint8Array>;
}

/** What a reader found in a source. */
export type Reading =
  | Text
  /** A file within the source, which is read by the reader for its name. `name` is its path within, with `/`. */
  | { readonly kind: 'member'; readonly name: string; readonly source: Source }
  /** `member` names what could not be read, null for the whole source; `reason` completes “skipped: …”. */
  | { readonly kind: 'unreadable'; readonly member: string | null; readonly reason: string };

/** One text and what its file says of it. */
export interface Text {
  readonly kind: 'read';
  /** The whole text. Offsets are those of it. */
  readonly text: string;
  readonly prose: readonly Stretch[];
  /** What the file says of itself. */
  readonly stated: StatedMetadata;
  /** Where the text stood; null where it is the decoded source, unchanged. */
  readonly origin: Omit<Origin, 'member'> | null;
}

export interface Reader {
  /** File name extensions in lower case, without the full stop. */
  readonly extensions: readonly string[];
  /** The format, as `Origin` names it; null for containers, which have no text of their own. */
  readonly format: Origin['format'] | null;
  /**
   * Reads a source, one reading after the other as they are asked for, so that memory does not grow with the file.
   * Rejects with `Unreadable` because of what the bytes hold, with the signal's reason when aborted, and never
   * otherwise. Readings before a rejection stand.
   */
  read(source: Source, context: ReadContext): AsyncIterable<Reading>;
}

export interface ReadContext {
  readonly signal: AbortSignal;
  readonly limits: ReadLimits;
}

/** How much is read before a source is taken for hostile or for no article. Reasons stand with `READ_LIMITS`. */
export interface ReadLimits {
  /** Bytes of a file or member that is read as a whole. */
  readonly wholeBytes: number;
  /** Bytes of a file that is read record by record. */
  readonly streamBytes: number;
  /** Bytes of one record: a line of JSON, a row of a table. */
  readonly recordBytes: number;
  /** Objects, lists and members of them in a JSON file that is read as a whole; its lines, where it is read by them. */
  readonly jsonValues: number;
  /** UTF-16 units of the text of one article. */
  readonly articleLength: number;
  /** Members of one archive. */
  readonly members: number;
  /** Unpacked bytes of one archive. */
  readonly unpackedBytes: number;
  /** Milliseconds for parsing one page, document or PDF, in a thread that can be ended. */
  readonly parseTime: number;
  /** Bytes of memory for the same. */
  readonly parseMemory: number;
}

/**
 * Whether the same bytes, read again, may be read. `never`: the cause lies in them. `once`: a parser ran out of time or
 * memory, or failed; that may have been the doing of the machine, which was busy or asleep, and a second reading tells.
 * `when-allowed`: somebody denies them, which lasts until he thinks otherwise. `always`: the disk, the network or another
 * program kept the bytes back, which passes. From what is least to what is most worth another reading.
 */
export const RETRIES = ['never', 'once', 'when-allowed', 'always'] as const;
export type Retry = (typeof RETRIES)[number];

/** What a file comes to of whose parts one asks for this and one for that. */
export function likelier(one: Retry, other: Retry): Retry {
  return RETRIES.indexOf(one) < RETRIES.indexOf(other) ? other : one;
}

/** A source that cannot be read; the message is the reason, which completes “skipped: …”. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly retry: Retry;

  constructor(reason: string, retry: Retry = 'never') {
    super(reason);
    this.retry = retry;
  }
}
