/** An archive in use: connected, its index and its writer. */

import type { ArchiveAddress } from './address.ts';
import type { ArchiveError } from './archiveError.ts';
import { type ArchiveIndex, createArchiveIndex } from './archiveIndex.ts';
import type { Credentials } from './credentials.ts';
import { createRequests } from './requests.ts';
import { tellingFailures } from './tellingFailures.ts';
import { connect } from './transport.ts';
import { ArchiveWriter } from './writer.ts';

export interface Archive {
  readonly index: ArchiveIndex;
  writer(signal: AbortSignal): ArchiveWriter;
  /** Breaks off what is asked. */
  close(): Promise<void>;
}

/** Opens an archive; nothing is asked of it yet. `failed` is told of each question of the index that was not answered. */
export function openArchive(
  address: ArchiveAddress,
  credentials: Credentials,
  failed: (error: ArchiveError) => void = () => {},
): Archive {
  const transport = connect(address, credentials);
  return {
    index: tellingFailures(createArchiveIndex(createRequests(transport, address)), failed),
    writer: (signal) => new ArchiveWriter(transport, address, signal),
    close: () => transport.close(),
  };
}
