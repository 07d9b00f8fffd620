/** Synchronising apart: has another process bring an index up to date, so that this one can answer meanwhile. */

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask } from './indexAnswers.ts';
import { THREAD_MEMORY, YOUNG_MEMORY } from './indexThreads.ts';
import type { SyncListener, SyncRequest } from './syncIndex.ts';
import type { ProcessRequest } from './syncProcess.ts';

/** As `syncIndex`. A sync that is aborted stops between two batches; this rejects at once all the same. */
export async function syncApart(request: SyncRequest, listener: SyncListener): Promise<void> {
  const { signal } = listener;
  signal.throwIfAborted();
  const child = startProcess(request.memory ?? THREAD_MEMORY);
  const aborted = new Promise<never>((_, reject) => {
    const abort = (): void => {
      tell(child, { kind: 'stop' });
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
  });
  // An abort after the end is nobody's any more.
  aborted.catch(() => {});
  const send = (): void => tell(child, { kind: 'sync', ...request });
  const work = ask(child, send, (news) => {
    if (news.kind === 'waits') listener.waits();
    else listener.progress(news.done, news.total);
  });
  const over = work.finally(() => end(child));
  over.catch(() => {});
  await Promise.race([over, aborted]);
}

/**
 * A process, not a thread: what threads took stays with the process that started them. A server that had looked through
 * 100,000 articles by a thread, none of them new, had 35 MB more afterwards, and one that had indexed 10,000 had 110 MB more.
 */
function startProcess(memory: number): ChildProcess {
  const entry = new URL(`./syncProcess${extname(fileURLToPath(import.meta.url))}`, import.meta.url);
  // Its output would end up among the messages of the protocol.
  return fork(entry, { execArgv: memoryFlags(memory), stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
}

/**
 * Bounds its memory, and that of the threads that help it, for which these flags count more than what they are started with
 * (`indexThreads.ts`): a third of the new for each half.
 */
function memoryFlags(megabytes: number): string[] {
  return [`--max-semi-space-size=${YOUNG_MEMORY / 3}`, `--max-old-space-size=${megabytes}`];
}

/** A process that ended hears nothing, and that it ended is known by its exit. */
function tell(child: ChildProcess, request: ProcessRequest): void {
  if (child.connected) child.send(request, () => {});
}

/** Ends the process, which would also end by itself, but later; resolves when it is gone, or was never there. */
async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill();
  await gone;
}
