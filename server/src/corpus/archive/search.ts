/** Searches: what is asked of an archive in one request, and the answers as they are read. An incomplete one is none. */

import * as z from 'zod';
import { ArchiveError } from './archiveError.ts';
import { readAs } from './shape.ts';
import { failureOf } from './transport.ts';

/** The body of a search, as OpenSearch has it. */
export type Search = Readonly<Record<string, unknown>>;

export interface Hit {
  /** The fields of the document asked for; undefined where none were. */
  readonly source: unknown;
  /** The columns asked for, by their names: lists of values. */
  readonly columns: unknown;
}

export interface SearchAnswer {
  readonly hits: readonly Hit[];
  /** How many there are in all, where that was asked for. */
  readonly total: number;
  /** The parts of the archive that answered. */
  readonly shards: number;
  /** Single values by the names of the aggregations that were asked for. */
  readonly values: ReadonlyMap<string, number>;
}

const answerSchema = z.object({
  timed_out: z.boolean(),
  _shards: z.object({ total: z.number(), failed: z.number() }),
  hits: z.object({
    total: z.object({ value: z.number() }).optional(),
    hits: z.array(z.object({ _source: z.unknown().optional(), fields: z.unknown().optional() })),
  }),
  aggregations: z.record(z.string(), z.object({ value: z.number() })).optional(),
});

const failedSchema = z.object({
  status: z.number().default(500),
  error: z.object({
    type: z.string(),
    reason: z.string().nullish(),
    root_cause: z.array(z.object({ type: z.string(), reason: z.string().nullish() })).default([]),
  }),
});

const answersSchema = z.object({ responses: z.array(z.union([failedSchema, answerSchema])) });

/**
 * The answers to the searches of one request, in their order. Throws `ArchiveError` unless every shard answered every
 * search in time: what a silent shard holds might bear a claim out.
 */
export function readAnswers(body: unknown, count: number): readonly SearchAnswer[] {
  const { responses } = readAs(answersSchema, body);
  if (responses.length !== count) throw new ArchiveError('unreachable', 'it answers less than was asked');
  return responses.map((response) => {
    if ('error' in response) throw failureIn(response);
    return readAnswer(response);
  });
}

function failureIn({ status, error }: z.infer<typeof failedSchema>): ArchiveError {
  const cause = error.root_cause[0] ?? error;
  return failureOf(status, cause.type, cause.reason ?? error.reason ?? error.type);
}

function readAnswer({ timed_out, _shards, hits, aggregations }: z.infer<typeof answerSchema>): SearchAnswer {
  if (_shards.failed > 0)
    throw new ArchiveError('unreachable', `${_shards.failed} of its ${_shards.total} shards did not answer`);
  if (timed_out) throw new ArchiveError('unreachable', 'it did not answer in time');
  return {
    hits: hits.hits.map(({ _source, fields }) => ({ source: _source, columns: fields ?? {} })),
    total: hits.total?.value ?? hits.hits.length,
    shards: _shards.total,
    values: new Map(Object.entries(aggregations ?? {}).map(([name, { value }]) => [name, value])),
  };
}

/**
 * By which counts terms weigh: those of the `shard` that has them, which are those of the archive where it is the only
 * one, or those of the `archive`, which takes a round through all shards more.
 */
export type Weighing = 'shard' | 'archive';

/** The lines of a request of several searches. */
export function searchLines(searches: readonly Search[], weighing: Weighing): string[] {
  const ranking = weighing === 'shard' ? COMPLETE : BY_ARCHIVE;
  return searches.flatMap((search) => [search.size === 0 ? COMPLETE : ranking, JSON.stringify(search)]);
}

/** Better no answer than one without some of the shards. */
const COMPLETE = JSON.stringify({ allow_partial_search_results: false });
/** Equal sentences of two shards are equal. */
const BY_ARCHIVE = JSON.stringify({
  allow_partial_search_results: false,
  search_type: 'dfs_query_then_fetch',
});

/** How many documents have a token in a field. Answered from the dictionary of terms, and kept by the server until a load. */
export function countSearch(field: string, token: string): Search {
  return { size: 0, track_total_hits: true, query: { term: { [field]: token } } };
}

const foundSchema = z.object({
  docs: z.array(
    z.object({
      _id: z.string(),
      found: z.boolean().optional(),
      _source: z.unknown().optional(),
      error: z.object({ type: z.string(), reason: z.string().nullish() }).optional(),
    }),
  ),
});

/** The documents that were found, by their ids. Throws `ArchiveError` when one could not be looked for. */
export function readDocuments(body: unknown): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  for (const { _id, found: isFound, _source, error } of readAs(foundSchema, body).docs) {
    if (error !== undefined) throw failureOf(500, error.type, error.reason ?? error.type);
    if (isFound === true) found.set(_id, _source);
  }
  return found;
}
