/** Counting: how often tokens stand in an archive, by one look into the dictionary where that is exact, else by searches. */

import * as z from 'zod';
import { ArchiveError } from './archiveError.ts';
import type { FieldTokens, TokenCounts } from './dialogue.ts';
import { countSearch, type Search, type SearchAnswer } from './search.ts';
import { readAs } from './shape.ts';

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
      doc: { [field]: tokens },
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
  const { docs } = readAs(vectorsSchema, body);
  if (docs.length !== asked.length) throw new ArchiveError('unreachable', 'it answers less than was asked');
  const counts = new Map<string, TokenCounts>();
  for (const [at, { field, tokens }] of asked.entries()) {
    const vectors = docs[at]?.term_vectors[field];
    if (vectors?.field_statistics.doc_count !== documents.get(field)) return null;
    const terms = new Map(Object.entries(vectors?.terms ?? {}));
    // A token that the server did not take as one is none that can be counted so.
    if (tokens.some((token) => !terms.has(token))) return null;
    counts.set(field, new Map(tokens.map((token) => [token, terms.get(token)?.doc_freq ?? 0])));
  }
  return counts;
}

/** Searches that count the tokens, one each, which are exact whatever was replaced. `readCounts` reads their answers. */
export function countSearches(asked: readonly FieldTokens[]): readonly Search[] {
  return asked.flatMap(({ field, tokens }) => tokens.map((token) => countSearch(field, token)));
}

/** The counts that the answers to `countSearches` of the same tokens tell. */
export function readCounts(
  asked: readonly FieldTokens[],
  answers: readonly SearchAnswer[],
): ReadonlyMap<string, TokenCounts> {
  let at = 0;
  return new Map(
    asked.map(({ field, tokens }) => [
      field,
      new Map(tokens.map((token) => [token, answers[at++]?.total ?? 0] as const)),
    ]),
  );
}
