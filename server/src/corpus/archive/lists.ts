/** Lists: searches for what a list shows of the articles of an archive. */

import type { EntryQuery } from '../index/corpusIndex.ts';
import { ENTRY_FIELDS } from './documents.ts';
import { LONGEST_LIST } from './mapping.ts';
import type { Search } from './search.ts';

/** Articles of one file that are told. */
const MOST_IN_FILE = 10_000;

/** The search for a page of the list; null for one beyond the newest articles that a list can tell. */
export function entrySearch({ containing, offset, limit }: EntryQuery): Search | null {
  const size = Math.min(limit, LONGEST_LIST - offset);
  if (size <= 0) return null;
  const holding =
    containing === ''
      ? []
      : [{ wildcard: { listed: { value: `*${literally(containing.toLowerCase())}*` } } }];
  return {
    from: offset,
    size,
    track_total_hits: false,
    query: { bool: { filter: [{ term: { kind: 'article' } }, ...holding] } },
    sort: IN_LIST_ORDER,
    _source: ENTRY_FIELDS,
  };
}

/** As `inListOrder` has it. */
export const IN_LIST_ORDER = [
  { published: { order: 'desc', missing: '_last' } },
  { titleOrder: 'asc' },
  { id: 'asc' },
] as const;

/** The search for the articles of a file. */
export function fileSearch(path: string): Search {
  return {
    size: MOST_IN_FILE,
    track_total_hits: false,
    query: { bool: { filter: [{ term: { path } }] } },
    sort: [{ id: 'asc' }],
    _source: ENTRY_FIELDS,
  };
}

/** A text in which no character means another one. */
function literally(text: string): string {
  return text.replace(/[\\*?]/g, '\\$&');
}
