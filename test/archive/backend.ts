/** The archive as a backend of the contract, on a cluster that runs. */

import { type ArchiveAddress, readArchiveAddress } from '../../server/src/corpus/archive/address.ts';
import { openArchive } from '../../server/src/corpus/archive/archive.ts';
import { type Backend, contentOf } from '../unit/index/backends.ts';

let opened = 0;

/** The address as read. Throws where it is none. */
export function addressOf(url: string): ArchiveAddress {
  const reading = readArchiveAddress(url);
  if (reading.kind === 'problem') throw new Error(reading.problem);
  return reading.address;
}

/**
 * A backend whose archives are new ones of the cluster at `url`, which gives their address by their name. With one shard
 * terms are counted by the dictionary, with several answers are put together.
 */
export function archiveBackend(url: (archive: string) => string, shards: number): Backend {
  return {
    name: `an archive on OpenSearch, shards: ${shards}`,
    async open() {
      opened += 1;
      const address = addressOf(url(`contract-${opened}`));
      const archive = openArchive(address, { kind: 'none' });
      const { index } = archive;
      const writer = archive.writer(new AbortController().signal);
      await writer.prepare({ shards, replicas: 0 });
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
