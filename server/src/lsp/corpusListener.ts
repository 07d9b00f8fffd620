/** Corpus listeners: who is told what a corpus does. */

import type { StartProgress } from './progress.ts';
import type { ReadingLog } from './readingLog.ts';

/** Where a corpus tells what it does. */
export interface CorpusListener {
  readonly progress: StartProgress;
  readonly log: ReadingLog & { error(message: string): void };
  /** Tells the user what is not as it should be and needs nothing of him; without it only the log says so. */
  readonly notify?: (message: string) => void;
  /** Absolute path of the folder for indexes on disk; by default in the user's cache. */
  readonly indexFolder?: string | undefined;
}
