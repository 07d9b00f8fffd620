/** Readers: what turns the bytes of one file format into text and prose. Each format is one file in this folder. */

import type { Stretch } from '../../text/sentences.ts';
import type { StatedMetadata } from '../metadata.ts';

/** What a reader makes of a file. */
export type Reading =
  | {
      readonly kind: 'read';
      /** The whole text. Offsets are those of it. */
      readonly text: string;
      readonly prose: readonly Stretch[];
      /** What the file says of itself. */
      readonly stated: StatedMetadata;
    }
  /** `reason` completes the sentence “skipped: …” for the user. */
  | { readonly kind: 'unreadable'; readonly reason: string };

export interface Reader {
  /** File name extensions in lower case, without the full stop. */
  readonly extensions: readonly string[];
  /** Reads the bytes of a file. Never rejects because of what they hold. */
  read(bytes: Uint8Array): Promise<Reading>;
}
