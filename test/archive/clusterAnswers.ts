/** Answers of a cluster about its indexes and nodes, parsed. Each throws on an answer of another shape. */

import * as z from 'zod';

const sizeSchema = z.object({
  _all: z.object({ total: z.object({ store: z.object({ size_in_bytes: z.number() }) }) }),
});

/** Bytes on disk by `_stats/store`. */
export function readSize(body: unknown): number {
  return sizeSchema.parse(body)._all.total.store.size_in_bytes;
}

const sentSchema = z.object({
  indices: z.record(
    z.string(),
    z.object({ primaries: z.object({ indexing: z.object({ index_total: z.number() }) }) }),
  ),
});

/** Documents written to an index by the `_stats/indexing` of all; 0 where there is no such index. */
export function readSent(body: unknown, index: string): number {
  return sentSchema.parse(body).indices[index]?.primaries.indexing.index_total ?? 0;
}

const countSchema = z.object({ count: z.number() });

/** Documents by `_count`. */
export function readCount(body: unknown): number {
  return countSchema.parse(body).count;
}

const versionsSchema = z.object({
  hits: z.object({ hits: z.array(z.object({ _id: z.string(), _version: z.number() })) }),
});

/** The names of the documents that a search with versions found to be written more than once. */
export function readRewritten(body: unknown): readonly string[] {
  return versionsSchema
    .parse(body)
    .hits.hits.filter(({ _version }) => _version > 1)
    .map(({ _id }) => _id);
}

const cpuSchema = z.object({
  nodes: z.record(
    z.string(),
    z.object({ process: z.object({ cpu: z.object({ total_in_millis: z.number() }) }) }),
  ),
});

/** Milliseconds that processors have worked for all nodes, by `_nodes/stats/process`. */
export function readCpu(body: unknown): number {
  const nodes = Object.values(cpuSchema.parse(body).nodes);
  return nodes.reduce((sum, { process }) => sum + process.cpu.total_in_millis, 0);
}
