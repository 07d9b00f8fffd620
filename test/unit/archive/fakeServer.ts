/** A fake server: answers like OpenSearch does, with what a test tells it to, and remembers what it was asked. */

import { createServer, type IncomingMessage } from 'node:http';
import * as z from 'zod';
import { listening } from './listening.ts';

export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly authorization: string | undefined;
  /** JSON values, one for each line of the body. */
  readonly lines: readonly unknown[];
}

export interface Answer {
  readonly status?: number;
  /** Undefined leaves the question without an answer. */
  readonly body: unknown;
}

export interface FakeServer {
  /** `http://127.0.0.1:40000`. */
  readonly origin: string;
  readonly asked: readonly Asked[];
  /** What it answers from now on. */
  answers(answer: (asked: Asked) => Answer): void;
}

/** Starts a server on loopback that ends with what `t` is the context of, such as a test. */
export async function fakeServer(
  t: { after(end: () => void): void },
  answer: (asked: Asked) => Answer,
): Promise<FakeServer> {
  const asked: Asked[] = [];
  let current = answer;
  const server = createServer((request, response) => {
    void bodyOf(request).then((text) => {
      const { method = '', url = '', headers } = request;
      const lines = text.split('\n').filter((line) => line !== '');
      const question = {
        method,
        path: url,
        authorization: headers.authorization,
        lines: lines.map((line): unknown => JSON.parse(line)),
      };
      asked.push(question);
      const { status = 200, body } = current(question);
      if (body === undefined) return;
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  const port = await listening(t, server);
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    answers(next) {
      current = next;
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}

/** The answers to as many searches as a request holds, each as `answer` has it. */
export function toSearches({ lines }: Asked, answer: (search: unknown) => unknown): Answer {
  const searches = lines.filter((_, at) => at % 2 === 1);
  return { body: { responses: searches.map(answer) } };
}

/** An answer with hits, complete unless `shards` says otherwise. */
export function hits(
  documents: readonly {
    readonly _id?: string;
    readonly _source?: unknown;
    readonly fields?: Readonly<Record<string, readonly unknown[]>>;
  }[],
  total: number = documents.length,
  shards: { readonly total: number; readonly failed: number } = { total: 1, failed: 0 },
): unknown {
  return { timed_out: false, _shards: shards, hits: { total: { value: total }, hits: documents } };
}

/** The dictionary of an archive with so many documents that have each field, of which `each` have each term. */
export function dictionary({ lines: [body] }: Asked, documents: number, each = 0): Answer {
  const { docs } = vectorsRequest.parse(body);
  return {
    body: {
      docs: docs.map(({ doc }) => ({
        term_vectors: Object.fromEntries(
          Object.entries(doc).map(([field, tokens]) => [
            field,
            {
              field_statistics: { doc_count: documents },
              terms: Object.fromEntries(
                tokens.map((token) => [token, { term_freq: 1, ...(each > 0 && { doc_freq: each }) }]),
              ),
            },
          ]),
        ),
      })),
    },
  };
}

const vectorsRequest = z.object({
  docs: z.array(z.object({ doc: z.record(z.string(), z.array(z.string())) })),
});
