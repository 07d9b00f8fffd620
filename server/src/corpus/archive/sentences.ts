/** Sentences: which of an archive answer a query best. The server chooses some more than are wanted; they are ranked here. */

import * as z from 'zod';
import type { Query } from '../index/corpusIndex.ts';
import { type BoundedTerm, boundedTerms, sentenceScore } from '../index/ranking.ts';
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

/**
 * The best sentences for a query, of so many that the archive holds: a request for how common its terms are, unless that is
 * known, one for the sentences that have the rarer ones, as on disk, and one for their articles.
 */
export function* sentencesFor(query: Query, counts: Counts, total: number): Dialogue<FoundSentences> {
  if (query.terms.length === 0 || query.limit === 0) return { sentences: [], frequencies: new Map() };
  const tokens = query.terms.map(({ term }) => tokenOf(term));
  const counting = counts.of('keys', tokens);
  const counted = counting.read((yield { searches: [], articles: [], ...counting.step }).counts);
  const frequencies = new Map(
    query.terms.map(({ term }) => [term, counted.get(tokenOf(term)) ?? 0] as const),
  );
  const terms = boundedTerms(query, frequencies, total);
  if (terms.length === 0) return { sentences: [], frequencies };
  const { answers } = yield { searches: [sentenceSearch(query, terms)], articles: [] };
  const sentences = ranked(answers[0]?.hits ?? [], query, terms);
  // Loads them beside the articles of other questions.
  yield { searches: [], articles: sentences.map(({ article }) => article) };
  return { sentences, frequencies };
}

/** Sentences beyond those wanted: the server counts lengths roughly, and weighs terms by the shard they stand in. */
const SPARE = 1.5;
const LEAST_SPARE = 32;

/** The search for the sentences that have some of the terms. Of equal ones the same are told whichever copy is asked. */
export function sentenceSearch(
  { terms, limit }: Query,
  wanted: readonly Pick<BoundedTerm, 'term'>[],
): Search {
  const weights = new Map(terms.map(({ term, weight }) => [term, weight]));
  const clauses = wanted.map(({ term }) => ({
    term: { keys: { value: tokenOf(term), boost: weights.get(term) ?? 0 } },
  }));
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
