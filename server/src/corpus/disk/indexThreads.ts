/** Threads of an index: starts them, asks them, and ends them. */

import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { UnusableIndex } from './database.ts';
import type { ThreadAnswer, ThreadNews, ThreadRequest } from './indexThread.ts';

/** Starts a thread on the index at `path`. */
export function startThread(path: string): Worker {
  const entry = new URL(`./indexThread${extname(fileURLToPath(import.meta.url))}`, import.meta.url);
  // Its output would end up among the messages of the protocol.
  return new Worker(entry, { workerData: path, stdout: true, stderr: true, resourceLimits: LIMITS });
}

/**
 * Megabytes of each thread's memory. Analysis makes much that is soon forgotten: with less room for what is new the
 * collector takes a sixth of the time, with more room for what is old nothing is collected before a gigabyte is full.
 */
const LIMITS = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 512 };

/** Asks a thread and waits for the answer; `hear` is told the news before it. Rejects with what went wrong. */
export function ask(worker: Worker, request: ThreadRequest, hear: (news: ThreadNews) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      worker.off('message', heard);
      worker.off('error', failed);
      worker.off('exit', gone);
    };
    const heard = (message: ThreadNews | ThreadAnswer): void => {
      if (message.kind === 'progress' || message.kind === 'waits') {
        hear(message);
        return;
      }
      end();
      if (message.kind === 'done') resolve();
      else if (message.state === null) reject(new Error(message.message));
      else reject(new UnusableIndex(message.state, message.message));
    };
    const failed = (error: unknown): void => {
      end();
      reject(error);
    };
    const gone = (): void => {
      end();
      reject(new Error('the thread that reads the articles has ended'));
    };
    worker.on('message', heard);
    worker.on('error', failed);
    worker.on('exit', gone);
    worker.postMessage(request);
  });
}
