/** Reader threads: several threads that read batches of files into one index. */

import type { Worker } from 'node:worker_threads';
import type { SourceFile } from '../files.ts';
import { askThread, startThread } from './indexThreads.ts';

export interface ReaderThreads {
  /** Resolves when all batches are read. Rejects when aborted, with the signal's reason, and when a thread fails. */
  read(
    batches: readonly (readonly SourceFile[])[],
    signal: AbortSignal,
    report: (files: number) => void,
  ): Promise<void>;
  /** Ends the threads; what one is writing at that moment is not kept. */
  end(): Promise<void>;
}

/** Starts `count` threads on the index at `path`. */
export function startReaders(path: string, count: number): ReaderThreads {
  const workers = Array.from({ length: count }, () => startThread(path));
  return {
    async read(batches, signal, report) {
      const queue = batches.values();
      const serve = async (worker: Worker): Promise<void> => {
        for (const files of queue) {
          signal.throwIfAborted();
          await askThread(worker, { files });
          report(files.length);
        }
      };
      await Promise.all(workers.map(serve));
    },
    async end() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
