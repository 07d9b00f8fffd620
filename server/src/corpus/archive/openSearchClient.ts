/** The OpenSearch client: a bundle of its own, which only those load who have an archive. */

import { Client } from '@opensearch-project/opensearch';
import type { Credentials } from './credentials.ts';

export interface OpenSearchRequest {
  readonly method: string;
  readonly path: string;
  readonly querystring?: Record<string, string | boolean>;
  readonly body?: Record<string, unknown>;
  readonly bulkBody?: string[];
}

export interface OpenSearchClient {
  request(request: OpenSearchRequest, timeout: number): { readonly answer: Promise<unknown>; abort(): void };
  close(): Promise<void>;
}

/** How many other nodes are asked when one does not answer. */
const RETRIES = 3;

/** A client for the nodes of a cluster, as the origins of their addresses. */
export function createClient(nodes: readonly string[], credentials: Credentials): OpenSearchClient {
  const client = new Client({
    nodes: [...nodes],
    maxRetries: RETRIES,
    ...(credentials.kind === 'password' && {
      auth: { username: credentials.user, password: credentials.password },
    }),
    ...(credentials.kind === 'token' && { headers: { authorization: `Bearer ${credentials.token}` } }),
    // Said here, so that NODE_TLS_REJECT_UNAUTHORIZED cannot turn it off.
    ssl: { rejectUnauthorized: true },
  });
  return {
    request(request, timeout) {
      const sent = client.transport.request({ ...request }, { requestTimeout: timeout, maxRetries: RETRIES });
      return { answer: Promise.resolve(sent).then(({ body }) => body), abort: () => sent.abort() };
    },
    close: () => client.close(),
  };
}
