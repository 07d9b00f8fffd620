/** Entry keys: by which words and addresses an article is found that a draft cites. */

import type { ArticleEntry } from '../corpus/index/corpusIndex.ts';
import { UNDATED } from './longDate.ts';
import { addressKey, wordKey } from './reference.ts';

/** What a key is made of: an address, a title, the id or its last part, an outlet with a day. */
export type KeyKind = 'address' | 'title' | 'file' | 'outlet';

/** A key as an index that finds by keys has it: `title:floods in mill valley`. */
export type EntryKey = `${KeyKind}:${string}`;

/** The keys of one kind that an article has; none is empty. */
export function keysOfKind(kind: KeyKind, entry: Omit<ArticleEntry, 'path'>): readonly string[] {
  return allOf(kind, entry).filter((key) => key !== '');
}

function allOf(
  kind: KeyKind,
  { url, title, id, outlet, published }: Omit<ArticleEntry, 'path'>,
): readonly string[] {
  switch (kind) {
    case 'address':
      return url === null ? [] : [addressKey(url)];
    case 'title':
      return [wordKey(title)];
    case 'file':
      return [...new Set([id, id.slice(id.lastIndexOf('/') + 1)])];
    case 'outlet':
      return [outletKey(outlet ?? title, published)];
  }
}

/** All keys that an article has. */
export function entryKeys(entry: Omit<ArticleEntry, 'path'>): readonly EntryKey[] {
  return KINDS.flatMap((kind) => keysOfKind(kind, entry).map((key): EntryKey => `${kind}:${key}`));
}

const KINDS: readonly KeyKind[] = ['address', 'title', 'file', 'outlet'];

/** `gulf wire 2020-01-01`. The year alone says too little. */
export function outletKey(name: string, published: string | null): string {
  return `${wordKey(name)} ${published ?? UNDATED}`;
}
