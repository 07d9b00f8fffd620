/** Folders of articles that are asked again and again: each question is answered from what they hold when it is asked. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { CorpusIndex } from '../corpus/index/corpusIndex.ts';
import type { LinkPolicy } from '../corpus/links.ts';
import { type Corpus, createCorpus } from '../lsp/corpus.ts';
import { ToolError } from '../tools/tool.ts';
import { sharedLooks } from './sharedLooks.ts';

export interface AskedFolders {
  /** Absolute folders, files and globs. */
  readonly entries: readonly string[];
  readonly links: LinkPolicy;
  /** Absolute path of the folder for indexes on disk. */
  readonly indexFolder: string;
  readonly log: (message: string) => void;
  /** Milliseconds that a question waits for files to be read; by default a time in which no assistant gives up. */
  readonly patience?: number;
}

/**
 * What answers from the articles as they are on disk when they are asked for: their index after a look at the folders that
 * began then. Where there is more to read than can be waited for it is what there is of it, with files that are pending, by
 * which nothing is refuted. They are first read when they are first asked for: many a session asks for none. Rejects with
 * `ToolError` when there are none, or they cannot be read.
 */
export function articlesOf(folders: AskedFolders): () => Promise<CorpusIndex> {
  const { entries, links, indexFolder, log, patience = PATIENCE } = folders;
  const listener = {
    progress: () => ({ report() {}, say() {}, end() {} }),
    log: { info() {}, warn: log, error: log },
    indexFolder,
    changed() {},
  };
  let opened: Corpus | null = null;
  const open = (): Corpus => {
    opened ??= createCorpus(entries, links, listener);
    return opened;
  };
  const look = sharedLooks(() => open().reread());
  return async () => {
    const corpus = open();
    await overOrPartial(look(), corpus, patience);
    if (corpus.problem !== null) throw new ToolError(`The articles cannot be read: ${corpus.problem}`);
    const { size, pending } = corpus.index;
    if (size === 0 && pending === 0) throw new ToolError(`There are no articles in ${entries.join(', ')}.`);
    return corpus.index;
  };
}

/** Clients wait for half a minute or longer. To read what changed takes less, to read very many for the first time more. */
const PATIENCE = 20_000;
/** Milliseconds between two looks whether it is known by now that there is more to read. */
const POLL = 250;

/**
 * Resolves when the look is over; after `patience` milliseconds also while it goes on, but only when files are pending. As
 * long as the folders are still listed none are, and the index would refute by what was corrected since.
 */
async function overOrPartial(look: Promise<void>, corpus: Corpus, patience: number): Promise<void> {
  let isOver = false;
  const over = look.then(() => {
    isOver = true;
  });
  for (let wait = patience; !isOver; wait = POLL) {
    // The process ends when the assistant closes its side, whoever waits.
    await Promise.race([over, sleep(wait, undefined, { ref: false })]);
    if (!isOver && isPartial(corpus)) return;
  }
}

function isPartial({ index }: Corpus): boolean {
  try {
    return index.pending > 0;
  } catch {
    // An index that cannot be used is replaced by the look.
    return false;
  }
}
