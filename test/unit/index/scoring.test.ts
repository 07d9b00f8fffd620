/** Scoring: what is passed over changes neither the best sentences nor their scores. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { BestSentences, type Scored } from '../../../server/src/corpus/disk/bestSentences.ts';
import { type ScoredSegment, scoreSegment } from '../../../server/src/corpus/disk/scoring.ts';
import { type BoundedTerm, boundedTerms, sentenceScore } from '../../../server/src/corpus/index/ranking.ts';

/** A segment of `sentences` sentences with lists of terms named by their place, and every sentence's number of keys. */
interface Case {
  readonly sentences: number;
  readonly lists: readonly Uint32Array[];
  readonly weights: readonly number[];
  readonly keys: readonly number[];
  /** The rank of every tenth sentence's article; equal scores are told in this order. */
  readonly ranks: readonly number[];
  readonly gone: ReadonlySet<number>;
  readonly limit: number;
}

const FIRST = 1_000;

/** Lists of a segment: short and long ones, on few sentences or on a few of many. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    sentences: fc.constantFrom(40, 9_000, 30_000, 300_000),
    shares: fc.array(fc.constantFrom(0.000_1, 0.001, 0.01, 0.1, 0.7), { minLength: 1, maxLength: 9 }),
    weights: fc.array(fc.constantFrom(0.08, 0.25, 0.6, 1), { minLength: 9, maxLength: 9 }),
    seed: fc.integer({ min: 1, max: 2 ** 31 }),
    limit: fc.constantFrom(1, 3, 20),
  })
  .map(({ sentences, shares, weights, seed, limit }) => {
    const chance = chances(seed);
    const lists = shares.map((share) => listOf(sentences, Math.min(share * sentences, MOST), chance));
    const keys = Array.from({ length: 97 }, () => 1 + Math.floor(chance() * 30));
    const ranks = Array.from({ length: Math.ceil(sentences / 10) }, (_, at) => at);
    ranks.sort((a, b) => ((a * 7919) % 101) - ((b * 7919) % 101) || a - b);
    const gone = new Set(lists.flatMap((list) => [...list].filter(() => chance() < 0.05)));
    return { sentences, lists, weights, keys, ranks, gone, limit };
  });

/** Numbers of a list, so that a case takes milliseconds. */
const MOST = 5_000;

describe('scoring a segment', () => {
  test('tells the best sentences, as summing up all of them does', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const terms = termsOf(one);
        const least = leastOfOthers(one, terms);
        const best = new BestSentences(one.limit, least, (sentence) => rankOf(one, sentence - FIRST));
        scoreSegment(segmentOf(one), terms, best);
        const told = best.sentences().map(({ sentence, score }) => ({ sentence, score }));
        assert.deepEqual(told, bestOf(one, terms, least));
      }),
      { numRuns: 100 },
    );
  });

  test('comes to the same sums in whatever order gains are added', () => {
    const terms = Array.from({ length: 60 }, (_, at) => ({ term: `t${at}`, weight: 1 / (1 + (at % 7)) }));
    const frequencies = new Map(terms.map(({ term }, at) => [term, 1 + at * at]));
    const gains = boundedTerms({ terms, limit: 1 }, frequencies, 3_000_000).map(({ gain }) => gain);
    const sum = (a: number, b: number): number => a + b;
    assert.equal(gains.length, terms.length);
    assert.equal(gains.toReversed().reduce(sum, 0), gains.reduce(sum, 0));
    assert.equal(gains.toSorted((a, b) => a - b).reduce(sum, 0), gains.reduce(sum, 0));
  });
});

function segmentOf(one: Case): ScoredSegment {
  return {
    firstSentence: FIRST,
    listOf: (term) => one.lists[Number(term)] ?? new Uint32Array(0),
    keysOf: (sentence) => keysOf(one, sentence),
    isGone: (sentence) => one.gone.has(sentence - FIRST),
  };
}

function termsOf({ sentences, lists, weights, limit }: Case): BoundedTerm[] {
  const frequencies = new Map(lists.map((list, at) => [String(at), list.length]));
  const terms = lists.map((_, at) => ({ term: String(at), weight: weights[at] ?? 1 }));
  return boundedTerms({ terms, limit }, frequencies, sentences);
}

/** A score that other segments have reached, for every second case. */
function leastOfOthers(one: Case, terms: readonly BoundedTerm[]): number {
  return one.sentences > 9_000 ? (bestOf(one, terms, 0).at(-1)?.score ?? 0) * 0.9 : 0;
}

/** Every sentence that has any of the terms, scored and sorted. */
function bestOf(one: Case, terms: readonly BoundedTerm[], least: number): Scored[] {
  const sums = new Map<number, number>();
  for (const { term, gain } of terms) {
    for (const sentence of one.lists[Number(term)] ?? []) {
      sums.set(sentence, (sums.get(sentence) ?? 0) + gain);
    }
  }
  return [...sums]
    .map(([sentence, sum]) => ({ sentence, score: sentenceScore(sum, keysOf(one, sentence)) }))
    .filter(({ sentence, score }) => score >= least && !one.gone.has(sentence))
    .sort(
      (a, b) =>
        b.score - a.score || rankOf(one, a.sentence) - rankOf(one, b.sentence) || a.sentence - b.sentence,
    )
    .slice(0, one.limit)
    .map(({ sentence, score }) => ({ sentence: FIRST + sentence, score }));
}

/** No sentence has fewer keys than lists that have it. */
function keysOf({ keys, lists }: Case, sentence: number): number {
  return lists.length + (keys[sentence % keys.length] ?? 0);
}

function rankOf({ ranks }: Case, sentence: number): number {
  return ranks[Math.floor(sentence / 10)] ?? 0;
}

function listOf(sentences: number, length: number, chance: () => number): Uint32Array {
  const found = new Set<number>();
  for (let left = Math.ceil(length); left > 0; left -= 1) found.add(Math.floor(chance() * sentences));
  return Uint32Array.from(found).sort();
}

/** Numbers from 0 to 1, always the same of a seed (mulberry32). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
