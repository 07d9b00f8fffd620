/** Notes: what a check asked an index that answered with nothing. */

import type { Query } from '../index/corpusIndex.ts';
import type { PassageQuery } from '../index/quoteCorpus.ts';

export interface Notes {
  readonly queries: Query[];
  readonly passages: PassageQuery[];
  readonly names: (readonly string[])[];
  readonly offices: string[];
}

/** Empty notes. */
export function createNotes(): Notes {
  return { queries: [], passages: [], names: [], offices: [] };
}
