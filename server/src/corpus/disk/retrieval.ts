/** Retrieval: the sentences on disk that answer a query best, by the ranking that all backends share. */

import type { Candidate, Query } from '../index/corpusIndex.ts';
import { boundedTerms } from '../index/ranking.ts';
import type { ArticleLoader } from './articleLoader.ts';
import { BestSentences, type Scored } from './bestSentences.ts';
import { byId } from './idOrder.ts';
import type { KeyCounts } from './keyCounts.ts';
import { lastFrom, type SegmentPlaces } from './places.ts';
import type { Postings } from './postings.ts';
import { KIND } from './schema.ts';
import { type ScoredSegment, scoreSegment } from './scoring.ts';
import { isGone, type Segment, type Segments } from './segments.ts';
import type { WordKeys } from './wordKeys.ts';
import type { WordPairs } from './wordPairs.ts';

/** What retrieval reads. */
export interface Shelf {
  readonly segments: Segments;
  readonly postings: Postings;
  readonly articles: ArticleLoader;
  readonly keyCounts: KeyCounts;
  readonly wordKeys: WordKeys;
  readonly wordPairs: WordPairs;
}

/** Answers one query. `frequencies` are those of its terms. */
export function answer(shelf: Shelf, query: Query, frequencies: ReadonlyMap<string, number>): Candidate[] {
  const { segments } = shelf;
  const terms = boundedTerms(query, frequencies, segments.sentences);
  let ranked: readonly Scored[] = [];
  for (const segment of segments.all) {
    const rankOf = rankIn(segments.placesOf(segment));
    const best = new BestSentences(query.limit, ranked[query.limit - 1]?.score ?? 0, rankOf);
    scoreSegment(scored(shelf, segment), terms, best);
    ranked = merged(segments, ranked, best.sentences()).slice(0, query.limit);
  }
  return ranked.flatMap(({ sentence, score }): Candidate[] => {
    const place = segments.articleOfSentence(sentence);
    const article = place === null ? undefined : shelf.articles.load(place.number);
    if (place === null || article === undefined) return [];
    return [{ article, sentence: sentence - place.firstSentence, score }];
  });
}

/** Tells the rank of a sentence's article; sentences are asked for in order. */
function rankIn({ sentences, ranks }: SegmentPlaces): (sentence: number) => number {
  let article = 0;
  return (sentence) => {
    article = lastFrom(sentences, sentence, article);
    return ranks[article] ?? 0;
  };
}

/** Two lists in the order of `topCandidates`, as one. */
function merged(segments: Segments, one: readonly Scored[], other: readonly Scored[]): readonly Scored[] {
  if (one.length === 0) return other;
  if (other.length === 0) return one;
  const inRankOrder = (a: Scored, b: Scored): number => {
    if (a.score !== b.score) return b.score - a.score;
    const [first, second] = [segments.articleOfSentence(a.sentence), segments.articleOfSentence(b.sentence)];
    if (first === null || second === null) return a.sentence - b.sentence;
    return byId(segments, first, second) || a.sentence - b.sentence;
  };
  return [...one, ...other].sort(inRankOrder);
}

function scored({ segments, postings, keyCounts }: Shelf, segment: Segment): ScoredSegment {
  return {
    firstSentence: segment.firstSentence,
    listOf: (term) => postings.listOf(segment, KIND.sentence + term, segment.sentences),
    keysOf: keyCounts.of(segment.id),
    isGone: (sentence) => isGone(segments.goneSentences, sentence),
  };
}
