/** Scoring: sums what the terms of a query give to the sentences of a segment, and passes over what cannot be among the best. */

import { type BoundedTerm, MOST_KEYS, sentenceScore } from '../index/ranking.ts';
import { nextAt } from './ascending.ts';
import type { BestSentences } from './bestSentences.ts';
import { type Cursor, firstFrom, listsAbove, type TermLists, termLists } from './termLists.ts';

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

/** Sentences that are summed at a time: few enough for memory that the processor keeps near. */
const STRETCH = 8_192;
/** What they sum up to so far, and which of them are above 0. Nothing is left of them between two calls. */
const sums = new Float64Array(STRETCH);
const touched = new Uint16Array(STRETCH);
/** What each of the touched sentences has to sum up to, once that is known. */
const needs = new Float64Array(STRETCH);

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
  const share = STRETCH / (last + 1);
  for (let from = 0; from <= last; from += STRETCH) {
    const opening = listsAbove(lists, best.least);
    let count = 0;
    for (const cursor of lists.cursors.slice(0, opening)) count = open(cursor, from, count);
    if (count > 0) sumUp(segment, lists, { from, share, opening, count }, best);
  }
}

/** A stretch of a segment, how many lists opened sentences of it, and how many of these there are. */
interface Stretch {
  readonly from: number;
  /** Its share of all sentences. */
  readonly share: number;
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
  { from, share, opening, count }: Stretch,
  best: BestSentences,
): void {
  let next = opening;
  for (const cursor of cursors.slice(opening)) {
    if ((rests[next] ?? 0) <= best.least * MUCH) break;
    if (cursor.list.length * share > count * LOOKING_UP) break;
    add(cursor, from);
    next += 1;
  }
  let left = sift(segment, { from, rest: rests[next] ?? 0, count }, best.least);
  for (const cursor of cursors.slice(next)) {
    if (left === 0) return;
    if (cursor.list.length * share > left * LOOKING_UP) addToFirst(cursor, from, left);
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
function open(cursor: Cursor, from: number, count: number): number {
  const { list, gain } = cursor;
  const end = from + STRETCH;
  let all = count;
  let at = firstFrom(cursor, from);
  for (; at < list.length; at += 1) {
    const sentence = list[at] ?? 0;
    if (sentence >= end) break;
    const place = sentence - from;
    const before = sums[place] ?? 0;
    if (before === 0) touched[all++] = place;
    sums[place] = before + gain;
  }
  cursor.at = at;
  return all;
}

/** Adds the gain of a list to those sentences of a stretch that are touched already. */
function add(cursor: Cursor, from: number): void {
  const { list, gain } = cursor;
  const end = from + STRETCH;
  let at = firstFrom(cursor, from);
  for (; at < list.length; at += 1) {
    const sentence = list[at] ?? 0;
    if (sentence >= end) break;
    const before = sums[sentence - from] ?? 0;
    if (before !== 0) sums[sentence - from] = before + gain;
  }
  cursor.at = at;
}

/** The same for the first `count` touched ones, in order, which are looked up in the list. */
function addToFirst(cursor: Cursor, from: number, count: number): void {
  const { list, gain } = cursor;
  let at = firstFrom(cursor, from);
  for (let index = 0; index < count; index += 1) {
    const place = touched[index] ?? 0;
    at = nextAt(list, from + place, at);
    if (list[at] === from + place) sums[place] = (sums[place] ?? 0) + gain;
  }
  cursor.at = at;
}
