/** Entry of a thread of an index: reads batches of files into it, or brings all of it up to date with others' help. */

import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import type { SourceFile } from '../files.ts';
import { asUnusable, openDatabase, UnusableIndex, writeMuch } from './database.ts';
import { IndexWriter } from './indexWriter.ts';
import { FAN_OF_MANY } from './mergeSegments.ts';
import { readBatch } from './readBatch.ts';
import { type SyncRequest, syncIndex } from './syncIndex.ts';

/** What the thread is asked. `stop` breaks off what it is doing. */
export type ThreadRequest =
  | { readonly kind: 'read'; readonly files: readonly SourceFile[] }
  | ({ readonly kind: 'sync' } & Omit<SyncRequest, 'path'>)
  | { readonly kind: 'stop' };

/** What it tells meanwhile. */
export type ThreadNews =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'waits' };

/** What it answers, once for each question but `stop`. */
export type ThreadAnswer =
  | { readonly kind: 'done' }
  /** `state` is that of an `UnusableIndex`, null for any other error. */
  | { readonly kind: 'failed'; readonly state: UnusableIndex['state'] | null; readonly message: string };

const fileSchema = z.object({ path: z.string(), id: z.string(), size: z.number(), mtime: z.number() });

const requestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read'), files: z.array(fileSchema) }),
  z.object({
    kind: z.literal('sync'),
    entries: z.array(z.string()),
    links: z.enum(['refuse', 'follow']),
    threads: z.int().positive(),
  }),
  z.object({ kind: z.literal('stop') }),
]);

const path = z.string().parse(workerData);
const stop = new AbortController();

/** Opened by the first question, so that a failure is its answer. */
let writer: IndexWriter | null = null;

parentPort?.on('message', (message: unknown) => {
  const request = requestSchema.parse(message);
  if (request.kind === 'stop') return stop.abort();
  serve(request)
    .then((): ThreadAnswer => ({ kind: 'done' }), failureOf)
    .then(tell);
});

async function serve(request: Exclude<ThreadRequest, { kind: 'stop' }>): Promise<void> {
  switch (request.kind) {
    case 'read':
      writer ??= openWriter();
      return readBatch(writer, request.files, stop.signal);
    case 'sync':
      return syncIndex(
        { ...request, path },
        {
          signal: stop.signal,
          progress: (done, total) => tell({ kind: 'progress', done, total }),
          waits: () => tell({ kind: 'waits' }),
        },
      );
  }
}

function openWriter(): IndexWriter {
  const database = openDatabase(path, 'existing');
  writeMuch(database);
  return new IndexWriter(database, FAN_OF_MANY);
}

function tell(message: ThreadNews | ThreadAnswer): void {
  parentPort?.postMessage(message);
}

function failureOf(error: unknown): ThreadAnswer {
  const problem = asUnusable(error);
  const state = problem instanceof UnusableIndex ? problem.state : null;
  return { kind: 'failed', state, message: problem instanceof Error ? problem.message : String(problem) };
}
