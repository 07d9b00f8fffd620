/** The OpenSearch client: a bundle of its own, which only those load who have an archive. */

import type { IncomingMessage } from 'node:http';
import { Client, Connection } from '@opensearch-project/opensearch';
import type { Credentials } from './credentials.ts';

export interface OpenSearchRequest {
  readonly method: string;
  readonly path: string;
  readonly querystring?: Record<string, string | boolean>;
  readonly body?: Record<string, unknown>;
  readonly bulkBody?: string[];
}

export interface OpenSearchAnswer {
  readonly status: number;
  /** As JSON where it says that it is, else as text. */
  readonly body: unknown;
}

export interface OpenSearchClient {
  /**
   * The answer of the first node that gives one. `timeout` is in milliseconds, for each node. Rejects with the errors of
   * the library.
   */
  request(request: OpenSearchRequest, timeout: number): Promise<OpenSearchAnswer>;
  close(): Promise<void>;
}

/** How many other nodes are asked when one does not answer. */
const RETRIES = 3;

/** UTF-16 units of one answer. The articles of a long draft have some tens of millions. */
const LARGEST_ANSWER = 200_000_000;

/**
 * The library writes to standard output when a connection breaks after its answer began, which belongs to reports and
 * protocols; and once an answer has begun it waits for its end however long it takes and however large it is.
 */
function guardedConnection(largest: number): typeof Connection {
  return class extends Connection {
    override request(...args: Parameters<Connection['request']>): ReturnType<Connection['request']> {
      const request = super.request(...args);
      const { timeout } = args[0];
      request.on?.('response', (response) => {
        request.removeAllListeners('error').on('error', () => {});
        guard(response, timeout ?? null, largest);
      });
      return request;
    }
  };
}

/** Breaks an answer off that is too large, takes too long, or has to be unpacked, which nobody asked for. */
function guard(response: IncomingMessage, timeout: number | null, largest: number): void {
  const breakOff = (why: string): void => {
    // The library would tell of an answer that was broken off, not why.
    response.emit('error', new Error(why));
    response.on('error', () => {}).destroy();
  };
  if (response.headers['content-encoding'] !== undefined)
    breakOff('it answers in a way that is not understood');
  let size = 0;
  response.on('data', (part: string | Buffer) => {
    size += part.length;
    if (size > largest) breakOff('its answer is too large');
  });
  if (timeout === null) return;
  const timer = setTimeout(() => breakOff('it did not answer in time'), timeout);
  response.once('close', () => clearTimeout(timer));
}

/** A client for the nodes of a cluster, as the origins of their addresses. Answers of more UTF-16 units are broken off. */
export function createClient(
  nodes: readonly string[],
  credentials: Credentials,
  largest: number = LARGEST_ANSWER,
): OpenSearchClient {
  const client = new Client({
    nodes: [...nodes],
    Connection: guardedConnection(largest),
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
      const answer = await client.transport.request({ ...request }, options);
      const { body }: { readonly body: unknown } = answer;
      return { status: answer.statusCode ?? 0, body };
    },
    close: () => client.close(),
  };
}
