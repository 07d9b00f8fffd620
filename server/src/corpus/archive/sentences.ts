/** Sentences: which of an archive answer a query best. The server chooses some more than are wanted; they are ranked here. */

import type { Query } from '../index/corpusIndex.ts';
import { type BoundedTerm, boundedTerms, sentenceScore } from '../index/ranking.ts';
import { KEYS_COLUMNS, keysIn, placeIn, telling } from './columns.ts';
import type { Counts } from './counts.ts';
import type { Dialogue, TokenCounts } from './dialogue.ts';
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
 * The best sentences for a query, of so many that the archive holds: a request for those that have its rarer terms, as on
 * disk, and one for their articles. Which terms are rare may have to be asked first; where most are known, as after an
 * edit, it is asked beside the search, which is made again when the guess about the others was wrong.
 */
export function* sentencesFor(query: Query, counts: Counts, total: number): Dialogue<FoundSentences> {
  if (query.terms.length === 0 || query.limit === 0) return { sentences: [], frequencies: new Map() };
  const counting = counts.of(
    'keys',
    query.terms.map(({ term }) => tokenOf(term)),
  );
  const guess = counting.guess(RARE);
  const guessed = guess === null ? [] : boundedTerms(query, frequenciesOf(query, guess), total);
  const first = yield { sentences: searchesFor(query, guessed), ...counting.step };
  const frequencies = frequenciesOf(query, counting.read(first.counts));
  const terms = boundedTerms(query, frequencies, total);
  const { sentences: answers } = isSame(terms, guessed, frequencies)
    ? first
    : yield { sentences: searchesFor(query, terms) };
  const sentences = ranked(answers[0]?.hits ?? [], query, terms);
  // Those that did not come with them are loaded beside the articles of other questions.
  yield { articles: sentences.map(({ article }) => article) };
  return { sentences, frequencies };
}

/** In how many sentences a word stands of which nothing is known: one that a claim was given is looked up in any case. */
const RARE = 1;

function frequenciesOf({ terms }: Query, counts: TokenCounts): ReadonlyMap<string, number> {
  return new Map(terms.map(({ term }) => [term, counts.get(tokenOf(term)) ?? 0] as const));
}

/** Whether a search for the guessed terms finds what one for `terms` does: those that it has more stand nowhere. */
function isSame(
  terms: readonly BoundedTerm[],
  guessed: readonly BoundedTerm[],
  frequencies: ReadonlyMap<string, number>,
): boolean {
  const wanted = new Set(terms.map(({ term }) => term));
  const held = new Set(guessed.map(({ term }) => term));
  return (
    terms.every(({ term }) => held.has(term)) &&
    guessed.every(({ term }) => wanted.has(term) || frequencies.get(term) === 0)
  );
}

function searchesFor(query: Query, terms: readonly BoundedTerm[]): readonly Search[] {
  return terms.length === 0 ? [] : [sentenceSearch(query, terms)];
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
    ...telling(...KEYS_COLUMNS),
  };
}

/** The hits as every backend ranks them. `terms` are those of the query in the order in which gains are summed. */
function ranked(hits: readonly Hit[], { limit }: Query, terms: readonly BoundedTerm[]): FoundSentence[] {
  const gains = terms.map(({ term, gain }) => ({ token: tokenOf(term), gain }));
  const found = hits.map((hit): FoundSentence => {
    const own = keysIn(hit);
    let sum = 0;
    for (const { token, gain } of gains) if (own.has(token)) sum += gain;
    return { ...placeIn(hit), score: sentenceScore(sum, own.size) };
  });
  return found.sort(inRankOrder).slice(0, limit);
}

/** As `topCandidates` has it: by score, then by the article's id and the place in it. */
function inRankOrder(a: FoundSentence, b: FoundSentence): number {
  if (a.score !== b.score) return b.score - a.score;
  return a.article === b.article ? a.at - b.at : a.article < b.article ? -1 : 1;
}
