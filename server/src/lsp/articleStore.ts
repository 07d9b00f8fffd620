/** Article stores: where the articles of one corpus are kept, and how they are brought up to date. */

import type { CorpusIndex } from '../corpus/index/corpusIndex.ts';
import type { Progress } from './progress.ts';

export interface ArticleStore {
  readonly kind: 'memory' | 'disk';
  readonly index: CorpusIndex;
  /** Whether the file holds articles of the corpus. */
  holds(path: string): boolean;
  /** Whether it still is what holds the articles of the corpus; false once its file was removed or replaced. */
  isCurrent(): boolean;
  /**
   * Makes the index hold just what the corpus holds now; `part` when there is no room for all of it. What is left out or
   * was not reached is `index.pending`. Rejects with the signal's reason when aborted.
   */
  read(signal: AbortSignal, progress: Progress): Promise<'all' | 'part'>;
  /** The same for a few files that changed; false when they are not all, and `read` is needed. */
  update(paths: readonly string[], signal: AbortSignal): Promise<boolean>;
  close(): void;
}
