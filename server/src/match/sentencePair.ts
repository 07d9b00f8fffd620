/** Sentence pairs: what a sentence of the draft and one of an article have in common, whichever of their figures is asked about. */

import type { AnalysedSentence } from '../corpus/index/corpusIndex.ts';
import { matchSubjects, type SubjectMatch } from './owner.ts';
import { type TermTable, termTableOf } from './termTable.ts';

/** What the comparison knows of the article's sentence besides the sentence itself. */
export interface Surroundings {
  /** Terms of the sentences before and after, and of the title. */
  readonly neighbours: ReadonlySet<string>;
  /** How much the article has to do with this part of the draft; 1 for the article that has most. */
  readonly articleShare: number;
  /** Share of what this part of the draft speaks of that the article speaks of anywhere; 0 for an unrelated article. */
  readonly articleCover: number;
  /** The name that the sentence takes over from those before it, as stems. */
  readonly carried: ReadonlySet<string>;
}

/** Inverse frequency of a term. */
export type Weigh = (term: string) => number;

/** A sentence of the draft with the name that it takes over from those before it, as stems. */
export interface DraftSide {
  readonly sentence: AnalysedSentence;
  /** Those before it, `CARRIED_FROM` at most, in order. */
  readonly before: readonly AnalysedSentence[];
  readonly carried: ReadonlySet<string>;
}

/** What each term of one sentence meets in the other. Lists go by the index of the term. */
export interface Meeting {
  /** Inverse frequencies. */
  readonly weights: readonly number[];
  /** How well the term is met: 1 by the same stem, less by a synonym, 0 by nothing. */
  readonly credits: readonly number[];
  /** Indices of the other sentence's terms that meet it. */
  readonly indices: readonly (readonly number[])[];
}

/** What pairs of slots in two sentences share; all numbers lie between 0 and 1. */
export interface SentencePair extends SubjectMatch {
  readonly draft: DraftSide;
  readonly surroundings: Surroundings;
  /** What the draft's terms meet in the article's sentence. */
  readonly forth: Meeting;
  /** The same the other way. */
  readonly back: Meeting;
  /** Of each term of the draft whether it stands around the article's sentence. */
  readonly isAround: readonly boolean[];
  readonly cover: number;
  readonly coverBack: number;
  readonly contextCover: number;
  readonly nameCover: number;
}

/** Compares the sentences, in time proportional to their terms. Pure. */
export function sentencePair(
  draft: DraftSide,
  article: AnalysedSentence,
  surroundings: Surroundings,
  weigh: Weigh,
): SentencePair {
  const own = termTableOf(draft.sentence);
  const other = termTableOf(article);
  const forth = meet(own, other, weigh);
  const back = meet(other, own, weigh);
  const isAround = own.stems.map((stem) => surroundings.neighbours.has(stem));
  return {
    draft,
    surroundings,
    forth,
    back,
    isAround,
    cover: cover(forth),
    coverBack: cover(back),
    contextCover: contextCover(forth, isAround),
    nameCover: nameCover(draft.sentence, forth, isAround),
    ...matchSubjects(draft, { sentence: article, carried: surroundings.carried }),
  };
}

/** A synonym may be meant in another sense, so it counts less than the word itself. */
const SYNONYM_CREDIT = 0.7;
const NOTHING: readonly number[] = [];

function meet(from: TermTable, to: TermTable, weigh: Weigh): Meeting {
  const credits: number[] = [];
  const indices: (readonly number[])[] = [];
  for (let at = 0; at < from.stems.length; at += 1) {
    const same = to.byStem.get(from.stems[at] ?? '');
    const met = same ?? synonymsOf(from.senses[at] ?? NOTHING, to);
    credits.push(same !== undefined ? 1 : met === NOTHING ? 0 : SYNONYM_CREDIT);
    indices.push(met);
  }
  return { weights: from.stems.map(weigh), credits, indices };
}

/** Where the words of the first of the synonym sets stand that has any. */
function synonymsOf(senses: readonly number[], to: TermTable): readonly number[] {
  for (const sense of senses) {
    const met = to.bySense.get(sense);
    if (met !== undefined) return met;
  }
  return NOTHING;
}

/** Share of the weight of a sentence's terms that is met, 0 for a sentence without terms. */
function cover({ weights, credits }: Meeting): number {
  let sum = 0;
  let all = 0;
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at] ?? 0;
    all += weight;
    sum += weight * (credits[at] ?? 0);
  }
  return all === 0 ? 0 : sum / all;
}

/** The same, with what stands around the article's sentence met too. */
function contextCover({ weights, credits }: Meeting, isAround: readonly boolean[]): number {
  let sum = 0;
  let all = 0;
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at] ?? 0;
    all += weight;
    sum += weight * (isAround[at] ? 1 : (credits[at] ?? 0));
  }
  return all === 0 ? 0 : sum / all;
}

/** Names found in the sentence count whole, those found around it half. A draft sentence without names gives 0.5. */
function nameCover(
  { terms }: AnalysedSentence,
  { weights, credits }: Meeting,
  isAround: readonly boolean[],
): number {
  let sum = 0;
  let all = 0;
  for (let at = 0; at < terms.length; at += 1) {
    if (terms[at]?.isName !== true) continue;
    const weight = weights[at] ?? 0;
    all += weight;
    if ((credits[at] ?? 0) > 0) sum += weight;
    else if (isAround[at]) sum += weight / 2;
  }
  return all === 0 ? 0.5 : sum / all;
}
