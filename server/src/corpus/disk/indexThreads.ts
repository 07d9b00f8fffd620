/** Threads of an index: starts them and asks them. */

import type { EventEmitter } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ask } from './indexAnswers.ts';
import type { ThreadRequest } from './indexThread.ts';

/** A thread that answers what it is asked by the event `message`, and tells by `error` what ends it. */
export interface IndexThread extends EventEmitter {
  postMessage(request: ThreadRequest): void;
  terminate(): Promise<unknown>;
}

/** Starts a thread on the index at `path`, with so many megabytes for what it keeps. */
export function startThread(path: string, memory: number): IndexThread {
  const entry = new URL(`./indexThread${extname(fileURLToPath(import.meta.url))}`, import.meta.url);
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MEMORY, maxOldGenerationSizeMb: memory };
  // Its output would end up among the messages of the protocol.
  return new Worker(entry, { workerData: path, stdout: true, stderr: true, resourceLimits });
}

/**
 * Megabytes of each thread's memory. Analysis makes much that is soon forgotten: with less room for what is new the
 * collector takes a sixth of the time, with more room for what is old nothing is collected before a gigabyte is full.
 */
export const YOUNG_MEMORY = 48;
export const THREAD_MEMORY = 512;

/** Whether a thread ended because its memory was not enough for what it was asked. */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** Has a thread read files. Rejects with what went wrong. */
export function askThread(thread: IndexThread, request: ThreadRequest): Promise<void> {
  return ask(
    thread,
    () => thread.postMessage(request),
    () => {},
  );
}
