/** Opens a corpus that is too large for memory: brings its index on disk up to date, and answers from there. */

import { realpath } from 'node:fs/promises';
import { UnusableIndex } from '../corpus/disk/database.ts';
import { type DiskCorpus, type DiskCorpusOptions, openDiskCorpus } from '../corpus/disk/diskCorpus.ts';
import type { CorpusIndex } from '../corpus/index/corpusIndex.ts';
import { withoutFiles } from '../corpus/index/withoutFiles.ts';
import type { LinkPolicy } from '../corpus/links.ts';
import type { Draft } from '../draft/draft.ts';
import { CliError } from './cliError.ts';
import { FOLDER_VARIABLE, indexFolderOf } from './indexFolder.ts';
import type { Terminal } from './terminal.ts';

/**
 * The index of the absolute `entries`, complete and without the drafts. Tells on standard error when it takes a while.
 * Rejects with `CliError` when the index cannot be kept.
 */
export async function openLargeCorpus(
  entries: readonly string[],
  links: LinkPolicy,
  drafts: readonly Draft[],
  terminal: Terminal,
): Promise<CorpusIndex> {
  const corpus = await indexCorpus(entries, links, terminal);
  const paths = new Set(await Promise.all(drafts.map(({ path }) => realpath(path))));
  const held = [...paths].filter((path) => corpus.holds(path));
  if (held.length === 0) return corpus.index;
  const articles = await Promise.all(held.map((path) => corpus.index.inFile(path)));
  return withoutFiles(corpus.index, paths, new Set(articles.flat().map(({ id }) => id)));
}

/** Brings the index of a corpus up to date, one that lasts to the end of it. Rejects with `CliError`. */
export async function indexCorpus(
  entries: readonly string[],
  links: LinkPolicy,
  terminal: Terminal,
): Promise<DiskCorpus> {
  const folder = indexFolderOf(terminal);
  try {
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      const corpus = await syncedCorpus(folder, entries, links, terminal);
      if (corpus !== null) return corpus;
    }
    throw new UnusableIndex(
      'unavailable',
      'other processes remove it, or the disk damages it, again and again',
    );
  } catch (error) {
    if (!(error instanceof UnusableIndex)) throw error;
    throw new CliError(
      `cannot index the articles in ${folder}: ${error.message}; set ${FOLDER_VARIABLE} to another folder`,
    );
  }
}

/** An index is made anew once, when it is damaged or another version's; more often than this something else is the matter. */
const MOST_ATTEMPTS = 3;

/**
 * The corpus, brought up to date; null when its index turned out to be damaged, which is marked and makes the next opening
 * make it anew, or another process removed or replaced it meanwhile. What is open then answers from before, while the
 * articles were read into the index that took its place. Rejects with `UnusableIndex`.
 */
async function syncedCorpus(
  folder: string,
  entries: readonly string[],
  links: LinkPolicy,
  terminal: Terminal,
): Promise<DiskCorpus | null> {
  const notify = (message: string): void => terminal.complain(`corroborate: ${message}\n`);
  const { signal } = new AbortController();
  closeDamaged();
  const corpus = await openOrMark({ folder, entries, links, syncs: 'here', notify, log: () => {} }, signal);
  if (corpus === null) return null;
  try {
    await corpus.sync({
      signal,
      progress: tellProgress(notify, () => terminal.now().getTime()),
      waits: () => notify('Another process reads the articles; waiting for it.'),
    });
    if (corpus.isCurrent()) return corpus;
  } catch (error) {
    // An index that is removed while it is written fails in ways of the disk.
    if (!isDamage(error) && (corpus.isCurrent() || !(error instanceof UnusableIndex))) {
      corpus.close();
      throw error;
    }
  }
  corpus.close();
  return null;
}

/** Corpora whose index was found damaged while it was asked, open until it is made anew: others may still be asking. */
const found = new Set<DiskCorpus>();

/** Windows removes no file that somebody has open. */
function closeDamaged(): void {
  for (const corpus of found) corpus.close();
  found.clear();
}

/** Opens a corpus; null when its index shows damage at once, which is marked. Rejects with `UnusableIndex`. */
async function openOrMark(
  options: Omit<DiskCorpusOptions, 'damaged'>,
  signal: AbortSignal,
): Promise<DiskCorpus | null> {
  try {
    const corpus = await openDiskCorpus({ ...options, damaged: () => found.add(corpus) }, signal);
    return corpus;
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}

function isDamage(error: unknown): boolean {
  return error instanceof UnusableIndex && error.state === 'damaged';
}

/** Milliseconds between two lines of progress. */
const PROGRESS_EVERY = 5_000;

/** Tells of progress every few seconds. */
export function tellProgress(
  tell: (message: string) => void,
  now: () => number,
): (done: number, total: number) => void {
  let told = now();
  return (done, total) => {
    if (total === 0 || now() - told < PROGRESS_EVERY) return;
    told = now();
    tell(`Read ${done} of ${total} files.`);
  };
}
