/** Reader threads: several threads that read batches of files into one index, and go on without a file that ends one. */

import type { SourceFile } from '../files.ts';
import { askThread, type IndexThread, isOutOfMemory } from './indexThreads.ts';

export interface ReaderThreads {
  /**
   * Resolves when all batches are read. A file for which the memory of a thread is not enough is given up and all others
   * are read. Rejects when aborted, with the signal's reason, and when a thread fails for another reason.
   */
  read(
    batches: readonly (readonly SourceFile[])[],
    signal: AbortSignal,
    report: (files: number) => void,
  ): Promise<void>;
  /** Ends the threads; what one is writing at that moment is not kept. */
  end(): Promise<void>;
}

/**
 * Milliseconds that batches are given to end once nobody wants them any more. Most end within them and are kept; one that
 * runs out of memory takes half a minute.
 */
const PATIENCE = 2_000;

/** Rejects with the signal's reason some time after it was aborted, and does nothing before. */
function patience(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const wait = (): void => void setTimeout(() => reject(signal.reason), PATIENCE).unref();
    signal.addEventListener('abort', wait, { once: true });
  });
}

/** What the index knows of files, and is told. */
export interface ReadFiles {
  /** Whether what is in the file now was read, and it is pending no more. */
  has(file: SourceFile): boolean;
  /** Marks a file as one that takes more memory than a thread has. */
  giveUp(file: SourceFile): void;
}

/** Starts so many threads as `start` makes, each on the same `index`. */
export function startReaders(start: () => IndexThread, count: number, index: ReadFiles): ReaderThreads {
  const workers = Array.from({ length: count }, start);
  let isOver = false;

  /** Has thread `at` read the files; with what is left of them when it runs out of memory, another takes its place. */
  const readFiles = async (at: number, files: readonly SourceFile[], signal: AbortSignal): Promise<void> => {
    const worker = workers[at];
    if (worker === undefined) return;
    try {
      return await askThread(worker, { files });
    } catch (error) {
      if (!isOutOfMemory(error) || isOver) throw error;
    }
    workers[at] = start();
    // What was written before stays. The files count as pending once, so that none of them is read twice.
    const left = files.filter((file) => !index.has(file));
    if (files.length === 1) return left.forEach(index.giveUp);
    for (const file of left) {
      signal.throwIfAborted();
      await readFiles(at, [file], signal);
    }
  };

  return {
    async read(batches, signal, report) {
      const queue = batches.values();
      const serve = async (_: IndexThread, at: number): Promise<void> => {
        for (const files of queue) {
          signal.throwIfAborted();
          await readFiles(at, files, signal);
          report(files.length);
        }
      };
      await Promise.race([Promise.all(workers.map(serve)), patience(signal)]);
    },
    async end() {
      isOver = true;
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
