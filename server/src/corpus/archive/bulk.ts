/** Bulk requests: many documents written at once, and what became of each. */

import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { ArchiveError } from './archiveError.ts';
import { readAs } from './shape.ts';
import type { ArchiveTransport } from './transport.ts';

/** One document to write or to remove. */
export interface Operation {
  readonly id: string;
  /** Documents of equal routing lie in one shard. */
  readonly routing: string;
  /** Null removes it; one that is not there is no error. */
  readonly document: Readonly<Record<string, unknown>> | null;
}

/** What was not taken, for good. */
export interface Rejected {
  readonly operation: Operation;
  readonly reason: string;
}

/** UTF-16 units of one request: some hundred articles. Servers take up to 100 MB and like a tenth of it. */
const LARGEST = 6_000_000;
/** Milliseconds that a busy server may take for one request. */
const PATIENCE = 120_000;
/** Times that documents are sent again which a busy server put off, and milliseconds before the first; then doubled. */
const MOST_TRIES = 6;
const FIRST_WAIT = 500;

/**
 * Writes the operations, as few requests as their size allows, one after the other. Answers with those that were
 * rejected. Rejects with `ArchiveError` when the server does not answer or stays busy, and when aborted.
 */
export async function writeAll(
  transport: ArchiveTransport,
  index: string,
  operations: readonly Operation[],
  signal: AbortSignal,
): Promise<readonly Rejected[]> {
  const rejected: Rejected[] = [];
  for (const part of partsOf(operations)) rejected.push(...(await writePart(transport, index, part, signal)));
  return rejected;
}

interface Written {
  readonly operation: Operation;
  readonly lines: readonly string[];
}

function* partsOf(operations: readonly Operation[]): Generator<readonly Written[]> {
  let part: Written[] = [];
  let size = 0;
  for (const operation of operations) {
    const lines = linesOf(operation);
    part.push({ operation, lines });
    size += lines.reduce((sum, line) => sum + line.length, 0);
    if (size < LARGEST) continue;
    yield part;
    part = [];
    size = 0;
  }
  if (part.length > 0) yield part;
}

function linesOf({ id, routing, document }: Operation): readonly string[] {
  const target = { _id: id, routing };
  if (document === null) return [JSON.stringify({ delete: target })];
  return [JSON.stringify({ index: target }), JSON.stringify(document)];
}

const itemSchema = z.object({
  status: z.number(),
  error: z.object({ type: z.string(), reason: z.string().nullish() }).optional(),
});

const bulkSchema = z.object({ errors: z.boolean(), items: z.array(z.record(z.string(), itemSchema)) });

async function writePart(
  transport: ArchiveTransport,
  index: string,
  part: readonly Written[],
  signal: AbortSignal,
): Promise<readonly Rejected[]> {
  const rejected: Rejected[] = [];
  let left = part;
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (attempt > 0) await wait(FIRST_WAIT * 2 ** (attempt - 1), undefined, { signal });
    const answer = await transport.send(
      {
        method: 'POST',
        path: `/${index}/_bulk`,
        query: { filter_path: 'errors,items.*.status,items.*.error.type,items.*.error.reason' },
        lines: left.flatMap(({ lines }) => lines),
        timeout: PATIENCE,
      },
      signal,
    );
    const { errors, items } = readAs(bulkSchema, answer);
    if (items.length !== left.length) throw new ArchiveError('unreachable', 'it answers less than was sent');
    if (!errors) break;
    const results = items.map((item) => Object.values(item)[0]);
    const isPutOff = (at: number): boolean => isBusy(results[at]?.status ?? 0);
    for (const [at, { operation }] of left.entries()) {
      const error = results[at]?.error;
      if (error !== undefined && !isPutOff(at))
        rejected.push({ operation, reason: error.reason ?? error.type });
    }
    left = left.filter((_, at) => isPutOff(at));
    if (left.length > 0 && attempt + 1 >= MOST_TRIES)
      throw new ArchiveError('unreachable', 'it is too busy to take more articles');
  }
  return rejected;
}

function isBusy(status: number): boolean {
  return status === 429 || status >= 500;
}
