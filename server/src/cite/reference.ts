/** References: entries of a bibliography, and when one is the same work as an article. */

import { oneLine, type Source } from './source.ts';

/** What an entry says, in plain text. */
export interface Reference {
  readonly key: string;
  readonly title: string | null;
  /** The newspaper, site, journal or publisher. */
  readonly outlet: string | null;
  /** `2021`, `2021-03` or `2021-03-09`. */
  readonly published: string | null;
  readonly url: string | null;
}

/** Whether the addresses agree, or title, date and outlet do. A reference may give less of the date than the article. */
export function isSameWork(reference: Reference, source: Source): boolean {
  if (reference.url !== null && source.url !== null && addressKey(reference.url) === addressKey(source.url)) {
    return true;
  }
  return (
    reference.title !== null &&
    wordKey(reference.title) === wordKey(source.title) &&
    (source.published ?? '').startsWith(reference.published ?? '') &&
    (reference.published === null) === (source.published === null) &&
    wordKey(reference.outlet ?? '') === wordKey(source.outlet ?? '')
  );
}

/** Addresses with the same key lead to the same page: scheme, `www.`, fragment and what may end a sentence do not tell them apart. */
export function addressKey(url: string): string {
  const [page = ''] = url.trim().split('#');
  return page
    .replace(/^https?:\/\/(?:www\.)?/iu, '')
    .replace(/[/?.,;:!]{1,6}$/u, '')
    .replace(/%(?:2[789A]|5[BD]|7E)/giu, (written) => decodeURIComponent(written))
    .replace(/^[^/?]*/u, (host) => host.toLowerCase());
}

/**
 * Words without case, marks and markup, for comparing titles and names as they are written by different hands. What has
 * no letter and no digit is its own key.
 */
export function wordKey(words: string): string {
  const plain = words.normalize('NFKC').toLowerCase();
  const key = oneLine(plain.replace(/[^\p{L}\p{N}]+/gu, ' '));
  return key === '' ? oneLine(plain) : key;
}
