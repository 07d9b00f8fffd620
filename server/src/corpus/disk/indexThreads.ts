/** Threads of an index: starts them and asks them. */

import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ask } from './indexAnswers.ts';
import type { ThreadRequest } from './indexThread.ts';

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

/** Has a thread read files. Rejects with what went wrong. */
export function askThread(worker: Worker, request: ThreadRequest): Promise<void> {
  return ask(
    worker,
    () => worker.postMessage(request),
    () => {},
  );
}
