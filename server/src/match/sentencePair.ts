/** Sentence pairs: what a sentence of the draft and one of an article have in common, whichever of their figures is asked about. */

import type { AnalysedSentence } from '../corpus/index/corpusIndex.ts';
import { sensesOf } from '../text/lexicon.ts';
import type { Term } from '../text/terms.ts';
import { matchSubjects, type SubjectMatch } from './owner.ts';

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

/** What pairs of slots in two sentences share; all numbers lie between 0 and 1. */
export interface SentencePair extends SubjectMatch {
  /** For each term of the draft's sentence what it meets in the article's. */
  readonly matches: Matches;
  /** The same the other way. */
  readonly back: Matches;
  readonly cover: number;
  readonly coverBack: number;
  readonly contextCover: number;
  readonly nameCover: number;
}

/** A sentence of the draft with the name that it takes over, as stems. */
export interface DraftSide {
  readonly sentence: AnalysedSentence;
  readonly carried: ReadonlySet<string>;
}

/** Compares the sentences. Kept for each passage until another sentence of the draft is set against it. */
export function sentencePair(
  draft: DraftSide,
  article: AnalysedSentence,
  surroundings: Surroundings,
  weigh: Weigh,
): SentencePair {
  const known = kept.get(surroundings);
  if (
    known !== undefined &&
    known.draft === draft.sentence &&
    known.carried === draft.carried &&
    known.article === article &&
    known.weigh === weigh
  )
    return known.pair;
  const pair = compare(draft, article, surroundings, weigh);
  kept.set(surroundings, { draft: draft.sentence, carried: draft.carried, article, weigh, pair });
  return pair;
}

/** A pair with everything that it was made from. */
interface KeptPair {
  readonly draft: AnalysedSentence;
  readonly carried: ReadonlySet<string>;
  readonly article: AnalysedSentence;
  readonly weigh: Weigh;
  readonly pair: SentencePair;
}

const kept = new WeakMap<Surroundings, KeptPair>();

function compare(
  { sentence, carried }: DraftSide,
  article: AnalysedSentence,
  surroundings: Surroundings,
  weigh: Weigh,
): SentencePair {
  const matches = matchesOf(sentence, article);
  const back = matchesOf(article, sentence);
  return {
    matches,
    back,
    cover: cover(sentence, matches, weigh),
    coverBack: cover(article, back, weigh),
    contextCover: contextCover(sentence, matches, surroundings, weigh),
    nameCover: nameCover(sentence, matches, surroundings, weigh),
    ...matchSubjects({ sentence, carried }, { sentence: article, carried: surroundings.carried }),
  };
}

/** The terms of the other sentence that a term meets, and how well: 1 for the same stem, less for a synonym. */
export interface Match {
  readonly indices: readonly number[];
  readonly credit: number;
}

/** For each term of `from` what it meets in `to`. */
export type Matches = readonly Match[];

export const NO_MATCH: Match = { indices: [], credit: 0 };
/** A synonym may be meant in another sense, so it counts less than the word itself. */
const SYNONYM_CREDIT = 0.7;

interface Positions {
  readonly terms: ReadonlyMap<string, readonly number[]>;
  readonly senses: ReadonlyMap<number, readonly number[]>;
}

/** By the terms of a sentence, which stay the same when an edit before it moves it. */
const positionsKept = new WeakMap<readonly Term[], Positions>();

function positionsOf(sentence: AnalysedSentence): Positions {
  const kept = positionsKept.get(sentence.terms);
  if (kept !== undefined) return kept;
  const terms = new Map<string, number[]>();
  const senses = new Map<number, number[]>();
  for (const [index, { term, isName }] of sentence.terms.entries()) {
    append(terms, term, index);
    if (!isName) for (const sense of sensesOf(term)) append(senses, sense, index);
  }
  const positions = { terms, senses };
  positionsKept.set(sentence.terms, positions);
  return positions;
}

function append<K>(map: Map<K, number[]>, key: K, index: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [index]);
  else known.push(index);
}

function matchesOf(from: AnalysedSentence, to: AnalysedSentence): Matches {
  const positions = positionsOf(to);
  return from.terms.map(({ term, isName }): Match => {
    const same = positions.terms.get(term);
    if (same !== undefined) return { indices: same, credit: 1 };
    if (isName) return NO_MATCH;
    for (const sense of sensesOf(term)) {
      const indices = positions.senses.get(sense);
      if (indices !== undefined) return { indices, credit: SYNONYM_CREDIT };
    }
    return NO_MATCH;
  });
}

function cover(sentence: AnalysedSentence, matches: Matches, weigh: Weigh): number {
  return share(sentence, weigh, (index) => matches[index]?.credit ?? 0);
}

function contextCover(
  sentence: AnalysedSentence,
  matches: Matches,
  around: Surroundings,
  weigh: Weigh,
): number {
  return share(sentence, weigh, (index, term) =>
    around.neighbours.has(term) ? 1 : (matches[index]?.credit ?? 0),
  );
}

/** Share of the weight of a sentence's terms for which `gain` is given, 0 for a sentence without terms. */
function share(
  sentence: AnalysedSentence,
  weigh: Weigh,
  gain: (index: number, term: string) => number,
): number {
  let sum = 0;
  let all = 0;
  for (const [index, { term }] of sentence.terms.entries()) {
    const weight = weigh(term);
    all += weight;
    sum += weight * gain(index, term);
  }
  return all === 0 ? 0 : sum / all;
}

/** Names found in the sentence count whole, those found around it half. A draft sentence without names gives 0.5. */
function nameCover(sentence: AnalysedSentence, matches: Matches, around: Surroundings, weigh: Weigh): number {
  let sum = 0;
  let all = 0;
  for (const [index, { term, isName }] of sentence.terms.entries()) {
    if (!isName) continue;
    const weight = weigh(term);
    all += weight;
    if ((matches[index]?.credit ?? 0) > 0) sum += weight;
    else if (around.neighbours.has(term)) sum += weight / 2;
  }
  return all === 0 ? 0.5 : sum / all;
}
