/** Questions: sentences of generated articles with a few words taken out, which an index should lead back to. */

import { analyseArticle } from '../../server/src/corpus/analyse.ts';
import type { QueryTerm } from '../../server/src/corpus/index/corpusIndex.ts';
import { queryFor } from '../../server/src/match/query.ts';
import { SEED } from './checks.ts';
import { articleOf } from './generate.ts';

export interface Question {
  /** The sentence sought. */
  readonly sentence: string;
  /** Its words without every third one that is neither part of a name nor a figure. */
  readonly text: string;
  /** The terms and values of those words, as the check of a draft asks for them. */
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
  const isKept = (at: number): boolean => at % 3 !== 2 || IDENTIFYING.test(tokens[at]?.text ?? '');
  const kept = tokens.filter((_, at) => isKept(at));
  const { terms } = queryFor(
    [
      {
        sentence: chosen.sentence,
        terms: chosen.terms.filter(({ token }) => isKept(token)),
        quantities: chosen.quantities,
      },
    ],
    0,
  );
  return [{ sentence: article.text.slice(start, end), text: kept.map(({ text }) => text).join(' '), terms }];
}

/**
 * Generated articles tell one fact of many places with many values: without its name and its figure a sentence cannot be
 * told from dozens of others, by whatever engine.
 */
const IDENTIFYING = /^[\p{Lu}\d]/u;
