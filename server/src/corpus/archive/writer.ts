/** The writer: puts articles into an archive so that it is right whenever the work is broken off. */

import * as z from 'zod';
import type { Article, SkippedFile } from '../article.ts';
import type { ArchiveAddress } from './address.ts';
import { ArchiveError } from './archiveError.ts';
import { type Operation, type Rejected, writeAll } from './bulk.ts';
import {
  type ArticleDocuments,
  documentId,
  documentsOf,
  hashOf,
  STOCK_FIELDS,
  type Stock,
  sentenceId,
  stockFrom,
} from './documents.ts';
import { indexBody, indexName, LAYOUT, type Spread } from './mapping.ts';
import { readDocuments } from './search.ts';
import { readAs } from './shape.ts';
import { STATE_ID, type WrittenState, writtenState } from './state.ts';
import type { ArchiveTransport } from './transport.ts';

/** What became of the articles of one call. */
export interface Replaced {
  readonly sent: number;
  /** Known by id and content already; not sent. */
  readonly unchanged: number;
  readonly refused: readonly SkippedFile[];
}

/** Milliseconds for requests that the whole cluster takes part in. */
const PATIENCE = 60_000;

/** Writes to one archive. Rejects with `ArchiveError`, and with the signal's reason when aborted. */
export class ArchiveWriter {
  readonly #transport: ArchiveTransport;
  readonly #index: string;
  readonly #signal: AbortSignal;

  constructor(transport: ArchiveTransport, address: ArchiveAddress, signal: AbortSignal) {
    this.#transport = transport;
    this.#index = indexName(address);
    this.#signal = signal;
  }

  /** Makes the index unless it is there. */
  async prepare(spread: Spread): Promise<void> {
    const path = `/${this.#index}`;
    try {
      const found = await this.#send('GET', `${path}/_mapping`);
      requireLayout(found, this.#index);
    } catch (error) {
      if (!(error instanceof ArchiveError && error.failure === 'missing')) throw error;
      await this.#send('PUT', path, indexBody(spread)).catch((problem: unknown) => {
        // Another loader may have made it at the same moment.
        if (!(problem instanceof Error && /already exists/.test(problem.message))) throw problem;
      });
    }
  }

  /**
   * Writes the articles that are new or changed. Their sentences are sent first and the articles when all of those are
   * taken: an article that is there has all its sentences, and one that is not is sent again by the next load.
   */
  async replace(articles: readonly Article[]): Promise<Replaced> {
    const known = await this.#stockOf(articles.map(({ id }) => id));
    const { changed, unchanged, refused } = sorted(articles, known);
    const documents = changed.map(documentsOf);
    const lost = await this.#write(documents.flatMap(sentenceOperations));
    const broken = new Map(lost.map(({ operation, reason }) => [operation.routing, reason]));
    const whole = documents.filter(({ id }) => !broken.has(id));
    const late = await this.#write(whole.flatMap((each) => articleOperations(each, known.get(each.id))));
    for (const { operation, reason } of late) broken.set(operation.routing, reason);
    for (const article of changed) {
      const reason = broken.get(documentId(article.id));
      if (reason !== undefined)
        refused.push({ path: article.path, reason: `the archive does not take it: ${reason}` });
    }
    return { sent: documents.length - broken.size, unchanged, refused };
  }

  /** Removes the articles of these ids; unknown ones are no error. */
  async remove(ids: readonly string[]): Promise<void> {
    const known = await this.#stockOf(ids);
    await this.#write([...known].flatMap(([id, { sentences }]) => removal(id, 0, sentences, 'whole')));
  }

  /** Makes everything that was written visible, and then the state as `change` has it with a new revision. */
  async publish(change: (state: WrittenState) => WrittenState): Promise<WrittenState> {
    await this.#send('POST', `/${this.#index}/_refresh`);
    for (let attempt = 1; ; attempt += 1) {
      const { state, version } = await this.#readState();
      const next = { ...change(state), revision: state.revision + 1 };
      try {
        await this.#send('PUT', `/${this.#index}/_doc/${STATE_ID}`, { kind: 'state', state: next }, version);
        await this.#send('POST', `/${this.#index}/_refresh`);
        return next;
      } catch (error) {
        // Another loader was first; its revision is counted on.
        if (attempt >= MOST_CONFLICTS || !isConflict(error)) throw error;
      }
    }
  }

  async #readState(): Promise<{
    readonly state: WrittenState;
    readonly version: Readonly<Record<string, string>>;
  }> {
    const body = await this.#send('POST', `/${this.#index}/_mget`, { ids: [STATE_ID] });
    const found = readAs(versionSchema, body).docs[0];
    const [source] = [...readDocuments(body).values()];
    if (source === undefined || found?._seq_no === undefined)
      return { state: writtenState(undefined), version: { op_type: 'create' } };
    const version = { if_seq_no: String(found._seq_no), if_primary_term: String(found._primary_term) };
    return { state: writtenState({ source }), version };
  }

  async #stockOf(ids: readonly string[]): Promise<Map<string, Stock & { readonly path: string }>> {
    if (ids.length === 0) return new Map();
    const body = await this.#send(
      'POST',
      `/${this.#index}/_mget`,
      { ids: ids.map(documentId) },
      { _source_includes: STOCK_FIELDS.join(',') },
    );
    return new Map([...readDocuments(body)].map(([id, source]) => [id, stockFrom(source)]));
  }

  #write(operations: readonly Operation[]): Promise<readonly Rejected[]> {
    return writeAll(this.#transport, this.#index, operations, this.#signal);
  }

  #send(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: Readonly<Record<string, unknown>>,
    query?: Readonly<Record<string, string>>,
  ): Promise<unknown> {
    return this.#transport.send(
      {
        method,
        path,
        timeout: PATIENCE,
        ...(body !== undefined && { body }),
        ...(query !== undefined && { query }),
      },
      this.#signal,
    );
  }
}

/** Loaders that write the state of one archive at the same moment. */
const MOST_CONFLICTS = 8;

const versionSchema = z.object({
  docs: z.array(z.object({ _seq_no: z.number().optional(), _primary_term: z.number().optional() })),
});

function isConflict(error: unknown): boolean {
  return error instanceof Error && error.message.includes('(409)');
}

const layoutSchema = z.record(
  z.string(),
  z.object({ mappings: z.object({ _meta: z.object({ corroborate: z.object({ layout: z.number() }) }) }) }),
);

/** Throws where an index of the name is none of ours. */
function requireLayout(answer: unknown, index: string): void {
  const found = layoutSchema.safeParse(answer).data?.[index]?.mappings._meta.corroborate.layout;
  if (found === LAYOUT) return;
  throw new ArchiveError(
    'rejected',
    `the index ${index} was not made by this program; give the archive another name`,
  );
}

interface Sorted {
  readonly changed: readonly Article[];
  readonly unchanged: number;
  readonly refused: SkippedFile[];
}

/** What is to be sent of the articles, when the archive has these. */
function sorted(
  articles: readonly Article[],
  known: ReadonlyMap<string, Stock & { readonly path: string }>,
): Sorted {
  const changed: Article[] = [];
  const refused: SkippedFile[] = [];
  let unchanged = 0;
  for (const article of articles) {
    const stock = known.get(documentId(article.id));
    if (stock !== undefined && stock.hash === hashOf(article)) unchanged += 1;
    else if (stock === undefined || stock.path === article.path) changed.push(article);
    else
      refused.push({
        path: article.path,
        reason: `another article is called ${article.id}, that of ${stock.path}`,
      });
  }
  return { changed, unchanged, refused };
}

function sentenceOperations({ id, sentences }: ArticleDocuments): readonly Operation[] {
  return sentences.map((document, at) => ({ id: sentenceId(id, at), routing: id, document }));
}

/** The article, and the removal of sentences that it had before and has no more. */
function articleOperations(
  { id, article, stock }: ArticleDocuments,
  before: Stock | undefined,
): readonly Operation[] {
  const surplus = removal(id, stock.sentences, before?.sentences ?? 0, 'sentences');
  return [...surplus, { id, routing: id, document: article }];
}

function removal(id: string, from: number, to: number, what: 'sentences' | 'whole'): readonly Operation[] {
  const operations: Operation[] = what === 'whole' ? [{ id, routing: id, document: null }] : [];
  for (let at = from; at < to; at += 1) {
    operations.push({ id: sentenceId(id, at), routing: id, document: null });
  }
  return operations;
}
