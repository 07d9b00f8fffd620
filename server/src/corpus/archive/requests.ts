/** Requests: what we ask of an archive, by name. */

import type { ArchiveAddress } from './address.ts';
import { type DocumentCounts, readVectors, vectorsBody } from './counting.ts';
import type { FieldTokens, TokenCounts } from './dialogue.ts';
import { indexName } from './mapping.ts';
import {
  readAnswers,
  readDocuments,
  type Search,
  type SearchAnswer,
  searchLines,
  type Weighing,
} from './search.ts';
import { type LiveState, readState, STATE_SEARCHES } from './state.ts';
import type { ArchiveRequest, ArchiveTransport } from './transport.ts';

/** Every request rejects with `ArchiveError`. */
export interface ArchiveRequests {
  /** The answers to all searches, in their order, by one request. */
  search(searches: readonly Search[], weighing: Weighing): Promise<readonly SearchAnswer[]>;
  /** Fields of the documents of these names, those that there are, as the last refresh has them. */
  documents(ids: readonly string[], fields: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
  /**
   * Counts of tokens out of the dictionary of an archive that has one shard, by one request; null where they are not
   * exact. `documents` says how many documents have each field.
   */
  dictionary(
    asked: readonly FieldTokens[],
    documents: DocumentCounts,
  ): Promise<ReadonlyMap<string, TokenCounts> | null>;
  /** How the archive stands now. */
  state(): Promise<LiveState>;
}

/** Milliseconds that a writer may wait: after them the check says that the archive does not answer. */
const PATIENCE = 10_000;

/** The requests of an archive by a transport, which stays the caller's. */
export function createRequests(transport: ArchiveTransport, address: ArchiveAddress): ArchiveRequests {
  const index = indexName(address);
  const ask = async <T>(request: ArchiveRequest, read: (body: unknown) => T): Promise<T> =>
    read(await transport.send(request));
  const search: ArchiveRequests['search'] = (searches, weighing) => {
    const lines = searchLines(searches, weighing);
    return ask({ method: 'POST', path: `/${index}/_msearch`, lines, timeout: PATIENCE }, (body) =>
      readAnswers(body, searches.length),
    );
  };
  return {
    search,
    documents(ids, fields) {
      const query = { realtime: false, _source_includes: fields.join(',') };
      const path = `/${index}/_mget`;
      const body = { ids: [...ids] };
      return ask({ method: 'POST', path, query, body, timeout: PATIENCE }, readDocuments);
    },
    dictionary(asked, documents) {
      const path = `/${index}/_mtermvectors`;
      return ask({ method: 'POST', path, body: vectorsBody(asked), timeout: PATIENCE }, (body) =>
        readVectors(body, asked, documents),
      );
    },
    async state() {
      return readState(await search(STATE_SEARCHES, 'shard'));
    },
  };
}
