/** Sentences: which of an archive answer a query best. The server chooses some more than are wanted; they are ranked here. */

import * as z from 'zod';
import type { Query } from '../index/corpusIndex.ts';
import { allTerms, type BoundedTerm, sentenceScore } from '../index/ranking.ts';
import type { Counts } from './counts.ts';
import type { Dialogue } from './dialogue.ts';
import type { Hit, Search } from './search.ts';
import { tokenOf } from './tokens.ts';

/** A sentence that answers a query. */
export interface FoundSentence {
  /** Id of the article. */
  readonly article: string;
  readonly at: number;
  readonly score: number;
}

export interface FoundSentences {
  /** Best first. */
  readonly sentences: readonly FoundSentence[];
  /** In how many sentences each term of the query stands. */
  readonly frequencies: ReadonlyMap<string, number>;
}

/** The best sentences for a query, of so many that the archive holds: one request, and one for their articles. */
export function* sentencesFor(query: Query, counts: Counts, total: number): Dialogue<FoundSentences> {
  if (query.terms.length === 0 || query.limit === 0) return { sentences: [], frequencies: new Map() };
  const tokens = query.terms.map(({ term }) => tokenOf(term));
  const counting = counts.of('keys', tokens);
  const told = yield { searches: [sentenceSearch(query)], articles: [], ...counting.step };
  const counted = counting.read(told.counts);
  const frequencies = new Map(
    query.terms.map(({ term }) => [term, counted.get(tokenOf(term)) ?? 0] as const),
  );
  const sentences = ranked(told.answers[0]?.hits ?? [], query, allTerms(query, frequencies, total));
  // Loads them beside the articles of other questions.
  yield { searches: [], articles: sentences.map(({ article }) => article) };
  return { sentences, frequencies };
}

/** Sentences beyond those wanted: the server counts lengths roughly, and weighs terms by the shard they stand in. */
const SPARE = 1.5;
const LEAST_SPARE = 32;

/** The most clauses of one query that a server takes by default is 1,024; a query of ours has some fifty. */
const MOST_TERMS = 512;

/** The search for the sentences of a query. Of equal ones the same are told whichever copy of a shard is asked. */
export function sentenceSearch({ terms, limit }: Query): Search {
  const clauses = terms
    .slice(0, MOST_TERMS)
    .map(({ term, weight }) => ({ term: { keys: { value: tokenOf(term), boost: weight } } }));
  return {
    size: Math.ceil(limit * SPARE) + LEAST_SPARE,
    track_total_hits: false,
    query: { bool: { should: clauses, minimum_should_match: 1 } },
    sort: [{ _score: 'desc' }, { article: 'asc' }, { at: 'asc' }],
    _source: ['article', 'at', 'keys'],
  };
}

const sentenceSchema = z.object({ article: z.string(), at: z.number(), keys: z.string() });

/** The hits as every backend ranks them. `terms` are those of the query in the order in which gains are summed. */
function ranked(hits: readonly Hit[], { limit }: Query, terms: readonly BoundedTerm[]): FoundSentence[] {
  const gains = terms.map(({ term, gain }) => ({ token: tokenOf(term), gain }));
  const found = hits.map(({ source }): FoundSentence => {
    const { article, at, keys } = sentenceSchema.parse(source);
    const own = new Set(keys.split(' '));
    let sum = 0;
    for (const { token, gain } of gains) if (own.has(token)) sum += gain;
    return { article, at, score: sentenceScore(sum, own.size) };
  });
  return found.sort(inRankOrder).slice(0, limit);
}

/** As `topCandidates` has it: by score, then by the article's id and the place in it. */
function inRankOrder(a: FoundSentence, b: FoundSentence): number {
  if (a.score !== b.score) return b.score - a.score;
  return a.article === b.article ? a.at - b.at : a.article < b.article ? -1 : 1;
}
