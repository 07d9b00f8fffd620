/**
 * Parser threads: parses formats whose libraries are large, slow or easily overwhelmed (HTML, PDF, DOCX, mails) in a thread of
 * its own, which is started when the first such file is met, ended when a file takes too long or too much memory, and
 * let go when it has been idle for a while. Whoever reads no such file pays for none of it.
 */

import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Mail } from './email/mail.ts';
import { bytesInWords } from './limits.ts';
import { type ReadContext, type Source, type Text, Unreadable } from './reader.ts';

/**
 * What the thread of each format makes of its bytes. Each is an entry of its own, `pdfThread`, beside this file: from source
 * as TypeScript, built as `.cjs`.
 */
export interface Parsed {
  readonly html: Text;
  readonly pdf: Text;
  readonly docx: Text;
  readonly email: Mail;
}

export type ParserFormat = keyof Parsed;

/** What a thread is asked. */
export interface ParseRequest {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What it answers. */
export type ParseAnswer<F extends ParserFormat> = Parsed[F] | Refused;

interface Refused {
  readonly kind: 'unreadable';
  readonly reason: string;
}

/** Milliseconds an idle thread is kept: reading a folder goes on after one, and its memory is wanted back after that. */
const KEPT_IDLE = 10_000;

/** Milliseconds between looks at the memory of the process. A parser takes some 100 ms to fill a gigabyte. */
const MEMORY_CHECK = 100;

interface ParserThread {
  readonly worker: Worker;
  idle: NodeJS.Timeout | null;
}

const threads = new Map<ParserFormat, ParserThread>();
const queues = new Map<ParserFormat, Promise<unknown>>();

/**
 * Parses a source after those that were asked for before. Its bytes are read when its turn comes. Rejects with
 * `Unreadable`, or with the signal's reason when aborted, which ends the thread.
 */
export function parseApart<F extends ParserFormat>(
  format: F,
  source: Pick<Source, 'bytes'>,
  context: ReadContext,
): Promise<Parsed[F]> {
  const before = queues.get(format) ?? Promise.resolve();
  const turn = before.then(() => parseNow(format, source, context));
  queues.set(
    format,
    turn.catch(() => null),
  );
  return turn;
}

/** How many threads there are. */
export function parserThreads(): readonly ParserFormat[] {
  return [...threads.keys()];
}

async function parseNow<F extends ParserFormat>(
  format: F,
  source: Pick<Source, 'bytes'>,
  context: ReadContext,
): Promise<Parsed[F]> {
  context.signal.throwIfAborted();
  // A copy of its own: small buffers share their memory, which cannot be handed over.
  const bytes = new Uint8Array(await source.bytes());
  context.signal.throwIfAborted();
  const thread = threads.get(format) ?? startThread(format, context);
  if (thread.idle !== null) clearTimeout(thread.idle);
  thread.idle = null;
  thread.worker.ref();
  const answer = await ask(format, thread.worker, { bytes }, context);
  thread.worker.unref();
  thread.idle = setTimeout(() => endThread(format, thread.worker), KEPT_IDLE).unref();
  if (answer.kind === 'unreadable') throw new Unreadable(answer.reason);
  return answer;
}

function startThread(format: ParserFormat, { limits }: ReadContext): ParserThread {
  const own = fileURLToPath(import.meta.url);
  const entry = new URL(`./${format}Thread${extname(own)}`, import.meta.url);
  const maxOldGenerationSizeMb = Math.ceil(limits.parseMemory / 1024 / 1024);
  // Were its output not its own, a warning of a library would end up among the messages of the protocol.
  const worker = new Worker(entry, {
    resourceLimits: { maxOldGenerationSizeMb },
    stdout: true,
    stderr: true,
  });
  const thread = { worker, idle: null };
  threads.set(format, thread);
  // What happens while nobody waits is no file's fault; the next file starts another thread.
  worker.on('error', () => endThread(format, worker));
  return thread;
}

function endThread(format: ParserFormat, worker: Worker): void {
  if (threads.get(format)?.worker === worker) threads.delete(format);
  void worker.terminate();
}

/** Asks a thread and watches over it. */
function ask<F extends ParserFormat>(
  format: F,
  worker: Worker,
  request: ParseRequest,
  context: ReadContext,
): Promise<ParseAnswer<F>> {
  const { signal, limits } = context;
  return new Promise((resolve, reject) => {
    const baseline = process.memoryUsage.rss();
    const end = (): void => {
      clearTimeout(timer);
      clearInterval(memory);
      signal.removeEventListener('abort', aborted);
      for (const [event, listener] of listeners) worker.off(event, listener);
    };
    const fail = (reason: unknown): void => {
      end();
      endThread(format, worker);
      reject(reason);
    };
    const aborted = (): void => fail(signal.reason);
    const tooMuch = new Unreadable(
      `takes more than ${bytesInWords(limits.parseMemory)} of memory to read`,
      'once',
    );
    const timer = setTimeout(() => fail(new Unreadable(tooLong(limits.parseTime), 'once')), limits.parseTime);
    // The limits of a thread do not count what lies outside its heap: the bytes of unpacked streams.
    const memory = setInterval(() => {
      const check = (used: number): void => {
        if (used > limits.parseMemory) fail(tooMuch);
      };
      memoryOf(worker, baseline).then(check, () => null);
    }, MEMORY_CHECK);
    const listeners = [
      [
        'message',
        (answer: ParseAnswer<F>) => {
          end();
          resolve(answer);
        },
      ],
      ['error', (error: Error) => fail(isOutOfMemory(error) ? tooMuch : failure(error.message))],
      ['exit', () => fail(failure('it ended'))],
    ] as const;
    for (const [event, listener] of listeners) worker.on(event, listener);
    signal.addEventListener('abort', aborted);
    worker.postMessage(request, [request.bytes.buffer]);
  });
}

/**
 * Bytes that a thread holds, buffers included. Before Node 22.16 nothing can be asked of a busy thread, and what the whole
 * process has grown by since `baseline` stands for it.
 */
async function memoryOf(worker: Worker, baseline: number): Promise<number> {
  if (!('getHeapStatistics' in worker)) return process.memoryUsage.rss() - baseline;
  const { total_physical_size, external_memory } = await worker.getHeapStatistics();
  return total_physical_size + external_memory;
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function failure(words: string): Unreadable {
  return new Unreadable(`the parser failed: ${words}`, 'once');
}

function tooLong(milliseconds: number): string {
  return `takes longer than ${milliseconds >= 1000 ? `${Math.round(milliseconds / 1000)} seconds` : `${milliseconds} ms`} to read`;
}
