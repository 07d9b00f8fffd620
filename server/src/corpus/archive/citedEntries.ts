/** Cited entries: the articles of an archive that have some of the keys by which a draft may cite them. */

import { entryKeys } from '../../cite/entryKeys.ts';
import type { ArticleEntry } from '../index/corpusIndex.ts';
import { inListOrder } from '../index/entryList.ts';
import { ENTRY_FIELDS, entryFrom } from './documents.ts';
import { IN_LIST_ORDER } from './lists.ts';
import type { ArchiveRequests } from './requests.ts';
import type { Search } from './search.ts';
import { tokenOf } from './tokens.ts';

/** Keys of one search, and the most articles that are told of them, the newest: a title like “News” may be that of many. */
const KEYS_OF_SEARCH = 1_000;
const MOST_OF_SEARCH = 1_000;
/** Articles of one outlet on one day that are told; of more than 50 none is meant in particular. */
const MOST_OF_DAY = 64;
/** Keys whose articles are remembered: those of some long drafts. */
const MOST_KEPT = 50_000;

/** Looks entries up by their keys, each key once a revision. */
export class CitedEntries {
  readonly #requests: Pick<ArchiveRequests, 'search'>;
  #kept = new Map<string, readonly ArticleEntry[]>();

  constructor(requests: Pick<ArchiveRequests, 'search'>) {
    this.#requests = requests;
  }

  clear(): void {
    // Who is looking up goes on with the map that he began with.
    this.#kept = new Map();
  }

  /** The articles that have any of the keys, in the order of the list: one request at most. Rejects with `ArchiveError`. */
  async load(keys: readonly string[]): Promise<readonly ArticleEntry[]> {
    if (this.#kept.size > MOST_KEPT) this.clear();
    const kept = this.#kept;
    const unknown = [...new Set(keys)].filter((key) => !kept.has(key));
    if (unknown.length > 0) {
      const found = await this.#find(unknown);
      for (const key of unknown) kept.set(key, found.get(key) ?? []);
    }
    const entries = new Map(keys.flatMap((key) => kept.get(key) ?? []).map((entry) => [entry.id, entry]));
    return [...entries.values()].sort(inListOrder);
  }

  async #find(keys: readonly string[]): Promise<ReadonlyMap<string, readonly ArticleEntry[]>> {
    const answers = await this.#requests.search(citedSearches(keys), 'shard');
    const entries = answers.flatMap(({ hits }) => hits.map(({ source }) => entryFrom(source)));
    const found = new Map<string, Map<string, ArticleEntry>>();
    for (const entry of entries) {
      for (const key of entryKeys(entry)) {
        const own = found.get(key) ?? new Map<string, ArticleEntry>();
        own.set(entry.id, entry);
        found.set(key, own);
      }
    }
    return new Map([...found].map(([key, own]) => [key, [...own.values()]]));
  }
}

/** The searches for the articles that have any of the keys: one for each day of an outlet, one for many others. */
export function citedSearches(keys: readonly string[]): readonly Search[] {
  const days = keys.filter((key) => key.startsWith('outlet:'));
  const others = keys.filter((key) => !key.startsWith('outlet:'));
  const parts = Array.from({ length: Math.ceil(others.length / KEYS_OF_SEARCH) }, (_, part) =>
    others.slice(part * KEYS_OF_SEARCH, (part + 1) * KEYS_OF_SEARCH),
  );
  return [
    ...parts.map((part) => citedSearch(part, MOST_OF_SEARCH)),
    ...days.map((day) => citedSearch([day], MOST_OF_DAY)),
  ];
}

function citedSearch(keys: readonly string[], size: number): Search {
  return {
    size,
    track_total_hits: false,
    query: { bool: { filter: [{ terms: { cited: keys.map(tokenOf) } }] } },
    sort: IN_LIST_ORDER,
    _source: ENTRY_FIELDS,
  };
}
