/** Votes: where on disk a quote may begin whose words are not all there, by its rare words and its rare pairs of words. */

import { BUCKET, COMMON, VOTERS } from '../index/quotePoll.ts';
import { byId } from './idOrder.ts';
import { LikeliestPairs } from './likeliestPairs.ts';
import { lastAtMost, type SegmentPlaces } from './places.ts';
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
  const voters = votersOf(words, counts, shelf.segments.words);
  const places = shelf.segments.all.flatMap((segment) => votesIn(shelf, segment, voters));
  // Those of one segment come in this order.
  if (shelf.segments.all.length > 1) places.sort((a, b) => b.votes - a.votes || byArticle(shelf, a, b));
  const least = (places[0]?.votes ?? 0) * LEAST_OF_BEST;
  return places.slice(0, MOST_TOLD).filter(({ votes }) => votes >= least);
}

function byArticle({ segments }: Shelf, a: VotedPlace, b: VotedPlace): number {
  const [one, other] = [segments.articleOfWord(a.place), segments.articleOfWord(b.place)];
  if (one === null || other === null) return a.place - b.place;
  return byId(segments, one, other) || a.place - b.place;
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

/** The places of a voter in a segment, of which those up to an index are counted. */
interface Walk {
  readonly places: Uint32Array;
  readonly offset: number;
  readonly weight: number;
  at: number;
}

/** A place shifted by these is its bucket. */
const BUCKET_BITS = Math.log2(BUCKET);
/** Buckets that are counted at a time, so that memory does not grow with the segment. */
const WINDOW = 65_536;
/** The votes of the buckets of a window, all 0 between two calls, and which of them have some. */
const counts = new Float64Array(WINDOW);
const touched = new Uint16Array(WINDOW);

function votesIn(
  { postings, wordPairs, segments }: Shelf,
  segment: Segment,
  voters: readonly Voter[],
): VotedPlace[] {
  const walks = voters.map(({ word, next, offset, weight }): Walk => {
    const places =
      next === null
        ? postings.listOf(segment, KIND.word + word, segment.words)
        : wordPairs.placesOf(segment, word, next);
    return { places, offset, weight, at: 0 };
  });
  const articles = segments.placesOf(segment);
  const { words: begins, ranks } = articles;
  const { firstWord } = segment;
  const opening = openingBuckets(articles, segment);
  const best = new LikeliestPairs(MOST_TOLD);
  const tell = (bucket: number, own: number, next: number): void => {
    if (own + next < best.least) return;
    const article = lastAtMost(begins, firstWord + bucket * BUCKET);
    // The next bucket may be another article's: which one follows depends on the order in which they were written.
    const votes = lastAtMost(begins, firstWord + (bucket + 1) * BUCKET) === article ? own + next : own;
    best.add({ bucket, votes, rank: ranks[article] ?? 0 });
  };
  let last = { bucket: -1, votes: 0 };
  for (let from = 0; from * BUCKET < segment.words; from += WINDOW) {
    let count = 0;
    for (const walk of walks) count = countIn(walk, opening, from, count);
    if (last.votes > 0) tell(last.bucket, last.votes, counts[0] ?? 0);
    for (let index = 0; index < count; index += 1) {
      const at = touched[index] ?? 0;
      if (at < WINDOW - 1) tell(from + at, counts[at] ?? 0, counts[at + 1] ?? 0);
    }
    // What stands after the last bucket is counted with the next window.
    last = { bucket: from + WINDOW - 1, votes: counts[WINDOW - 1] ?? 0 };
    for (let index = 0; index < count; index += 1) counts[touched[index] ?? 0] = 0;
  }
  if (last.votes > 0) tell(last.bucket, last.votes, 0);
  return best.pairs().map(({ bucket, votes }) => ({ place: segment.firstWord + bucket * BUCKET, votes }));
}

/**
 * Counts the votes of a voter in the window that begins at bucket `from`; how many buckets are touched now. No quote
 * begins before its article.
 */
function countIn(walk: Walk, opening: Uint8Array, from: number, count: number): number {
  const { places, offset, weight } = walk;
  let all = count;
  let index = walk.at;
  for (; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    const first = place < offset ? 0 : (place - offset) >>> BUCKET_BITS;
    let bucket = place >>> BUCKET_BITS;
    while (bucket > first && !isSet(opening, bucket)) bucket -= 1;
    const at = bucket - from;
    if (at >= WINDOW) break;
    const before = counts[at] ?? 0;
    if (before === 0) touched[all++] = at;
    counts[at] = before + weight;
  }
  walk.at = index;
  return all;
}

/** Which buckets of a segment articles begin with, a bit each: what stands in one bucket is of one article. */
function openingBuckets(places: SegmentPlaces, { firstWord, words }: Segment): Uint8Array {
  const known = openingKept.get(places);
  if (known !== undefined) return known;
  const opening = new Uint8Array((words >>> (BUCKET_BITS + 3)) + 1);
  for (const begin of places.words) {
    const bucket = (begin - firstWord) >>> BUCKET_BITS;
    opening[bucket >>> 3] = (opening[bucket >>> 3] ?? 0) | (1 << (bucket & 7));
  }
  openingKept.set(places, opening);
  return opening;
}

/** By the places of a segment, for as long as these are kept: 4 bytes an article of 500 words. */
const openingKept = new WeakMap<SegmentPlaces, Uint8Array>();

function isSet(bits: Uint8Array, at: number): boolean {
  return ((bits[at >>> 3] ?? 0) & (1 << (at & 7))) !== 0;
}
