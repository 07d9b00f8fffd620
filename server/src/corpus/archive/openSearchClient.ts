/** The OpenSearch client: a bundle of its own, which only those load who have an archive. */

import { Client, Connection } from '@opensearch-project/opensearch';
import type { Credentials } from './credentials.ts';

export interface OpenSearchRequest {
  readonly method: string;
  readonly path: string;
  readonly querystring?: Record<string, string | boolean>;
  readonly body?: Record<string, unknown>;
  readonly bulkBody?: string[];
}

export interface OpenSearchClient {
  /** The body of the answer. Rejects with the errors of the library. */
  request(request: OpenSearchRequest, timeout: number): Promise<unknown>;
  close(): Promise<void>;
}

/** How many other nodes are asked when one does not answer. */
const RETRIES = 3;

/** The library writes to standard output when a connection breaks after its answer; that belongs to reports and protocols. */
class QuietConnection extends Connection {
  override request(...args: Parameters<Connection['request']>): ReturnType<Connection['request']> {
    const request = super.request(...args);
    request.on?.('response', () => request.removeAllListeners('error').on('error', () => {}));
    return request;
  }
}

/** A client for the nodes of a cluster, as the origins of their addresses. */
export function createClient(nodes: readonly string[], credentials: Credentials): OpenSearchClient {
  const client = new Client({
    nodes: [...nodes],
    Connection: QuietConnection,
    maxRetries: RETRIES,
    ...(credentials.kind === 'password' && {
      auth: { username: credentials.user, password: credentials.password },
    }),
    ...(credentials.kind === 'token' && { headers: { authorization: `Bearer ${credentials.token}` } }),
    // Said here, so that NODE_TLS_REJECT_UNAUTHORIZED cannot turn it off.
    ssl: { rejectUnauthorized: true },
  });
  return {
    async request(request, timeout) {
      const options = { requestTimeout: timeout, maxRetries: RETRIES };
      const { body }: { readonly body: unknown } = await client.transport.request({ ...request }, options);
      return body;
    },
    close: () => client.close(),
  };
}
