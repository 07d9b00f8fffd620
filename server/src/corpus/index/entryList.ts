/** The list of articles: its order, and which articles a search of it shows. */

import type { ArticleEntry } from './corpusIndex.ts';

/** Compares entries for `sort`: newest first, those without a date last; then by title and id, by code unit. */
export function inListOrder(a: ArticleEntry, b: ArticleEntry): number {
  return (
    -byCodeUnit(a.published ?? '', b.published ?? '') ||
    byCodeUnit(a.title, b.title) ||
    byCodeUnit(a.id, b.id)
  );
}

/** Whether title, outlet or id of an entry holds `part`, letter case aside. */
export function isContaining({ title, outlet, id }: ArticleEntry, part: string): boolean {
  const sought = part.toLowerCase();
  return [title, outlet ?? '', id].some((text) => text.toLowerCase().includes(sought));
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
