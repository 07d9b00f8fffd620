/** A process that has a corpus open, as a window has, and does what the lines of its input say: for tests of several windows. */

import { createInterface } from 'node:readline';
import { type DiskCorpus, openDiskCorpus } from '../../../server/src/corpus/disk/diskCorpus.ts';

const { signal } = new AbortController();
const open = (folder: string, articles: string): Promise<DiskCorpus> =>
  openDiskCorpus(
    {
      folder,
      entries: [articles],
      links: 'refuse',
      syncs: 'apart',
      notify: () => {},
      log: () => {},
      damaged: () => console.log('damaged'),
    },
    signal,
  );

/** The corpus that was opened last. */
let corpus: DiskCorpus | null = null;

async function obey(order: string): Promise<string> {
  const [word = '', first = '', second = ''] = order.split('\t');
  if (word === 'open') corpus = await open(first, second);
  if (word === 'sync') await corpus?.sync({ signal, progress: () => {}, waits: () => {} });
  if (word === 'update') await corpus?.update([first, second], signal);
  if (word === 'close') corpus?.close();
  return `${word} ${word === 'close' ? '' : `${corpus?.index.size} ${corpus?.index.pending} ${corpus?.isCurrent()}`}`;
}

console.log('ready');
for await (const order of createInterface({ input: process.stdin })) {
  console.log(await obey(order).catch((error: unknown) => String(error)));
}
