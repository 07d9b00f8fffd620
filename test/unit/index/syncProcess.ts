/** A process that brings an index up to date and tells of each batch: for tests that kill it. */

import { syncIndex } from '../../../server/src/corpus/disk/syncIndex.ts';

const [path = '', articles = ''] = process.argv.slice(2);

await syncIndex(
  { path, entries: [articles], links: 'refuse', threads: 2 },
  {
    signal: new AbortController().signal,
    progress: (done, total) => console.log(`${done} of ${total}`),
    waits: () => console.log('waits'),
  },
);
