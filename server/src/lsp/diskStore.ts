/** The store on disk: an index that lasts, brought up to date by other threads while it answers. */

import { type DiskCorpusOptions, openDiskCorpus } from '../corpus/disk/diskCorpus.ts';
import type { ArticleStore } from './articleStore.ts';
import { growLess } from './heapGrowth.ts';

/** Opens the store. Rejects as `openDiskCorpus` does. */
export async function openDiskStore(
  options: Omit<DiskCorpusOptions, 'syncs'>,
  signal: AbortSignal,
): Promise<ArticleStore> {
  const corpus = await openDiskCorpus({ ...options, syncs: 'apart' }, signal);
  growLess();
  return {
    kind: 'disk',
    index: corpus.index,
    holds: (path) => corpus.holds(path),
    isCurrent: () => corpus.isCurrent(),
    async read(signal, progress) {
      await corpus.sync({
        signal,
        progress: (done, total) => {
          // Nothing to read is no news.
          if (total > 0) progress.report(done, total);
        },
        waits: () => progress.say('another window reads them'),
      });
      return 'all';
    },
    update: (paths, signal) => corpus.update(paths, signal),
    close: () => corpus.close(),
  };
}
