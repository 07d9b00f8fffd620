/** The state of an archive: what its loader says of it, and how much it holds. */

import * as z from 'zod';
import type { SkippedFile } from '../article.ts';
import type { Hit, Search, SearchAnswer } from './search.ts';
import { readAs } from './shape.ts';

/** What the last loader wrote. */
export interface WrittenState {
  /** Grows whenever what a loader sent is made visible. */
  readonly revision: number;
  /** Loads that go on, or were broken off, without which the archive is not complete. */
  readonly unfinished: readonly UnfinishedLoad[];
  /** What that load could not read, the first `MOST_SKIPPED`. */
  readonly skipped: readonly SkippedFile[];
}

/** A load, by the name that it has each time it is made, and how many of its files were not looked into yet. */
export interface UnfinishedLoad {
  readonly load: string;
  readonly files: number;
}

/** The state with what is counted. */
export interface LiveState extends WrittenState {
  /** Files of unfinished loads. */
  readonly pending: number;
  readonly articles: number;
  readonly sentences: number;
  readonly words: number;
  readonly shards: number;
}

/** The name of the document that holds the state. */
export const STATE_ID = 'state';

/** Files that the state tells of; the loader tells of all of them where it runs. */
export const MOST_SKIPPED = 1_000;

export const NEW_STATE: WrittenState = { revision: 0, unfinished: [], skipped: [] };

/** Before the first look: nothing is known, and nothing is refuted. */
export const EMPTY_STATE: LiveState = {
  ...NEW_STATE,
  revision: -1,
  pending: 1,
  articles: 0,
  sentences: 0,
  words: 0,
  shards: 0,
};

/** The searches that tell the state; `readState` reads their answers. */
export const STATE_SEARCHES: readonly Search[] = [
  { size: 1, track_total_hits: false, query: { ids: { values: [STATE_ID] } }, _source: ['state'] },
  {
    size: 0,
    track_total_hits: true,
    query: { term: { kind: 'article' } },
    aggs: { words: { sum: { field: 'wordCount' } } },
  },
  { size: 0, track_total_hits: true, query: { term: { kind: 'sentence' } } },
];

export function readState(answers: readonly SearchAnswer[]): LiveState {
  const [written, articles, sentences] = answers;
  const state = writtenState(written?.hits[0]);
  return {
    ...state,
    pending: state.unfinished.reduce((sum, { files }) => sum + files, 0),
    articles: articles?.total ?? 0,
    sentences: sentences?.total ?? 0,
    words: articles?.values.get('words') ?? 0,
    shards: sentences?.shards ?? 0,
  };
}

const stateSchema = z.object({
  state: z.object({
    revision: z.number(),
    unfinished: z.array(z.object({ load: z.string(), files: z.number() })),
    skipped: z.array(z.object({ path: z.string(), member: z.string().optional(), reason: z.string() })),
  }),
});

/** The state in its document; that of an archive without any where there is none. Throws `ArchiveError` on another shape. */
export function writtenState(hit: Pick<Hit, 'source'> | undefined): WrittenState {
  if (hit === undefined) return NEW_STATE;
  const { revision, unfinished, skipped } = readAs(stateSchema, hit.source).state;
  return {
    revision,
    unfinished,
    skipped: skipped.map(({ path, member, reason }) => ({
      path,
      ...(member !== undefined && { member }),
      reason,
    })),
  };
}
