/** Retrieval: the sentences on disk that answer a query best, by the ranking that all backends share. */

import type { Candidate, Query } from '../index/corpusIndex.ts';
import { boundedTerms } from '../index/ranking.ts';
import type { ArticleLoader } from './articleLoader.ts';
import { BestSentences, type Scored } from './bestSentences.ts';
import type { Postings } from './postings.ts';
import { KIND } from './schema.ts';
import { type ScoredSegment, scoreSegment } from './scoring.ts';
import { type ArticlePlace, isGone, type Segment, type Segments } from './segments.ts';

/** What retrieval reads. */
export interface Shelf {
  readonly segments: Segments;
  readonly postings: Postings;
  readonly articles: ArticleLoader;
}

/** Answers one query. `frequencies` are those of its terms. */
export function answer(shelf: Shelf, query: Query, frequencies: ReadonlyMap<string, number>): Candidate[] {
  const terms = boundedTerms(query, frequencies, shelf.segments.sentences);
  const best = new BestSentences(query.limit);
  for (const segment of shelf.segments.all) scoreSegment(scored(shelf, segment), terms, best);
  const ranked = best.sentences().flatMap((scored): Ranked[] => {
    const place = shelf.segments.articleOfSentence(scored.sentence);
    return place === null ? [] : [{ ...scored, place, id: shelf.segments.idOf(place.number) }];
  });
  // Only articles of sentences that are told are loaded.
  return ranked
    .sort(inRankOrder)
    .slice(0, query.limit)
    .flatMap(({ sentence, score, place }): Candidate[] => {
      const article = shelf.articles.load(place.number);
      return article === undefined ? [] : [{ article, sentence: sentence - place.firstSentence, score }];
    });
}

/** A sentence with its score and the article that it stands in. */
interface Ranked extends Scored {
  readonly place: ArticlePlace;
  readonly id: string;
}

/** The order of `topCandidates`. */
function inRankOrder(a: Ranked, b: Ranked): number {
  if (a.score !== b.score) return b.score - a.score;
  return a.id === b.id ? a.sentence - b.sentence : a.id < b.id ? -1 : 1;
}

function scored({ segments, postings }: Shelf, segment: Segment): ScoredSegment {
  return {
    firstSentence: segment.firstSentence,
    listOf: (term) => postings.listOf(segment, KIND.sentence + term, segment.sentences),
    keyCounts: (block) => segments.keyCounts(segment, block),
    isGone: (sentence) => isGone(segments.goneSentences, sentence),
  };
}
