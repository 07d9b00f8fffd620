/** A corpus in use for tests, with what it tells its user and its log, and waiting for what it comes to. */

import type { TestContext } from 'node:test';
import { type Corpus, createCorpus } from '../../../server/src/lsp/corpus.ts';

export interface Watched {
  readonly corpus: Corpus;
  /** What the user was told, and errors. */
  readonly told: string[];
  /** Warnings of the log. */
  readonly warned: string[];
  /** Resolves when the corpus, which tells of changes, fits. */
  until(fits: (corpus: Corpus) => boolean): Promise<void>;
  /** Resolves when the index is complete and holds so many articles. */
  complete(size: number): Promise<void>;
  /** How often the checks were told that the articles changed. */
  changes(): number;
  /** Has the reading that shows how far it is broken off by the user at once. */
  cancel(): void;
}

/** Opens the corpus of one folder; its index, if it has one, is in `indexFolder`. */
export function opened(t: TestContext, articles: string, indexFolder: string): Watched {
  const told: string[] = [];
  const warned: string[] = [];
  const waiting = new Set<() => void>();
  let cancel = (): void => {};
  let changes = 0;
  const look = (): void => {
    for (const waits of waiting) setImmediate(waits);
  };
  const corpus = createCorpus([articles], 'refuse', {
    progress: (_title, cancelled) => {
      cancel = () => cancelled?.();
      return { report: () => look(), say() {}, end: () => look() };
    },
    log: { info() {}, warn: (message) => warned.push(message), error: (message) => told.push(message) },
    notify: (message) => told.push(message),
    indexFolder,
    changed: () => {
      changes += 1;
      look();
    },
  });
  t.after(() => corpus.close());
  const until = (fits: (corpus: Corpus) => boolean): Promise<void> =>
    new Promise((resolve) => {
      const check = (): void => {
        if (!waiting.has(check) || !fits(corpus)) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
  const complete = (size: number): Promise<void> =>
    until(({ index }) => index.pending === 0 && index.size === size);
  return { corpus, told, warned, until, complete, changes: () => changes, cancel: () => cancel() };
}
