/** Answers of a thread or process that works on an index: what it tells, and waiting for it. */

import type { EventEmitter } from 'node:events';
import { asUnusable, UnusableIndex } from './database.ts';

/** What it tells meanwhile. */
export type IndexNews =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'waits' };

/** What it answers, once for each question but `stop`. */
export type IndexAnswer =
  | { readonly kind: 'done' }
  /** `state` is that of an `UnusableIndex`, null for any other error. */
  | { readonly kind: 'failed'; readonly state: UnusableIndex['state'] | null; readonly message: string };

/** The answer that work on an index comes to. Never rejects. */
export function answerOf(work: Promise<void>): Promise<IndexAnswer> {
  return work.then(() => ({ kind: 'done' }), failureOf);
}

/**
 * Asks by calling `send` and waits for the answer; `hear` is told the news before it. Rejects with what went wrong, also
 * when the other side ends without an answer.
 */
export function ask(other: EventEmitter, send: () => void, hear: (news: IndexNews) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      other.off('message', heard);
      other.off('error', failed);
      other.off('exit', gone);
    };
    const heard = (message: IndexNews | IndexAnswer): void => {
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
      reject(new UnusableIndex('unavailable', ENDED));
    };
    other.on('message', heard);
    other.on('error', failed);
    other.on('exit', gone);
    send();
  });
}

/** What becomes of a file that takes too much is known by then: what ends is the whole process, or is ended from outside. */
const ENDED =
  'the process that reads them was ended by the system, as it is when memory runs out. Close other programs or leave large ' +
  'files out of the articles, and have them read again';

function failureOf(error: unknown): IndexAnswer {
  const problem = asUnusable(error);
  const state = problem instanceof UnusableIndex ? problem.state : null;
  return { kind: 'failed', state, message: problem instanceof Error ? problem.message : String(problem) };
}
