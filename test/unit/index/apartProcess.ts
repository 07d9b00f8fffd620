/** A process that has another one bring an index up to date and tells of each batch: for tests that kill it. */

import { syncApart } from '../../../server/src/corpus/disk/syncApart.ts';

const [path = '', articles = ''] = process.argv.slice(2);

await syncApart(
  { path, entries: [articles], links: 'refuse', threads: 2 },
  {
    signal: new AbortController().signal,
    progress: (done, total) => console.log(`${done} of ${total}`),
    waits: () => console.log('waits'),
  },
);
