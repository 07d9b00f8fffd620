/** The store on disk: an index that lasts, brought up to date by other threads while it answers. */

import { type DiskCorpusOptions, openDiskCorpus } from '../corpus/disk/diskCorpus.ts';
import type { ArticleStore } from './articleStore.ts';
import { growLess } from './heapGrowth.ts';

/** Opens the store. Throws `UnusableIndex`. */
export function openDiskStore(options: Omit<DiskCorpusOptions, 'syncs'>): ArticleStore {
  const corpus = openDiskCorpus({ ...options, syncs: 'apart' });
  growLess();
  return {
    kind: 'disk',
    index: corpus.index,
    holds: (path) => corpus.holds(path),
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
    update: (paths) => corpus.update(paths),
    close: () => corpus.close(),
  };
}
