/** Requests: what we ask of an archive, by name. */

import type { ArchiveAddress } from './address.ts';
import { indexName } from './mapping.ts';
import { readAnswers, readDocuments, type Search, type SearchAnswer, searchLines } from './search.ts';
import { type LiveState, readState, STATE_SEARCHES } from './state.ts';
import type { ArchiveTransport } from './transport.ts';

/** Every request rejects with `ArchiveError`. */
export interface ArchiveRequests {
  /** The answers to all searches, in their order, by one request. */
  search(searches: readonly Search[]): Promise<readonly SearchAnswer[]>;
  /** Fields of the documents of these names, those that there are, as the last refresh has them. */
  documents(ids: readonly string[], fields: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
  /** How the archive stands now. */
  state(): Promise<LiveState>;
}

/** Milliseconds that a writer may wait: after them the check says that the archive does not answer. */
const PATIENCE = 10_000;

/** The requests of an archive by a transport, which stays the caller's. */
export function createRequests(transport: ArchiveTransport, address: ArchiveAddress): ArchiveRequests {
  const index = indexName(address);
  const search = async (searches: readonly Search[]): Promise<readonly SearchAnswer[]> => {
    const body = await transport.send({
      method: 'POST',
      path: `/${index}/_msearch`,
      lines: searchLines(searches),
      timeout: PATIENCE,
    });
    return readAnswers(body, searches.length);
  };
  return {
    search,
    async documents(ids, fields) {
      const body = await transport.send({
        method: 'POST',
        path: `/${index}/_mget`,
        query: { realtime: false, _source_includes: fields.join(',') },
        body: { ids: [...ids] },
        timeout: PATIENCE,
      });
      return readDocuments(body);
    },
    async state() {
      return readState(await search(STATE_SEARCHES));
    },
  };
}
