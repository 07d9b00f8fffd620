/** Votes: where on disk a quote may begin whose words are not all there, by its rare words and its rare pairs of words. */

import { BUCKET, COMMON, VOTERS } from '../index/quotePoll.ts';
import { nextAt } from './ascending.ts';
import type { Shelf } from './retrieval.ts';
import { KIND } from './schema.ts';
import type { Segment } from './segments.ts';

/** A place of the index near which a quote may stand. */
export interface VotedPlace {
  readonly place: number;
  readonly votes: number;
}

/** Places read for one quote, those of both words of a pair. The rarest are read first. */
const MOST_PLACES = 600_000;
/** Places that are told: each article of a story may have the quote. */
const MOST_TOLD = 96;

/** Places with a smaller share of the votes of the best one are not worth an article; `QuotePoll` asks for a little more. */
const LEAST_OF_BEST = 0.3;

/** A word of the quote, or two words beside each other. */
interface Voter {
  readonly word: string;
  readonly next: string | null;
  readonly offset: number;
  /** Places that it takes to read. */
  readonly cost: number;
  readonly weight: number;
}

/** The places that have most votes, those with most first; `counts` has the count of every word in the corpus. */
export function votedPlaces(
  shelf: Shelf,
  words: readonly string[],
  counts: ReadonlyMap<string, number>,
): VotedPlace[] {
  const total = shelf.segments.all.reduce((sum, segment) => sum + segment.words, 0);
  const voters = votersOf(words, counts, total);
  const places = shelf.segments.all.flatMap((segment) => votesIn(shelf, segment, voters));
  places.sort((a, b) => b.votes - a.votes);
  const least = (places[0]?.votes ?? 0) * LEAST_OF_BEST;
  return places.slice(0, MOST_TOLD).filter(({ votes }) => votes >= least);
}

/** Rare words vote alone, all others where the word after them is that of the quote, as in `QuotePoll`. */
function votersOf(words: readonly string[], counts: ReadonlyMap<string, number>, total: number): Voter[] {
  const countOf = (word: string | undefined): number => (word === undefined ? 0 : (counts.get(word) ?? 0));
  const weightOf = (count: number): number => Math.log(1 + total / (1 + count));
  const voters = words.flatMap((word, offset): Voter[] => {
    const count = countOf(word);
    if (count === 0) return [];
    const next = words[offset + 1];
    const after = countOf(next);
    const alone = { word, next: null, offset, cost: count, weight: weightOf(count) };
    const pair = {
      word,
      next: next ?? null,
      offset,
      cost: count + after,
      weight: weightOf(count) + weightOf(after),
    };
    return [...(count <= COMMON ? [alone] : []), ...(after > 0 ? [pair] : [])];
  });
  voters.sort((a, b) => a.cost - b.cost || a.offset - b.offset);
  let cost = 0;
  return voters.slice(0, 2 * VOTERS).filter((voter, index) => {
    cost += voter.cost;
    return index === 0 || cost <= MOST_PLACES;
  });
}

function votesIn({ postings }: Shelf, segment: Segment, voters: readonly Voter[]): VotedPlace[] {
  const votes = new Map<number, number>();
  for (const { word, next, offset, weight } of voters) {
    const places = postings.listOf(segment, KIND.word + word, segment.words);
    const after = next === null ? null : postings.listOf(segment, KIND.word + next, segment.words);
    for (const place of after === null ? places : pairs(places, after)) {
      const bucket = Math.floor(Math.max(0, place - offset) / BUCKET);
      votes.set(bucket, (votes.get(bucket) ?? 0) + weight);
    }
  }
  return likeliest(votes).flatMap(({ bucket, votes: sum }) => [
    // The two buckets may lie in two articles.
    { place: segment.firstWord + Math.max(1, bucket * BUCKET), votes: sum },
    { place: segment.firstWord + (bucket + 2) * BUCKET - 1, votes: sum },
  ]);
}

/** A bucket with its votes and those of the one after it. */
interface Pair {
  readonly bucket: number;
  readonly votes: number;
}

/**
 * The `MOST_TOLD` pairs of buckets with most votes, those with most first, equal ones in their order. There may be half a
 * million of them, so that few are made.
 */
function likeliest(votes: ReadonlyMap<number, number>): Pair[] {
  let best: Pair[] = [];
  let least = 0;
  for (const [bucket, own] of votes) {
    const sum = own + (votes.get(bucket + 1) ?? 0);
    if (sum < least) continue;
    best.push({ bucket, votes: sum });
    if (best.length < 4 * MOST_TOLD) continue;
    best = best.sort(inVoteOrder).slice(0, MOST_TOLD);
    least = best[MOST_TOLD - 1]?.votes ?? 0;
  }
  return best.sort(inVoteOrder).slice(0, MOST_TOLD);
}

function inVoteOrder(a: Pair, b: Pair): number {
  return b.votes - a.votes || a.bucket - b.bucket;
}

/** The places of the first list that have one of the second right after them; the shorter list is walked. */
function pairs(places: Uint32Array, after: Uint32Array): readonly number[] {
  const [walked, sought, step] = places.length <= after.length ? [places, after, 1] : [after, places, -1];
  const found: number[] = [];
  let at = 0;
  for (const place of walked) {
    at = nextAt(sought, place + step, at);
    if (sought[at] === place + step) found.push(step === 1 ? place : place - 1);
  }
  return found;
}
