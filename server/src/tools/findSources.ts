/** The tool `find_sources`: the passages of the articles that speak of something. */

import * as z from 'zod';
import type { AnalysedSentence, Candidate, Query, Retrieval } from '../corpus/index/corpusIndex.ts';
import { isValueKey, valueKeys } from '../corpus/index/keys.ts';
import { inverseFrequency } from '../corpus/index/weights.ts';
import { placeAt } from '../corpus/place.ts';
import { analyseDraft } from '../draft/analyse.ts';
import { readDraft } from '../draft/readDraft.ts';
import { describePassage, passageOf, passageSchema } from './passage.ts';
import { QUOTED, type Tool, type ToolSurroundings } from './tool.ts';

/** UTF-16 units: a paragraph. */
const LONGEST_QUERY = 2000;

/** Candidates looked at for one passage that is answered with. */
const CANDIDATES_PER_PASSAGE = 6;

const input = z.object({
  query: z
    .string()
    .min(1)
    .max(LONGEST_QUERY)
    .describe('What to look for: a statement, or words and figures.'),
  limit: z.int().min(1).max(20).default(8).describe('Most passages to answer with.'),
});

const output = z.object({
  passages: z
    .array(
      passageSchema.extend({
        coverage: z
          .number()
          .min(0)
          .max(1)
          .describe('Share of the words and figures asked for that stands here, the rarer the weightier.'),
      }),
    )
    .describe('Best first.'),
});

type Answer = z.infer<typeof output>;

export const findSources: Tool<typeof input, typeof output> = {
  name: 'find_sources',
  title: 'Find passages in the source articles',
  description: `Finds the passages of the user’s source articles that share the words, names and figures of a query. Use it
to find what a statement can rest on and to cite it. It retrieves only: whether a passage supports a statement is said by
check_text. ${QUOTED}`,
  input,
  output,
  run: find,
  describe: ({ passages }) =>
    passages.length === 0
      ? 'No article speaks of it.'
      : passages.map((passage) => `- ${describePassage(passage)}`).join('\n'),
};

async function find({ query, limit }: z.infer<typeof input>, around: ToolSurroundings): Promise<Answer> {
  const asked = queryOf(query, limit * CANDIDATES_PER_PASSAGE);
  if (asked.terms.length === 0) return { passages: [] };
  const retrieval = await around.index.retrieve([asked]);
  const found = (retrieval.candidates[0] ?? []).map((candidate) => rated(candidate, asked, retrieval));
  const passages = found
    .filter(({ coverage }) => coverage > 0)
    // Equal ones in an order of their own, so that it does not depend on the backend.
    .toSorted((a, b) => b.coverage - a.coverage || a.id.localeCompare(b.id) || a.at - b.at)
    .slice(0, limit)
    .flatMap(({ candidate, coverage }) => {
      const { article } = candidate.article;
      const own = candidate.article.sentences[candidate.sentence]?.sentence;
      if (own === undefined) return [];
      const { start, end } = own;
      const text = article.text.slice(start, end);
      const place = placeAt(article, start) ?? undefined;
      const source = { ...article, article: article.id, place, start, end, text };
      return [{ ...passageOf(source, around.shownPath), coverage }];
    });
  return { passages };
}

/** The words and values of all sentences of the query, each once. */
function queryOf(text: string, limit: number): Query {
  const sentences = analyseDraft(readDraft('query', 'plaintext', text));
  const terms = new Set(sentences.flatMap(keysOf));
  return { terms: [...terms].map((term) => ({ term, weight: 1 })), limit };
}

function keysOf({ terms, quantities }: AnalysedSentence): readonly string[] {
  return [...terms.map(({ term }) => term), ...quantities.flatMap((quantity) => valueKeys(quantity))];
}

interface Rated {
  readonly candidate: Candidate;
  readonly id: string;
  readonly at: number;
  readonly coverage: number;
}

function rated(candidate: Candidate, { terms }: Query, { frequencies, sentences }: Retrieval): Rated {
  const own = candidate.article.sentences[candidate.sentence];
  const held = new Set(own === undefined ? [] : keysOf(own));
  let all = 0;
  let shared = 0;
  for (const { term } of terms) {
    const weight = inverseFrequency(frequencies.get(term) ?? 0, sentences) * (isValueKey(term) ? VALUE : 1);
    all += weight;
    if (held.has(term)) shared += weight;
  }
  const coverage = all === 0 ? 0 : Math.round((shared / all) * 1000) / 1000;
  return { candidate, id: candidate.article.article.id, at: candidate.sentence, coverage };
}

/** A value has several keys, one for each way it may be rounded; together they count for about one word. */
const VALUE = 0.5;
