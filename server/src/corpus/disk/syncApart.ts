/** Synchronising apart: has another thread bring an index up to date, so that this one can answer meanwhile. */

import { ask, startThread } from './indexThreads.ts';
import type { SyncListener, SyncRequest } from './syncIndex.ts';

/** As `syncIndex`. A sync that is aborted stops between two batches; this rejects at once all the same. */
export async function syncApart({ path, ...request }: SyncRequest, listener: SyncListener): Promise<void> {
  const { signal } = listener;
  signal.throwIfAborted();
  const worker = startThread(path);
  const aborted = new Promise<never>((_, reject) => {
    const abort = (): void => {
      worker.postMessage({ kind: 'stop' });
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
  });
  // An abort after the end is nobody's any more.
  aborted.catch(() => {});
  const work = ask(worker, { kind: 'sync', ...request }, (news) => {
    if (news.kind === 'waits') listener.waits();
    else listener.progress(news.done, news.total);
  });
  const over = work.finally(() => worker.terminate());
  over.catch(() => {});
  await Promise.race([over, aborted]);
}
