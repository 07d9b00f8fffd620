/** Dialogues: questions to an archive that take several steps, held together so that each step is one request for all. */

import type { AnalysedArticle } from '../analysed.ts';
import type { Search, SearchAnswer } from './search.ts';

/** What one step of a dialogue asks for. */
export interface Step {
  readonly searches: readonly Search[];
  /** Ids of articles. */
  readonly articles: readonly string[];
}

/** The answers to a step: those of its searches in their order, and the articles that there are by their ids. */
export interface Told {
  readonly answers: readonly SearchAnswer[];
  readonly articles: ReadonlyMap<string, AnalysedArticle>;
}

/** A question: yields its steps, is given their answers, and returns what it found out. */
export type Dialogue<T> = Generator<Step, T, Told>;

/** Answers all searches and finds all articles of one step of many dialogues. */
export interface Exchange {
  search(searches: readonly Search[]): Promise<readonly SearchAnswer[]>;
  articles(ids: readonly string[]): Promise<ReadonlyMap<string, AnalysedArticle>>;
}

/**
 * Holds the dialogues, step by step side by side: the first steps of all make one request, then the second ones.
 * Searches that several ask for are sent once. Rejects as `exchange` does.
 */
export async function hold<T>(dialogues: readonly Dialogue<T>[], exchange: Exchange): Promise<readonly T[]> {
  const results: T[] = [];
  let open = dialogues.map((dialogue, number) => ({ dialogue, number, step: dialogue.next() }));
  while (open.length > 0) {
    const asking = open.flatMap(({ dialogue, number, step }) => {
      if (step.done !== true) return [{ dialogue, number, asked: step.value }];
      results[number] = step.value;
      return [];
    });
    const tell = await answerAll(
      asking.map(({ asked }) => asked),
      exchange,
    );
    open = asking.map(({ dialogue, number, asked }) => ({
      dialogue,
      number,
      step: dialogue.next(tell(asked)),
    }));
  }
  return results;
}

async function answerAll(steps: readonly Step[], exchange: Exchange): Promise<(step: Step) => Told> {
  const searches = new Map<string, Search>();
  for (const search of steps.flatMap((step) => step.searches)) searches.set(JSON.stringify(search), search);
  const ids = new Set(steps.flatMap((step) => step.articles));
  const [answers, articles] = await Promise.all([
    searches.size === 0 ? [] : exchange.search([...searches.values()]),
    ids.size === 0 ? NO_ARTICLES : exchange.articles([...ids]),
  ]);
  const byKey = new Map([...searches.keys()].map((key, at) => [key, answers[at]] as const));
  return (step) => ({
    answers: step.searches.map((search) => {
      const answer = byKey.get(JSON.stringify(search));
      if (answer === undefined) throw new RangeError('a search was not answered');
      return answer;
    }),
    articles,
  });
}

const NO_ARTICLES: ReadonlyMap<string, AnalysedArticle> = new Map();
