/** The reading log: what a reading of the articles leaves in the log. */

import type { CorpusIndex } from '../corpus/index/corpusIndex.ts';

export interface ReadingLog {
  info(message: string): void;
  warn(message: string): void;
}

/** After a few articles were read again. */
export function logUpdate(log: ReadingLog, entries: readonly string[], index: CorpusIndex): void {
  log.info(`Read ${counted(index.size)} of ${entries.join(', ')}`);
}

/** After all were read: with what was skipped. */
export function logReading(log: ReadingLog, entries: readonly string[], index: CorpusIndex): void {
  logUpdate(log, entries, index);
  for (const { path, member, reason } of index.skipped.slice(0, MOST_LOGGED)) {
    log.warn(`Skipped ${path}${member === undefined ? '' : `, ${member}`}: ${reason}`);
  }
  const more = index.skipped.length - MOST_LOGGED;
  if (more > 0) log.warn(`Skipped ${more.toLocaleString('en-US')} more, which the list of sources names`);
}

function counted(articles: number): string {
  return `${articles} ${articles === 1 ? 'article' : 'articles'}`;
}

/** Files that could not be read which the log names; the list of sources names all. */
const MOST_LOGGED = 1_000;
