/** Retrieval: the sentences on disk that answer a query best, by the ranking that all backends share. */

import type { Candidate, Query } from '../index/corpusIndex.ts';
import { highest } from '../index/highest.ts';
import { type BoundedTerm, boundedTerms, sentenceScore } from '../index/ranking.ts';
import type { ArticleLoader } from './articleLoader.ts';
import type { Postings } from './postings.ts';
import { BLOCK, KIND } from './schema.ts';
import { type ArticlePlace, isGone, type Segment, type Segments } from './segments.ts';

/** What retrieval reads. */
export interface Shelf {
  readonly segments: Segments;
  readonly postings: Postings;
  readonly articles: ArticleLoader;
}

/** A sentence of the index with its score. */
interface Scored {
  readonly sentence: number;
  readonly score: number;
}

/** Answers one query. `frequencies` are those of its terms. */
export function answer(shelf: Shelf, query: Query, frequencies: ReadonlyMap<string, number>): Candidate[] {
  const terms = boundedTerms(query, frequencies, shelf.segments.sentences);
  const best = new BestSentences(query.limit);
  for (const segment of shelf.segments.all) scoreSegment(shelf, segment, terms, best);
  const ranked = best.sentences().flatMap((scored): Ranked[] => {
    const place = shelf.segments.articleOfSentence(scored.sentence);
    return place === null ? [] : [{ ...scored, place }];
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
}

/** The order of `topCandidates`. */
function inRankOrder(a: Ranked, b: Ranked): number {
  if (a.score !== b.score) return b.score - a.score;
  return a.place.id === b.place.id ? a.sentence - b.sentence : a.place.id < b.place.id ? -1 : 1;
}

/** A list that is read on from where the last block ended. */
interface Cursor {
  readonly list: Uint32Array;
  readonly gain: number;
  at: number;
}

/** Sums of the sentences of one block. Blocks are scored one after the other, in memory that the processor keeps near. */
const sums = new Float64Array(BLOCK);

function scoreSegment(
  { segments, postings }: Shelf,
  segment: Segment,
  terms: readonly BoundedTerm[],
  best: BestSentences,
): void {
  const cursors = terms
    .map(
      ({ term, gain }): Cursor => ({
        list: postings.listOf(segment, KIND.sentence + term, segment.sentences),
        gain,
        at: 0,
      }),
    )
    .filter(({ list }) => list.length > 0);
  const touched: number[] = [];
  for (let from = 0; cursors.some(({ list, at }) => at < list.length); from += BLOCK) {
    for (const cursor of cursors) addUp(cursor, from, touched);
    if (touched.length === 0) continue;
    const counts = segments.keyCounts(segment, from / BLOCK);
    for (const offset of touched) {
      const score = sentenceScore(sums[offset] ?? 0, counts[offset] ?? 0);
      sums[offset] = 0;
      const sentence = segment.firstSentence + from + offset;
      if (score < best.least || isGone(segments.goneSentences, sentence)) continue;
      best.add({ sentence, score });
    }
    touched.length = 0;
  }
}

/** Adds the gain of a term to the sentences of the block that begins at `from`. */
function addUp(cursor: Cursor, from: number, touched: number[]): void {
  const { list, gain } = cursor;
  const end = from + BLOCK;
  let { at } = cursor;
  for (; at < list.length; at += 1) {
    const sentence = list[at] ?? 0;
    if (sentence >= end) break;
    const before = sums[sentence - from] ?? 0;
    if (before === 0) touched.push(sentence - from);
    sums[sentence - from] = before + gain;
  }
  cursor.at = at;
}

/** The best sentences so far, and all that share the lowest score among them, up to `MOST_EQUAL`. */
class BestSentences {
  /** Lower scores need not be added. */
  least = 0;
  readonly #limit: number;
  #kept: Scored[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(scored: Scored): void {
    this.#kept.push(scored);
    if (this.#kept.length >= 4 * this.#limit + MOST_EQUAL) this.#sift();
  }

  sentences(): readonly Scored[] {
    this.#sift();
    return this.#kept;
  }

  #sift(): void {
    const order = highest(
      this.#kept.map(({ score }) => score),
      this.#limit,
    );
    if (order.length < this.#limit) return;
    const least = this.#kept[order[order.length - 1] ?? 0]?.score ?? 0;
    const above = this.#kept.filter(({ score }) => score > least);
    const equal = this.#kept.filter(({ score }) => score === least).slice(0, MOST_EQUAL);
    this.least = equal.length < MOST_EQUAL ? least : least + Number.EPSILON * least;
    this.#kept = [...above, ...equal];
  }
}

/** Sentences that share the lowest score and are still told apart by their articles: more are copies of one text. */
const MOST_EQUAL = 512;
