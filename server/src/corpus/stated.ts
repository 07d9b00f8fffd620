/** Stated metadata: what a file says of itself, in the few forms that every format shares. */

import * as z from 'zod';
import type { ArticleMetadata } from './article.ts';

/** What a file says of itself; what it leaves out is null. */
export type StatedMetadata = { readonly [field in keyof ArticleMetadata]: string | null };

export const NOTHING_STATED: StatedMetadata = {
  title: null,
  outlet: null,
  author: null,
  published: null,
  url: null,
};

const addressSchema = z.url({ protocol: /^https?$/ });

/** An address as a file states it, or null for one that must not be shown as a link. */
export function statedAddress(written: string): string | null {
  const parsed = addressSchema.safeParse(written.trim());
  return parsed.success ? parsed.data : null;
}

/** A text without line breaks and with single blanks, for titles and names. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
