/** Questions: sentences of generated articles with a few words taken out, which an index should lead back to. */

import { analyseArticle } from '../../server/src/corpus/analyse.ts';
import type { QueryTerm } from '../../server/src/corpus/index/corpusIndex.ts';
import { SEED } from './checks.ts';
import { articleOf } from './generate.ts';

export interface Question {
  /** The sentence sought. */
  readonly sentence: string;
  /** Its words without every third one. */
  readonly text: string;
  /** The terms of those words. */
  readonly terms: readonly QueryTerm[];
}

const QUESTIONS = 60;
/** Shorter sentences say too little without a third of it. */
const FEWEST_TERMS = 5;

/** Questions about articles spread over the first `count`. */
export function questionsOf(count: number): readonly Question[] {
  return Array.from({ length: QUESTIONS }, (_, at) => Math.floor((at * count) / QUESTIONS)).flatMap(
    questionAbout,
  );
}

function questionAbout(number: number): Question[] {
  const { article, sentences } = analyseArticle(articleOf(SEED, number));
  const chosen = sentences.find(
    ({ terms }, at) => at >= number % sentences.length && terms.length >= FEWEST_TERMS,
  );
  if (chosen === undefined) return [];
  const { start, end, tokens } = chosen.sentence;
  const kept = tokens.filter((_, at) => at % 3 !== 2);
  const terms = chosen.terms.filter(({ token }) => token % 3 !== 2).map(({ term }) => ({ term, weight: 1 }));
  return [{ sentence: article.text.slice(start, end), text: kept.map(({ text }) => text).join(' '), terms }];
}
