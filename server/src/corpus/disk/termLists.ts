/** Term lists: the lists of a query's terms in a segment, with what a sentence can gain from each of them on. */

import { type BoundedTerm, sentenceScore } from '../index/ranking.ts';
import { nextAt } from './ascending.ts';

/** A list that is read on, stretch by stretch. */
export interface Cursor {
  readonly list: Uint32Array;
  readonly gain: number;
  /** Index of a number that all before it were read. */
  at: number;
}

/** The lists of a query, those first that have few sentences for what they give. */
export interface TermLists {
  readonly cursors: readonly Cursor[];
  /** The sum of the gains from a list on; 0 behind the last one. */
  readonly rests: readonly number[];
  /** The highest score of a sentence that only the lists from one on have: it has as many keys as lists that have it. */
  readonly scores: readonly number[];
}

/** The lists of `terms` that are not empty, as `listOf` tells them. */
export function termLists(terms: readonly BoundedTerm[], listOf: (term: string) => Uint32Array): TermLists {
  const cursors = terms
    .map(({ term, gain }): Cursor => ({ list: listOf(term), gain, at: 0 }))
    .filter(({ list }) => list.length > 0)
    .sort((a, b) => a.list.length / a.gain - b.list.length / b.gain);
  const rests: number[] = [0];
  const scores: number[] = [];
  const gains: number[] = [];
  let rest = 0;
  for (const { gain } of cursors.toReversed()) {
    rest += gain;
    rests.push(rest);
    const lower = gains.findIndex((other) => other < gain);
    gains.splice(lower < 0 ? gains.length : lower, 0, gain);
    scores.push(highestOf(gains));
  }
  return { cursors, rests: rests.reverse(), scores: scores.reverse() };
}

/** The highest score of a sentence that has some of the terms with these gains, descending, and no others. */
function highestOf(gains: readonly number[]): number {
  let [sum, most] = [0, 0];
  for (const [at, gain] of gains.entries()) {
    sum += gain;
    most = Math.max(most, sentenceScore(sum, at + 1));
  }
  return most;
}

/** How many of the lists there are before those that together give less than `score`. */
export function listsAbove({ scores }: TermLists, score: number): number {
  let above = scores.length;
  while (above > 0 && (scores[above - 1] ?? 0) < score) above -= 1;
  return above;
}

/** Index of the first number of a list from `from` on, from where it was read to. */
export function firstFrom({ list, at }: Cursor, from: number): number {
  return at >= list.length || (list[at] ?? 0) >= from ? at : nextAt(list, from, at);
}
