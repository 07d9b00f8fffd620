/** Scoring: sums what the terms of a query give to the sentences of a segment, and passes over what cannot be among the best. */

import { type BoundedTerm, MOST_KEYS, sentenceScore } from '../index/ranking.ts';
import { nextAt } from './ascending.ts';
import type { BestSentences } from './bestSentences.ts';
import { type Cursor, listsAbove, moveTo, type TermLists, termLists } from './termLists.ts';

/** What of a segment its scoring needs. */
export interface ScoredSegment {
  /** Number of its first sentence in the index. */
  readonly firstSentence: number;
  /** The ascending list of a term, counted from the first sentence. */
  listOf(term: string): Uint32Array;
  /** How many keys a sentence has, counted from the first one; soonest told of those near the one asked for before. */
  keysOf(sentence: number): number;
  /** Whether a sentence of the index is gone. */
  isGone(sentence: number): boolean;
}

/**
 * Sentences that are summed at a time: few enough for memory that the processor keeps near, and of a large segment so many
 * that there is something to sum. Of 100,000 articles a claim takes 0.8 of the time with the most that it takes with the
 * fewest, of 10,000 a tenth more.
 */
const STRETCH = { fewest: 8_192, most: 65_536 };
/** Postings that a stretch should have. */
const IN_STRETCH = 2_000;

/** What the sentences of a stretch sum up to so far, and which are above 0. Nothing is left of them between two calls. */
const sums = new Float64Array(STRETCH.most);
const touched = new Uint16Array(STRETCH.most);
/** What each of the touched sentences has to sum up to, once that is known. */
const needs = new Float64Array(STRETCH.most);

/** By number of keys, what a sentence has to sum up to for a score of 1. */
const LENGTHS = Float64Array.from({ length: MOST_KEYS + 1 }, (_, keys) => 1 / sentenceScore(1, keys));
/** Room for the last bit of a product that is taken in another way. */
const SLACK = 1 - 1e-12;

/**
 * Adds the best sentences of a segment to `best`: all that score as high as the lowest that still counts. As in MaxScore
 * (Turtle & Flood 1995), the lists that give least for their length open no sentence once all of them together cannot lift
 * one among the best: they only add to sentences that the other lists opened.
 */
export function scoreSegment(
  segment: ScoredSegment,
  terms: readonly BoundedTerm[],
  best: BestSentences,
): void {
  const lists = termLists(terms, (term) => segment.listOf(term));
  const last = Math.max(-1, ...lists.cursors.map(({ list }) => list[list.length - 1] ?? -1));
  const length = stretchOf(lists, last + 1);
  for (let from = 0; from <= last; from += length) {
    const opening = listsAbove(lists, best.least);
    let count = 0;
    for (const cursor of lists.cursors.slice(0, opening)) {
      moveTo(cursor, from, from + length);
      count = open(cursor, from, count);
    }
    if (count > 0) sumUp(segment, lists, { from, end: from + length, opening, count }, best);
  }
}

/** How many sentences to sum at a time, of so many. */
function stretchOf({ cursors }: TermLists, sentences: number): number {
  const postings = cursors.reduce((sum, { list }) => sum + list.length, 0);
  let length = STRETCH.fewest;
  while (length < STRETCH.most && postings * length < IN_STRETCH * sentences) length *= 2;
  return length;
}

/** A stretch of a segment, how many lists opened sentences of it, and how many of these there are. */
interface Stretch {
  readonly from: number;
  readonly end: number;
  readonly opening: number;
  readonly count: number;
}

/** While the lists that are left give more than this share of the lowest score that counts, few sentences can be left out. */
const MUCH = 0.25;
/** A sentence is looked up in a list in the time in which so many of its numbers are walked over. */
const LOOKING_UP = 8;

/** Scores the touched sentences of a stretch, to which the lists behind the opening ones have still to add. */
function sumUp(
  segment: ScoredSegment,
  { cursors, rests }: TermLists,
  { from, end, opening, count }: Stretch,
  best: BestSentences,
): void {
  let next = opening;
  let left = count;
  for (const cursor of cursors.slice(opening)) {
    if ((rests[next] ?? 0) <= best.least * MUCH) break;
    if (moveTo(cursor, from, end) > count * LOOKING_UP) break;
    add(cursor, from);
    next += 1;
  }
  left = sift(segment, { from, rest: rests[next] ?? 0, count }, best.least);
  for (const cursor of cursors.slice(next)) {
    if (left === 0) return;
    if (moveTo(cursor, from, end) > left * LOOKING_UP) addToFirst(cursor, from, left);
    else add(cursor, from);
    next += 1;
    left = leave(left, rests[next] ?? 0);
  }
  for (let index = 0; index < left; index += 1) {
    const at = touched[index] ?? 0;
    const score = sentenceScore(sums[at] ?? 0, segment.keysOf(from + at));
    sums[at] = 0;
    const sentence = segment.firstSentence + from + at;
    if (score >= best.least && !segment.isGone(sentence)) best.add(sentence, score);
  }
}

/** The touched sentences of a stretch, to which `rest` may be added. */
interface Sums {
  readonly from: number;
  readonly rest: number;
  readonly count: number;
}

/** Leaves those touched sentences that can score `least`, in order, and notes what they need for it; how many they are. */
function sift(segment: ScoredSegment, { from, rest, count }: Sums, least: number): number {
  const low = least * SLACK;
  // Most sentences have so little that even the shortest of them would not do, and their length need not be known.
  const little = low * (LENGTHS[1] ?? 0) - rest;
  let left = 0;
  for (let index = 0; index < count; index += 1) {
    const at = touched[index] ?? 0;
    if ((sums[at] ?? 0) < little) sums[at] = 0;
    else touched[left++] = at;
  }
  touched.subarray(0, left).sort();
  for (let index = 0; index < left; index += 1) {
    needs[index] = low * (LENGTHS[segment.keysOf(from + (touched[index] ?? 0))] ?? 0);
  }
  return leave(left, rest);
}

/** Leaves those of the first `count` touched sentences that with `rest` more have what they need; how many they are. */
function leave(count: number, rest: number): number {
  let left = 0;
  for (let index = 0; index < count; index += 1) {
    const at = touched[index] ?? 0;
    const need = needs[index] ?? 0;
    if ((sums[at] ?? 0) + rest < need) {
      sums[at] = 0;
      continue;
    }
    touched[left] = at;
    needs[left] = need;
    left += 1;
  }
  return left;
}

/** Adds the gain of a list to the sentences of a stretch; how many are touched then. */
function open({ list, gain, at: first, end }: Cursor, from: number, count: number): number {
  let all = count;
  for (let at = first; at < end; at += 1) {
    const place = (list[at] ?? 0) - from;
    const before = sums[place] ?? 0;
    if (before === 0) touched[all++] = place;
    sums[place] = before + gain;
  }
  return all;
}

/** Adds the gain of a list to those sentences of a stretch that are touched already. */
function add({ list, gain, at: first, end }: Cursor, from: number): void {
  for (let at = first; at < end; at += 1) {
    const place = (list[at] ?? 0) - from;
    const before = sums[place] ?? 0;
    if (before !== 0) sums[place] = before + gain;
  }
}

/** The same for the first `count` touched ones, in order, which are looked up in the list. */
function addToFirst({ list, gain, at: first }: Cursor, from: number, count: number): void {
  let at = first;
  for (let index = 0; index < count; index += 1) {
    const place = touched[index] ?? 0;
    at = nextAt(list, from + place, at);
    if (list[at] === from + place) sums[place] = (sums[place] ?? 0) + gain;
  }
}
