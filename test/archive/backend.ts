/** The archive as a backend of the contract, on a cluster that runs. */

import { readArchiveAddress } from '../../server/src/corpus/archive/address.ts';
import { openArchive } from '../../server/src/corpus/archive/archive.ts';
import type { Spread } from '../../server/src/corpus/archive/mapping.ts';
import { type Backend, contentOf } from '../unit/index/backends.ts';

/** Several shards, so that answers are put together; no copies, which a cluster of one node could not have. */
const SPREAD: Spread = { shards: 3, replicas: 0 };

let opened = 0;

/** A backend whose archives are new ones of the cluster at `url`, which gives their address by their name. */
export function archiveBackend(url: (archive: string) => string): Backend {
  return {
    name: 'an archive on OpenSearch',
    async open() {
      opened += 1;
      const reading = readArchiveAddress(url(`contract-${process.pid}-${opened}`));
      if (reading.kind === 'problem') throw new Error(reading.problem);
      const archive = openArchive(reading.address, { kind: 'none' });
      const { index } = archive;
      const writer = archive.writer(new AbortController().signal);
      await writer.prepare(SPREAD);
      const publish = async (): Promise<void> => {
        await writer.publish((state) => state);
        await index.look();
      };
      await publish();
      return {
        index,
        async put(articles) {
          await writer.replace(articles.flatMap((article) => contentOf(article).articles));
          await publish();
        },
        async remove(ids) {
          await writer.remove(ids);
          await publish();
        },
        close: () => archive.close(),
      };
    },
  };
}
