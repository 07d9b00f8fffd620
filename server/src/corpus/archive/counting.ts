/** Counting: how often tokens stand in an archive, by one look into the dictionary where that is exact, else by searches. */

import * as z from 'zod';
import { ArchiveError } from './archiveError.ts';
import type { FieldTokens, TokenCounts } from './dialogue.ts';
import type { ArchiveRequests } from './requests.ts';
import { countSearch } from './search.ts';

/** How many documents there are with a field, where that is known. */
export type DocumentCounts = ReadonlyMap<string, number>;

const vectorsSchema = z.object({
  docs: z.array(
    z.object({
      error: z.object({ type: z.string(), reason: z.string().nullish() }).optional(),
      term_vectors: z
        .record(
          z.string(),
          z.object({
            field_statistics: z.object({ doc_count: z.number() }),
            terms: z.record(z.string(), z.object({ doc_freq: z.number().default(0) })),
          }),
        )
        .default({}),
    }),
  ),
});

/** The request of a look into the dictionary: a document that nobody keeps, with the tokens of which is asked. */
export function vectorsBody(asked: readonly FieldTokens[]): Readonly<Record<string, unknown>> {
  return {
    docs: asked.map(({ field, tokens }) => ({
      doc: { [field]: tokens.join(' ') },
      fields: [field],
      ...{ term_statistics: true, field_statistics: true },
      ...{ positions: false, offsets: false, payloads: false },
    })),
  };
}

/**
 * The counts that a look into the dictionary gave. Null where they are not exact: the dictionary still counts documents
 * that were replaced, and then holds more documents with the field than there are. Throws `ArchiveError`.
 */
export function readVectors(
  body: unknown,
  asked: readonly FieldTokens[],
  documents: DocumentCounts,
): ReadonlyMap<string, TokenCounts> | null {
  const parsed = vectorsSchema.safeParse(body);
  if (!parsed.success || parsed.data.docs.length !== asked.length)
    throw new ArchiveError('unreachable', 'it answers in a way that is not understood');
  const counts = new Map<string, TokenCounts>();
  for (const [at, { field, tokens }] of asked.entries()) {
    const vectors = parsed.data.docs[at]?.term_vectors[field];
    if (vectors?.field_statistics.doc_count !== documents.get(field)) return null;
    const terms = new Map(Object.entries(vectors?.terms ?? {}));
    // A token that the server did not take as one is none that can be counted so.
    if (tokens.some((token) => !terms.has(token))) return null;
    counts.set(field, new Map(tokens.map((token) => [token, terms.get(token)?.doc_freq ?? 0])));
  }
  return counts;
}

/** Counts tokens by one search each, which is exact whatever was replaced. Rejects with `ArchiveError`. */
export async function countBySearches(
  asked: readonly FieldTokens[],
  requests: Pick<ArchiveRequests, 'search'>,
): Promise<ReadonlyMap<string, TokenCounts>> {
  const each = asked.flatMap(({ field, tokens }) => tokens.map((token) => ({ field, token })));
  const answers = await requests.search(each.map(({ field, token }) => countSearch(field, token)));
  const counts = new Map(asked.map(({ field }) => [field, new Map<string, number>()] as const));
  for (const [at, { field, token }] of each.entries()) {
    counts.get(field)?.set(token, answers[at]?.total ?? 0);
  }
  return counts;
}
