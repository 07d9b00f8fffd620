/** The transport: one request to an archive and its answer, whoever carries it. */

import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import type { ArchiveAddress } from './address.ts';
import { ArchiveError } from './archiveError.ts';
import type { Credentials } from './credentials.ts';
import type { OpenSearchAnswer, OpenSearchClient } from './openSearchClient.ts';

export interface ArchiveRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'HEAD';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | boolean>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** JSON values, one a line, in place of a body. */
  readonly lines?: readonly string[];
  /** Milliseconds after which a node is taken not to answer; after twice as many no answer counts as none. */
  readonly timeout: number;
}

export interface ArchiveTransport {
  /** The answer as parsed JSON. Rejects with `ArchiveError`, and with the signal's reason when aborted. */
  send(request: ArchiveRequest, signal?: AbortSignal): Promise<unknown>;
  /** Breaks off what is asked, and closes the connections once they are idle. */
  close(): Promise<void>;
}

/** A transport by the OpenSearch client, which is loaded with the first request. */
export function connect(address: ArchiveAddress, credentials: Credentials): ArchiveTransport {
  const closing = new AbortController();
  let loading: Promise<OpenSearchClient> | null = null;
  return {
    async send(request, signal) {
      const both = signal === undefined ? closing.signal : AbortSignal.any([signal, closing.signal]);
      both.throwIfAborted();
      loading ??= import('./openSearchClient.ts').then(({ createClient }) =>
        createClient(address.nodes, credentials),
      );
      return answerOf(await loading, request, both);
    },
    async close() {
      closing.abort(new ArchiveError('unreachable', 'it was closed'));
      // Connections end when what is under way on them is over, which nobody waits for.
      const client = await loading;
      client?.close().catch(() => {});
    },
  };
}

async function answerOf(
  client: OpenSearchClient,
  { method, path, query, body, lines, timeout }: ArchiveRequest,
  signal: AbortSignal,
): Promise<unknown> {
  signal.throwIfAborted();
  const sent = client.request(
    {
      method,
      path,
      ...(query !== undefined && { querystring: { ...query } }),
      ...(body !== undefined && { body: { ...body } }),
      ...(lines !== undefined && { bulkBody: [...lines] }),
    },
    timeout,
  );
  // The request itself goes on until it is answered or times out: to abort it makes the client throw past its caller.
  const over = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true, signal: over.signal });
  });
  sent.catch(() => {});
  const late = wait(NODES_IN_TIME * timeout, null, { ref: false, signal: over.signal }).then(() => {
    throw new ArchiveError('unreachable', 'it did not answer in time');
  });
  late.catch(() => {});
  aborted.catch(() => {});
  try {
    return bodyOf(await Promise.race([sent, aborted, late]));
  } catch (error) {
    signal.throwIfAborted();
    throw asArchiveError(error);
  } finally {
    over.abort();
  }
}

/** Nodes that may take their whole time before that of a request is over: a machine without power says nothing. */
const NODES_IN_TIME = 2;

/** A redirection is not followed: drafts and passwords go to the address that was set. */
function bodyOf({ status, body }: OpenSearchAnswer): unknown {
  if (status < 300) return body;
  throw new ArchiveError(
    'unreachable',
    `it sends on to another address (${status}), which is not followed; name the one that answers`,
  );
}

/** What errors of the client and of the server tell. */
const errorSchema = z.object({
  name: z.string().catch(''),
  message: z.string().catch(''),
  statusCode: z.number().nullish().catch(null),
  meta: z
    .object({ body: z.object({ error: z.object({ type: z.string(), reason: z.string().nullish() }) }) })
    .nullish()
    .catch(null),
});

/** The error of an archive that an error of the client means. */
export function asArchiveError(error: unknown): ArchiveError {
  if (error instanceof ArchiveError) return error;
  const { name, message, statusCode, meta } = errorSchema.parse(
    error instanceof Error
      ? { name: error.name, message: error.message, ...fieldsOf(error) }
      : { message: String(error) },
  );
  const cause = meta?.body.error;
  const reason = cause === undefined ? message : `${cause.reason ?? cause.type}`;
  if (name === 'DeserializationError')
    return new ArchiveError('unreachable', 'it answers in a way that is not understood', { cause: error });
  if (name !== 'ResponseError') return new ArchiveError('unreachable', withAdvice(message), { cause: error });
  return failureOf(statusCode ?? 0, cause?.type ?? '', reason, error);
}

/** The error that an answer with a status and the server's own words means. */
export function failureOf(status: number, type: string, reason: string, cause?: unknown): ArchiveError {
  const options = cause === undefined ? undefined : { cause };
  if (status === 401)
    return new ArchiveError('refused', 'its user name, password or token is not taken', options);
  if (status === 403)
    return new ArchiveError(
      'refused',
      'this user has no right to do that; whoever checks has to be let read, whoever loads write',
      options,
    );
  if (type === 'index_not_found_exception')
    return new ArchiveError(
      'missing',
      'nothing was loaded under this name; `corroborate index --archive` does',
      options,
    );
  const isPassing = status === 429 || status >= 500 || status === 0;
  return new ArchiveError(isPassing ? 'unreachable' : 'rejected', `${reason} (${status})`, options);
}

function fieldsOf(error: Error): Readonly<Record<string, unknown>> {
  return {
    ...('statusCode' in error && { statusCode: error.statusCode }),
    ...('meta' in error && { meta: error.meta }),
  };
}

function withAdvice(message: string): string {
  const advice = ADVICE.find(([pattern]) => pattern.test(message));
  // Node advises options of its own command line after the first semicolon.
  const [cause = message] = message.split('; if ');
  return advice === undefined ? message : `${cause}; ${advice[1]}`;
}

/** What to do about errors of Node's network, which name a cause and no remedy. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  // Certificates are always verified; one of a newsroom's own authority has to be made known to Node.
  [/self.signed|unable to (?:verify|get)/i, 'name the file of its authority in NODE_EXTRA_CA_CERTS'],
  [/altnames/i, 'its certificate is made out to another name: use that in the address'],
  [/certificate has expired/i, 'whoever runs the archive has to renew it'],
  [/ENOTFOUND|EAI_AGAIN/, 'see whether its name is written right and the network is there'],
  [/ECONNREFUSED/, 'see whether it runs and the port is right'],
  [/wrong version number|EPROTO/, 'it does not take https there'],
];
