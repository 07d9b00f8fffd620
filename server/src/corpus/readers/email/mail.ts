/** Mails as their thread hands them over: the text, the page of a saved one, and the files that are attached. */

import type { Text } from '../reader.ts';

export interface Mail {
  readonly kind: 'mail';
  /** What the sender wrote; null where there is nothing to read. */
  readonly text: Text | null;
  /** The markup, of which a saved page consists; null where there is none. */
  readonly html: string | null;
  /** The address that a browser saved the page from, as written; empty where none is. */
  readonly savedFrom: string;
  readonly attachments: readonly Attachment[];
}

export interface Attachment {
  /** A file name without folders. */
  readonly name: string;
  readonly content: Uint8Array;
}
