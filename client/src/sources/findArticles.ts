/** Fuzzy search over the titles, outlets and dates of articles. */

import Fuse from 'fuse.js';
import type { ArticleItem } from '../../../server/src/lsp/protocol.ts';

/** More entries than these nobody reads; another letter brings others. */
const MOST_FOUND = 100;

/**
 * How much of a word may differ (0: nothing, 1: all of it): one letter in three finds `Bagdhad` and `Concrod`, and at one
 * in two every short word finds every title.
 */
const THRESHOLD = 0.34;

/** Finds articles by words in any order; each word stands in the title, the outlet or the date. No words find all. */
export function articleSearch(articles: readonly ArticleItem[]): (words: string) => readonly ArticleItem[] {
  const fuse = new Fuse(articles, {
    keys: [
      { name: 'title', weight: 3 },
      { name: 'outlet', weight: 2 },
      { name: 'published', weight: 1 },
    ],
    threshold: THRESHOLD,
    ignoreLocation: true,
    ignoreDiacritics: true,
  });
  return (words) => {
    const asked = words.split(/\s+/u).filter((word) => word !== '');
    if (asked.length === 0) return articles;
    const anywhere = asked.map((word) => ({ $or: [{ title: word }, { outlet: word }, { published: word }] }));
    return fuse.search({ $and: anywhere }, { limit: MOST_FOUND }).map(({ item }) => item);
  };
}
