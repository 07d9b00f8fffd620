/** Entry of the process that brings an index up to date with others' help: reads files in threads of its own. */

import * as z from 'zod';
import { answerOf, type IndexAnswer, type IndexNews } from './indexAnswers.ts';
import { type SyncRequest, syncIndex } from './syncIndex.ts';

/** What the process is asked, once; `stop` breaks it off. */
export type ProcessRequest = ({ readonly kind: 'sync' } & SyncRequest) | { readonly kind: 'stop' };

const requestSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('sync'),
    path: z.string(),
    entries: z.array(z.string()),
    links: z.union([z.enum(['refuse', 'follow']), z.object({ within: z.array(z.string()) })]),
    threads: z.int().positive(),
    memory: z.int().positive().optional(),
  }),
  z.object({ kind: z.literal('stop') }),
]);

const stop = new AbortController();

process.on('message', (message: unknown) => {
  const request = requestSchema.parse(message);
  if (request.kind === 'stop') stop.abort();
  else void answerOf(sync(request)).then(tell);
});

// Nobody wants the index of a process that is gone, and the next one waits for its lock.
process.on('disconnect', () => process.exit());

function sync(request: SyncRequest): Promise<void> {
  return syncIndex(request, {
    signal: stop.signal,
    progress: (done, total) => tell({ kind: 'progress', done, total }),
    waits: () => tell({ kind: 'waits' }),
  });
}

function tell(message: IndexNews | IndexAnswer): void {
  process.send?.(message);
}
