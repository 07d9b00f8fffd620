/** A process that brings an index up to date, or has another one do it (`apart`), and tells of each batch: for tests that kill it. */

import { syncApart } from '../../../server/src/corpus/disk/syncApart.ts';
import { syncIndex } from '../../../server/src/corpus/disk/syncIndex.ts';

const [path = '', articles = '', where = ''] = process.argv.slice(2);
const sync = where === 'apart' ? syncApart : syncIndex;

await sync(
  { path, entries: [articles], links: 'refuse', threads: 2 },
  {
    signal: new AbortController().signal,
    progress: (done, total) => console.log(`${done} of ${total}`),
    waits: () => console.log('waits'),
  },
);
