/** The other side of a parser thread: answers each request with what the parser makes of its bytes. */

import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { parentPort } from 'node:worker_threads';
import type { ParseAnswer, Parsed, ParseRequest, ParserFormat } from './parserThread.ts';
import { Unreadable } from './reader.ts';

/** Answers requests by `parse` until the thread is ended. What `parse` rejects with is the reason. */
export function serveParser<F extends ParserFormat>(parse: (bytes: Uint8Array) => Promise<Parsed[F]>): void {
  const port = parentPort;
  if (port === null) throw new Error('this file is the entry of a thread');
  // What libraries print is for nobody, and nobody takes it out of the buffer.
  globalThis.console = new Console(new Writable({ write: (_chunk, _encoding, done) => done() }));
  port.on('message', ({ bytes }: ParseRequest) => {
    const answer = parse(bytes).catch(
      (error: unknown): ParseAnswer<F> => ({ kind: 'unreadable', reason: reasonOf(error) }),
    );
    void answer.then((message) => port.postMessage(message));
  });
}

function reasonOf(error: unknown): string {
  if (error instanceof Unreadable) return error.message;
  // Trees that are walked by recursion end with this.
  if (error instanceof RangeError && error.message.includes('call stack')) return 'nested too deeply';
  const words = (error instanceof Error ? error.message : String(error))
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST_WORDS);
  return `damaged, or not what its name says (${words})`;
}

const LONGEST_WORDS = 150;
